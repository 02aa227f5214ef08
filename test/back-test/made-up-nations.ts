import {
  backTest,
  type CommodityGroup,
  groupOfChapter,
  learn,
  learnable,
  sampleAt,
  unknownWages,
  withOutcome,
} from '../../packages/guidance/src/index.ts';
import type { Pack } from '../../packages/reference/src/index.ts';
import { areaUnderCurve, matrixOf, type Panel, panel } from '../../packages/regional/src/index.ts';
import { makeNation } from '../../packages/synthetic/src/index.ts';
import type { TestedPanel } from './tested-panel.ts';

export interface MadeUp extends TestedPanel {
  readonly seed: number;
  /** Cities to which the generator moves processing trade, and from which. */
  readonly gaining: ReadonlySet<string>;
  readonly losing: ReadonlySet<string>;
}

/**
 * Processing trade of a made-up nation by city and group. Thirteen years, of which none lies so far before 2020 that a city
 * would have nothing left to give.
 */
export function madeUpNation(
  seed: number,
  pack: Pack,
  groups: readonly CommodityGroup[],
  years: readonly [number, number] = [2015, 2027],
  rows = 400_000,
): MadeUp {
  const nation = makeNation({ seed, pack, years, rows });
  const cityOf = new Map(
    nation.cities.flatMap(({ districts }, row) => districts.map(({ code }) => [code, row])),
  );
  const columns = groups.map(({ id }) => id);
  const groupOf = groupOfChapter(groups);
  const codes = nation.cities.map(({ code }) => code);
  const processing = new Set(pack.tradeModes.filter((mode) => mode.processing).map(({ code }) => code));
  const periods = Array.from({ length: years[1] - years[0] + 1 }, (_, i) => years[0] + i);
  const of = (flow: 'export' | 'import'): Panel =>
    panel(
      periods.map(String),
      periods.map((year) => {
        const cells = new Float64Array(codes.length * columns.length);
        for (const { mode, commodity, district, value } of nation.rows(flow, year)) {
          const column = columns.indexOf(groupOf(commodity.slice(0, 2)) ?? '');
          const row = cityOf.get(district);
          if (row === undefined || column < 0 || !processing.has(mode)) continue;
          cells[row * columns.length + column] = (cells[row * columns.length + column] as number) + value;
        }
        return matrixOf(codes, columns, cells);
      }),
    );
  return {
    id: `made-up-${seed}`,
    title: `Processing exports of made-up nation ${seed}, three years ahead`,
    seed,
    observed: {
      exports: of('export'),
      imports: of('import'),
      places: nation.cities.map(({ region, park }) => ({ region, parkSince: park ? 2021 : undefined })),
      wageGap: unknownWages,
    },
    horizon: 3,
    gaining: new Set(nation.gradient.moves.map(({ to }) => to)),
    losing: new Set(nation.gradient.moves.map(({ from }) => from)),
  };
}

export interface Found {
  readonly seed: number;
  /** City × group, over all folds. */
  readonly cells: number;
  readonly auc: number;
  /** Cities to which trade moves among all cities, by the mean probability of their groups at the last origin. */
  readonly gaining: number;
  /** Cities that do not lose, against those from which it moves. */
  readonly notLosing: number;
}

/** How well what the generator moved is found again. */
export function found({ seed, observed, horizon, gaining, losing }: MadeUp): Found {
  const { periods, rows, at } = observed.exports;
  const { folds } = backTest(observed, horizon);
  const now = periods.length - 1;
  const model = learn(withOutcome(sampleAt(observed, learnable(now, horizon), horizon)));
  const today = sampleAt(observed, [now], horizon);
  const sums = rows.map(() => ({ said: 0, exports: 0 }));
  model.probabilities(today).forEach((p, t) => {
    const { row, column } = today.cells[t] as (typeof today.cells)[number];
    const sum = sums[row] as (typeof sums)[number];
    const exports = at[now]?.at(row, column) ?? 0;
    sum.said += p * exports;
    sum.exports += exports;
  });
  const cities = rows.flatMap((code, row) => {
    const { said, exports } = sums[row] as (typeof sums)[number];
    return exports > 0 ? [{ code, said: said / exports }] : [];
  });
  const of = (holds: (code: string) => boolean) =>
    areaUnderCurve(
      cities.map(({ said }) => said),
      cities.map(({ code }) => (holds(code) ? 1 : 0)),
    );
  const tested = folds.reduce((sum, fold) => sum + fold.tested, 0);
  return {
    seed,
    cells: tested,
    auc: folds.reduce((sum, fold) => sum + fold.model.auc * fold.tested, 0) / tested,
    gaining: of((code) => gaining.has(code)),
    notLosing: of((code) => !losing.has(code)),
  };
}
