import {
  type BackTest,
  type Baseline,
  backTest,
  baselines,
  beaten,
  type Fold,
} from '../../packages/guidance/src/index.ts';
import { type Found, found, type MadeUp } from './made-up-nations.ts';
import type { TestedPanel } from './tested-panel.ts';

const names = Object.keys(baselines) as Baseline[];
const called: Record<Baseline, string> = {
  persistence: 'past trend',
  specialisation: 'specialisation',
  density: 'density',
  constant: 'same of all',
};

const three = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3));
const percent = (value: number): string => `${(100 * value).toFixed(0)} %`;
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(row)].join('\n');

/** What a panel's test came to: every fold beside every baseline, then by region, then what was said and what came. */
export function tablesOf(panel: TestedPanel): string {
  const { folds, regions, calibration } = backTest(panel.observed, panel.horizon);
  return [
    `**${panel.title}.** AUC / Brier score.`,
    table(
      [
        'from → seen',
        'learnt on',
        'tested',
        'rose',
        'model',
        ...names.map((name) => called[name]),
        'first tenth',
        'first 50',
        'off by',
      ],
      folds.map((fold) => [
        `${fold.origin} → ${fold.known}`,
        fold.learnt,
        fold.tested,
        percent(fold.rose),
        `**${pair(fold.model)}**`,
        ...names.map((name) => pair(fold.baselines[name])),
        percent(fold.model.tenth),
        percent(fold.model.fifty),
        percent(fold.calibration.error),
      ]),
    ),
    folds.map(verdict).join('\n'),
    table(
      ['region', 'tested', 'rose', 'said to rise', 'AUC', 'first tenth', 'Brier', 'off by'],
      regions.map(({ region, tested, rose, said, auc, tenth, brier, error }) => [
        panel.regions?.[region] ?? region,
        tested,
        percent(rose),
        percent(said),
        three(auc),
        percent(tenth),
        three(brier),
        percent(error),
      ]),
    ),
    table(
      ['said', 'cells', 'mean said', 'came'],
      calibration.bins.map(({ from, to, n, said, came }) => [
        `${percent(from)} to ${percent(to)}`,
        n,
        percent(said),
        percent(came),
      ]),
    ),
  ].join('\n\n');
}

const pair = ({ auc, brier }: Fold['model']): string => `${three(auc)} / ${three(brier)}`;

function verdict(fold: Fold): string {
  const lost = (by: 'auc' | 'brier') =>
    names.filter((name) => !beaten(fold, name)[by]).map((name) => called[name]);
  const say = (by: 'auc' | 'brier') => {
    const stronger = lost(by);
    return stronger.length === 0 ? 'better than every baseline' : `not better than ${stronger.join(', ')}`;
  };
  return `- ${fold.origin}: by order ${say('auc')}; by probability ${say('brier')}.`;
}

/** What the tests on made-up nations came to, one line for each. */
export function tableOfNations(nations: readonly MadeUp[]): string {
  const told = nations.map((nation) => ({
    of: found(nation),
    tested: backTest(nation.observed, nation.horizon),
  }));
  return table(
    [
      'nation',
      'folds',
      'cells',
      'model',
      ...names.map((name) => called[name]),
      'best by order',
      'best by probability',
      'cities that gain',
      'cities that lose',
    ],
    told.map(({ of, tested }) => lineOf(of, tested)),
  );
}

function lineOf({ seed, cells, gaining, notLosing }: Found, { folds }: BackTest): (string | number)[] {
  const mean = (of: (fold: Fold) => Fold['model']) => {
    const each = (by: 'auc' | 'brier') => folds.reduce((sum, fold) => sum + of(fold)[by], 0) / folds.length;
    return `${three(each('auc'))} / ${three(each('brier'))}`;
  };
  const best = (by: 'auc' | 'brier') =>
    folds.filter((fold) => names.every((name) => beaten(fold, name)[by])).length;
  return [
    seed,
    folds.length,
    cells,
    `**${mean(({ model }) => model)}**`,
    ...names.map((name) => mean((fold) => fold.baselines[name])),
    `${best('auc')} of ${folds.length}`,
    `${best('brier')} of ${folds.length}`,
    three(gaining),
    three(notLosing),
  ];
}

/** A page with what stands between the markers of a part replaced. */
export function withPart(page: string, part: string, text: string): string {
  const [begin, end] = [`<!-- ${part} -->`, `<!-- end of ${part} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no ${begin} … ${end}`);
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}

/** What stands between the markers of a part. */
export const partOf = (page: string, part: string): string =>
  page.split(`<!-- ${part} -->`)[1]?.split(`<!-- end of ${part} -->`)[0]?.trim() ?? '';
