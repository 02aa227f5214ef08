import type { Answer, Answered } from '../assessment/answer.ts';
import type { Assessment } from '../assessment/assessment.ts';
import type { Indicator } from '../assessment/framework.ts';

/** How well each sample park does, 0 to 1; two of them so that something is proposed. */
const standing = [0.84, 0.56, 0.42, 0.66, 0.93, 0.74, 0.88, 0.6, 0.5, 0.79, 0.04, 0.7, 0.77];

/** A park does better at one thing than at another: the same every time, between −0.18 and 0.18. */
const turn = (park: number, indicator: string): number =>
  0.18 * Math.sin(park * 2.7 + [...indicator].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0));

const part = (park: number, indicator: string): number =>
  Math.min(1, Math.max(0, (standing[park % standing.length] ?? 0.5) + turn(park, indicator)));

/** What a sample party says of what it is asked and the system does not know. */
export function sampleAnswer(
  { asked, party }: Pick<Answer, 'asked' | 'party'>,
  park: number,
): { values: Record<string, Answered>; comment: string } {
  const values = asked
    .filter(({ prefilled }) => prefilled === undefined)
    .map(({ indicator }): [string, Answered] => [indicator, said(indicator, park, party)]);
  return { values: Object.fromEntries(values), comment: '示例填报' };
}

function said(indicator: string, park: number, party: Answer['party']): Answered {
  const how = part(park, indicator);
  switch (indicator) {
    case 'processing-growth':
      return { value: Math.round(100_000 * (0.94 + 0.24 * how)), previous: 100_000 };
    case 'processing-in-city':
      return { value: Math.round(100 * (0.1 + 0.7 * how)) };
    case 'no-major-accident':
      return { value: 1, evidence: '示例：安全生产证明' };
    default: {
      // A park thinks better of itself than its tenants do.
      const own = party === 'park' ? 0.2 : 0;
      return { value: Math.round(100 * Math.min(1, 0.3 + 0.6 * how + own)) };
    }
  }
}

/** Values of records that there were none of yet: settled by the desk from what parks sent on paper. */
export function sampleSettled(
  indicators: readonly Indicator[],
  park: number,
  by: string,
  at: string,
): Assessment['settled'] {
  const overRecords = indicators.filter(({ id, source }) => source.from === 'system' && !overTrade.has(id));
  return Object.fromEntries(
    overRecords.map(({ id, scoring }) => [
      id,
      { value: valueAt(scoring, part(park, id)), reason: '示例：据园区书面材料核定', by, at },
    ]),
  );
}

const overTrade = new Set(['trade-growth', 'export-growth', 'share-in-province', 'growth-above-country']);

function valueAt(scoring: Indicator['scoring'], how: number): number {
  if (scoring.rule === 'linear') return Math.round(scoring.floor + how * (scoring.target - scoring.floor));
  if (scoring.rule === 'thresholds') return Math.round(how * (scoring.steps.at(-1)?.from ?? 1));
  return Math.round(100 * how);
}
