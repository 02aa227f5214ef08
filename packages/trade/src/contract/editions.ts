import type { Concordance, Edition, EditionInForce } from '@tidu/reference';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact, Shape } from '../fact.ts';
import { CannotAnswer } from '../query/cannot-answer.ts';
import { inEditions } from '../recast/in-editions.ts';
import type { Dimension, Query, Warehouse } from '../warehouse.ts';
import { places } from './nation.ts';
import { ask, asRecord, only, refused, type Stage, sum } from './stage.ts';

const shape: Shape = {
  id: 'month,commodity:8,place:province,CNY',
  span: 'month',
  dimensions: ['place', 'commodity'],
  levels: ['province'],
  nested: false,
  hsDigits: 8,
  currency: 'CNY',
};
const chapters: Shape = {
  ...shape,
  id: 'month,commodity:2,CNY',
  dimensions: ['commodity'],
  levels: [],
  hsDigits: 2,
};
const inForce: EditionInForce[] = [
  { edition: 'HS2017', from: '2017-01', source: 'test' },
  { edition: 'HS2022', from: '2022-01', source: 'test' },
];
/** Links of 2017 → 2022: one code stays, one is divided within its heading, one within its chapter, two become one. */
const links: Concordance['links'] = [
  ['854231', '854231'],
  ['851712', '851713'],
  ['851712', '851714'],
  ['852990', '852990'],
  ['852990', '852411'],
  ['030731', '030731'],
  ['030739', '030731'],
];
const between = (links: Concordance['links']) => (from: Edition, to: Edition) =>
  from === 'HS2017' && to === 'HS2022'
    ? { from, to, links }
    : from === 'HS2022' && to === 'HS2017'
      ? { from, to, links: links.map(([a, b]): [string, string] => [b, a]) }
      : undefined;

const fact = (at: string, commodity: string, value: number, place = '330000'): Fact => ({
  from: at,
  to: at,
  flow: 'export',
  place,
  commodity,
  value,
});
const before = [
  fact('2021-12', '85423110', 100),
  fact('2021-12', '85423190', 20, '410000'),
  fact('2021-12', '85171200', 1000),
  fact('2021-12', '85299010', 300),
  fact('2021-12', '03073110', 7),
  fact('2021-12', '03073900', 5),
  fact('2021-12', '98010010', 1),
];
const after = [
  fact('2022-01', '85423110', 110),
  fact('2022-01', '85171300', 900),
  fact('2022-01', '85171400', 90, '410000'),
  fact('2022-01', '85241100', 40),
  fact('2022-01', '03073110', 13),
];
const asked = (rest: Partial<Query> = {}, period = '2021-12..2022-01') =>
  ask(period, { flow: 'export', ...rest });

