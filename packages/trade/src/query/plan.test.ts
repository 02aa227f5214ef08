import { parsePeriod } from '@tidu/reference';
import { describe, expect, it } from 'vitest';
import type { Shape } from '../fact.ts';
import type { Query } from '../warehouse.ts';
import { plan } from './plan.ts';
import type { Holding } from './question.ts';
import { literal } from './statement.ts';

const shape: Shape = {
  id: 'month,mode,place:district,CNY',
  span: 'month',
  dimensions: ['place', 'mode'],
  levels: ['district'],
  nested: false,
  currency: 'CNY',
};
const holding = (over: Partial<Holding> = {}): Holding => ({
  number: 1,
  shape,
  months: ['2024-01', '2024-02'],
  flows: ['export', 'import'],
  facts: 10,
  synthetic: false,
  yearToDate: false,
  quantities: false,
  revised: [],
  spans: ['2024-01', '2024-02'].map((at) => ({ from: at, to: at, flows: ['export', 'import'] })),
  parcels: [
    { from: '2024-01', flow: 'export', load: 1, facts: 5 },
    { from: '2024-02', flow: 'export', load: 2, facts: 5 },
  ],
  ...over,
});
const ask = (rest: Partial<Query>): Query => ({
  measure: 'value',
  by: [],
  where: {},
  flow: 'export',
  period: parsePeriod('2024-01..2024-02'),
  ...rest,
});

describe('a plan', () => {
  it('is SQL with every value bound apart, and readable with them written in', () => {
    const { statement } = plan(ask({ by: ['region', 'month'], where: { processing: ['true'] } }), [
      holding(),
    ]);
    expect(statement.text).toContain('f.mode IN ($5, $6)');
    expect(statement.parameters).toEqual([1, 202401, 202402, 'export', '14', '15']);
    expect(literal(statement)).toBe(
      `SELECT coalesce(p.region, 'unknown') AS "region", f.month_from AS "month", sum(f.value) AS value
FROM cube_province_mode f
LEFT JOIN place p ON p.code = f.place
WHERE f.shape = 1
  AND f.until IS NULL
  AND f.month_from BETWEEN 202401 AND 202402
  AND f.flow = 'export'
  AND f.mode IN ('14', '15')
GROUP BY 1, 2
ORDER BY list_position(['east', 'central', 'west', 'northeast'], coalesce(p.region, 'unknown')), 2`,
    );
  });

  it('takes the processing modes of the pack', () => {
    const query = ask({ where: { processing: ['false'] } });
    const { statement } = plan(query, [holding()], { processingModes: ['14'] });
    expect(literal(statement)).toContain("NOT (f.mode = '14')");
  });

  it('prefers more of the months, then the coarser shape, then the first by id', () => {
    const chosen = (...holdings: Holding[]) => plan(ask({}), holdings).holding.shape.id;
    const coarse = holding({ shape: { ...shape, id: 'z', dimensions: ['place'] } });
    const short = holding({
      shape: { ...shape, id: 'a', dimensions: [] },
      spans: holding().spans.slice(0, 1),
    });
    const named = (id: string) => holding({ shape: { ...shape, id } });
    expect(chosen(holding(), coarse, short)).toBe('z');
    expect(chosen(short, holding())).toBe(shape.id);
    expect(chosen(named('b'), named('a'))).toBe('a');
  });

  it('asks a table of one province only about that province', () => {
    const within = holding({ shape: { ...shape, id: 'a', within: '330000' } });
    const chosen = (where: Query['where'], ...holdings: Holding[]) =>
      plan(ask({ where }), holdings).holding.shape.id;
    expect(chosen({}, within, holding())).toBe(shape.id);
    expect(chosen({ province: ['330000', '320000'] }, within, holding())).toBe(shape.id);
    expect(chosen({ prefecture: ['330100'] }, within)).toBe('a');
    expect(chosen({ province: ['330000'] }, within, holding())).toBe(shape.id);
    expect(() => plan(ask({}), [within])).toThrow('one province alone');
  });

  it('knows the loads without asking where nothing is filtered, and only those of the months and flow', () => {
    expect(plan(ask({}), [holding()]).provenance).toEqual({ candidates: [1, 2] });
    const january = ask({ period: parsePeriod('2024-01'), where: { prefecture: ['410100'] } });
    expect(plan(january, [holding()]).provenance).toEqual({ candidates: [1] });
  });

  it('quotes what a reader would have to quote', () => {
    expect(literal({ text: 'SELECT $1, $2', parameters: ["d'Ivoire $2", 7] })).toBe(
      "SELECT 'd''Ivoire $2', 7",
    );
  });

  it('refuses before it starts what could have too many rows, and streams any number', () => {
    const detailed: Shape = { ...shape, dimensions: ['place', 'commodity', 'partner'], hsDigits: 8 };
    const large = holding({
      shape: detailed,
      parcels: [{ from: '2024-01', flow: 'export', load: 1, facts: 3_000_000 }],
    });
    const question = ask({ by: ['prefecture', 'commodity'] });
    expect(() => plan(question, [large])).toThrow(
      expect.objectContaining({ code: 'too-many-rows', message: expect.stringContaining('3,000,000 rows') }),
    );
    expect(() => plan(question, [large], { streamed: true })).not.toThrow();
    expect(() => plan({ ...question, where: { prefecture: ['410100'] } }, [large])).not.toThrow();
    expect(() => plan(ask({ by: ['prefecture', 'chapter'] }), [large])).not.toThrow();
  });
});
