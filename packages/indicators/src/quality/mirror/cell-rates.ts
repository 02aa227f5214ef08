import { median } from '@tidu/regional';
import type { Answer, Coverage, Dimension, Finding } from '@tidu/trade';
import { asked, loadsIn, timeOf } from '../asking.ts';
import { aboutCell, cellOf } from '../balance/printed-table.ts';
import type { Ground } from '../check.ts';
import { fewOrOne } from '../few-or-one.ts';

export interface RateTolerance {
  /** Of a month's cells about their median, and of a year's, whose months have rates of their own. */
  readonly month: number;
  readonly year: number;
  /** From one month's median to the next. */
  readonly jump: number;
  /** Yuan: below it a rate is a matter of rounding. */
  readonly amount: number;
}

/**
 * The same cells in yuan and in dollars: the rate that each implies against the median of its month.
 *
 *   rate = CNY / USD; |rate / median − 1| > tolerance + rounding, half a unit of either amount
 *
 * One month after another, so that memory does not grow with the table.
 */
export async function cellRates(
  ground: Ground,
  cny: Coverage,
  usd: Coverage,
  tolerance: RateTolerance,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const { dimensions } = cny.shape;
  const by = dimensions.map((name): Dimension => (name === 'place' ? finestPlace(cny) : name));
  let before: { time: string; rate: number } | undefined;
  const jumped = new Set<string>();
  for (const { from, to } of stretches(cny, usd)) {
    const month = timeOf(cny) === 'year' ? from.slice(0, 4) : from;
    const about = {
      shape: usd.shape.id,
      against: cny.shape.id,
      month,
      ...(from !== to && month === from ? { to } : {}),
    };
    for (const flow of (['export', 'import'] as const).filter((one) => bothHave(cny, usd, one))) {
      const question = { measure: 'value-as-printed' as const, by, flow, period: { from, to } };
      const [yuan, dollars] = [await asked(ground, cny, question), await asked(ground, usd, question)];
      if (!yuan || !dollars) continue;
      const loads = [...loadsIn(yuan.loads, from, to), ...loadsIn(dollars.loads, from, to)];
      const cells = pairs(yuan, dollars, by);
      const middle = median(
        cells.filter(({ cny: a }) => a >= tolerance.amount).map(({ cny: a, usd: b }) => a / b),
      );
      if (Number.isNaN(middle)) continue;
      // A month whose cells are mostly wrong has a wrong middle: the month before says what is right.
      const jumps = before !== undefined && Math.abs(middle / before.rate - 1) > tolerance.jump;
      const rate = jumps ? (before?.rate ?? middle) : middle;
      const within = timeOf(cny) === 'month' ? tolerance.month : tolerance.year;
      findings.push(
        ...fewOrOne(
          cells.flatMap(({ cell, cny: a, usd: b }): Finding[] => {
            const off = a / b / rate - 1;
            if (a < tolerance.amount || Math.abs(off) <= within + 0.5 / b + 0.5 / a) return [];
            return [
              {
                check: 'mirror',
                reason: 'rate',
                severity: Math.abs(off) > 10 * within ? 'error' : 'doubt',
                about: { ...about, flow, ...aboutCell({ dimensions: by }, cell) },
                amounts: { cny: a, usd: b },
                judged: { rate: a / b, median: rate, off },
                loads,
              },
            ];
          }),
          ({ judged }) => Math.abs(Number(judged.off)),
        ),
      );
      if (jumps && before && !jumped.has(month)) {
        jumped.add(month);
        findings.push({
          check: 'mirror',
          reason: 'rate-jump',
          severity: 'error',
          about,
          amounts: { rate: rounded(middle), rateBefore: rounded(before.rate), since: before.time },
          judged: { off: middle / before.rate - 1 },
          loads,
        });
      }
      if (!jumps) before = { time: month, rate };
    }
  }
  return findings;
}

const rounded = (rate: number): number => Math.round(rate * 10_000) / 10_000;

function pairs(yuan: Answer, dollars: Answer, by: readonly Dimension[]) {
  const other = new Map(dollars.rows.map((row) => [cellOf(row, by), row.value]));
  return yuan.rows.flatMap((row) => {
    const cell = cellOf(row, by);
    const usd = other.get(cell);
    return row.value && usd ? [{ cell, cny: row.value, usd }] : [];
  });
}

const bothHave = (a: Coverage, b: Coverage, flow: 'export' | 'import') =>
  a.flows.includes(flow) && b.flows.includes(flow);

/** Stretches of time that both tables hold, in order. */
const stretches = (a: Coverage, b: Coverage) => {
  const held = new Set(b.spans.map(({ from, to }) => `${from} ${to}`));
  return a.spans
    .filter(({ from, to }) => held.has(`${from} ${to}`))
    .map(({ from, to }) => ({ from: from as `${number}-${number}`, to: to as `${number}-${number}` }))
    .sort((x, y) => x.from.localeCompare(y.from));
};

/** In a table of mixed levels the provinces; else the finest that can be asked. */
const finestPlace = ({ shape }: Coverage): Dimension =>
  shape.levels.includes('province') ? 'province' : 'prefecture';