export function editionsContract(stage: Stage): void {
  describe('goods in another edition', () => {
    let declared: Warehouse;
    let warehouse: Warehouse;
    beforeAll(async () => {
      declared = await stage.open({
        places,
        loads: [
          { shape, facts: before },
          { shape, facts: after },
          {
            shape: chapters,
            facts: [fact('2022-01', '85', 1140), fact('2022-01', '03', 13)].map(
              ({ place: _, ...rest }) => rest,
            ),
          },
        ],
      });
      warehouse = inEditions(declared, { inForce, between: between(links) });
    });
    afterAll(() => declared?.close());

    it('lays earlier facts over to the later edition, and counts what it cannot', async () => {
      const answer = await warehouse.aggregate(asked({ by: ['year', 'commodity'], edition: 'HS2022' }));
      expect(answer.rows).toEqual([
        { year: '2021', commodity: '030731', value: 12 },
        { year: '2021', commodity: '854231', value: 120 },
        { year: '2022', commodity: '030731', value: 13 },
        { year: '2022', commodity: '851713', value: 900 },
        { year: '2022', commodity: '851714', value: 90 },
        { year: '2022', commodity: '852411', value: 40 },
        { year: '2022', commodity: '854231', value: 110 },
      ]);
      expect(answer.notConcorded).toMatchObject({
        value: 1301,
        codes: 3,
        first: [
          { code: '851712', from: 'HS2017', value: 1000, candidates: ['851713', '851714'] },
          { code: '852990', value: 300 },
          { code: '980100', value: 1, candidates: [] },
        ],
      });
    });
    it('lays later facts over to the earlier edition', async () => {
      const answer = await warehouse.aggregate(
        asked({ by: ['commodity'], edition: 'HS2017', where: { year: ['2022'] } }),
      );
      expect(asRecord(answer, 'commodity')).toEqual({ '851712': 990, '852990': 40, '854231': 110 });
      expect(answer.notConcorded).toMatchObject({ value: 13, codes: 1 });
      expect(answer.notConcorded?.first[0]?.candidates).toEqual(['030731', '030739']);
    });
    it('knows at a coarser level what it does not at a finer', async () => {
      const at = async (level: Dimension) =>
        (await warehouse.aggregate(asked({ by: [level], edition: 'HS2022' }, '2021-12'))).notConcorded?.value;
      expect(await at('commodity')).toBe(1301);
      expect(await at('heading')).toBe(301);
      expect(await at('chapter')).toBe(1);
    });
    it('keeps goods by their code in the edition asked', async () => {
      const phones = asked({ by: ['month'], edition: 'HS2017', where: { commodity: ['851712'] } });
      expect(asRecord(await warehouse.aggregate(phones), 'month')).toEqual({
        '2021-12': 1000,
        '2022-01': 990,
      });
      const smart = await warehouse.aggregate({
        ...phones,
        edition: 'HS2022',
        where: { commodity: ['851713'] },
      });
      expect(asRecord(smart, 'month')).toEqual({ '2022-01': 900 });
      expect(smart.notConcorded).toMatchObject({ value: 1000, codes: 1 });
    });
    it('answers as ever where no goods are named, and refuses what it cannot know', async () => {
      const bare = await warehouse.aggregate(asked({ by: ['province'], edition: 'HS2012' }));
      expect(bare.notConcorded).toBeUndefined();
      const goods = asked({ by: ['chapter'], edition: 'HS2012' });
      expect((await refused(warehouse, goods, 'no-concordance')).remedy).toContain('tidu concordance add');
      await refused(
        warehouse,
        asked({ where: { commodity: ['85171300'] }, edition: 'HS2022' }),
        'no-concordance',
      );
      await refused(declared, asked({ by: ['chapter'], edition: 'HS2022' }), 'no-concordance');
      await refused(warehouse, asked({ by: ['partner', 'chapter'], edition: 'HS2022' }), 'no-partner');
      await refused(warehouse, asked({ where: { chapter: ['x'] }, edition: 'HS2022' }), 'not-understood');
    });

    it('asks in parts where the engine has too many rows, and says the same', async () => {
      const narrow: Warehouse = {
        ...declared,
        aggregate: async (query) => {
          if (query.period.from === query.period.to || query.by.length === 0)
            return declared.aggregate(query);
          throw new CannotAnswer('too-many-rows', 'too many', 'ask for less');
        },
      };
      const question = asked({ by: ['chapter'], edition: 'HS2022', shape: shape.id }, '2021-11..2022-02');
      const inPieces = await inEditions(narrow, { inForce, between: between(links) }).aggregate(question);
      const atOnce = await warehouse.aggregate(question);
      expect(inPieces).toMatchObject({
        rows: atOnce.rows,
        notConcorded: atOnce.notConcorded,
        missingMonths: ['2021-11', '2022-02'],
      });
      expect(atOnce.missingMonths).toEqual(['2021-11', '2022-02']);
    });

    const code = fc.constantFrom(
      ...new Set([...before, ...after].map(({ commodity = '' }) => commodity.slice(0, 6))),
    );
    const tables = fc.array(fc.tuple(code, code), { maxLength: 20 });
    const edition = fc.constantFrom<Edition>('HS2017', 'HS2022');
    it('gives rows and a remainder that are the whole, whatever the concordance', async () => {
      const by = fc.subarray<Dimension>(['month', 'province', 'chapter', 'heading', 'commodity'], {
        minLength: 1,
      });
      await fc.assert(
        fc.asyncProperty(tables, edition, by, async (made, edition, by) => {
          const laid = inEditions(declared, { inForce, between: between(made) });
          const answer = await laid.aggregate(asked({ by, edition, shape: shape.id }));
          const whole = await declared.aggregate(asked({ shape: shape.id }));
          expect(sum(answer) + (answer.notConcorded?.value ?? 0)).toBe(only(whole));
        }),
        stage.runs(40),
      );
    });
    it('gives to a chapter that is kept what it gives it among all', async () => {
      await fc.assert(
        fc.asyncProperty(tables, edition, fc.constantFrom('85', '03'), async (made, edition, chapter) => {
          const laid = inEditions(declared, { inForce, between: between(made) });
          const all = await laid.aggregate(asked({ by: ['chapter'], edition, shape: shape.id }));
          const kept = await laid.aggregate(
            asked({ where: { chapter: [chapter] }, edition, shape: shape.id }),
          );
          expect(only(kept)).toBe(asRecord(all, 'chapter')[chapter] ?? null);
        }),
        stage.runs(20),
      );
    });
  });
}
