import { type Month, type Place, type PlaceEvent, PlaceHistory } from '@tidu/reference';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact, Shape } from '../fact.ts';
import { inBoundaries } from '../recast/in-boundaries.ts';
import type { Query, Warehouse } from '../warehouse.ts';
import { ask, asRecord, only, refused, type Stage, sum } from './stage.ts';

const place = (code: string, level: Place['level'], parent: string, rest: Partial<Place> = {}): Place => ({
  code,
  level,
  parent,
  name: { zh: code, en: code },
  source: 'test',
  ...rest,
});
const ended = { validTo: '2019-01-09' };
const places: readonly Place[] = [
  place('370000', 'province', '100000', { region: 'east' }),
  place('370100', 'prefecture', '370000'),
  place('370200', 'prefecture', '370000'),
  place('371200', 'prefecture', '370000', ended),
  place('37019', 'district', '370100'),
  place('37209', 'district', '370100'),
];
const events: readonly PlaceEvent[] = [
  { date: '2019-01-09', kind: 'merge', from: '371200', to: ['370100'], source: 'test' },
];
const printed: Shape = {
  id: 'month,place:prefecture,CNY',
  span: 'month',
  dimensions: ['place'],
  levels: ['prefecture'],
  nested: false,
  currency: 'CNY',
};
const declared: Shape = { ...printed, id: 'month,place:district,CNY', levels: ['district'] };
const fact = (at: string, code: string, value: number): Fact => ({
  from: at,
  to: at,
  flow: 'export',
  place: code,
  value,
});
const asked = (rest: Partial<Query> = {}, period = '2018-11..2019-02') =>
  ask(period, { flow: 'export', by: ['prefecture'], shape: printed.id, ...rest });

export function boundariesContract(stage: Stage): void {
  describe('places in other boundaries', () => {
    let published: Warehouse;
    let warehouse: Warehouse;
    beforeAll(async () => {
      published = await stage.open({
        places,
        loads: [
          {
            shape: printed,
            facts: [
              fact('2018-11', '370100', 100),
              fact('2018-11', '371200', 10),
              fact('2018-12', '370100', 200),
              fact('2018-12', '371200', 20),
              fact('2018-12', '370200', 5),
              fact('2019-01', '370100', 330),
              fact('2019-02', '370100', 440),
              fact('2019-02', '371200', 3),
              fact('2019-02', '370200', 6),
            ],
          },
          { shape: declared, facts: [fact('2018-11', '37019', 100), fact('2018-11', '37209', 10)] },
        ],
      });
      warehouse = inBoundaries(published, new PlaceHistory(events, places));
    });
    afterAll(() => published?.close());

    it('are as published where no boundaries are asked for', async () => {
      const answer = await warehouse.aggregate(asked());
      expect(asRecord(answer, 'prefecture')).toEqual({ '370100': 1070, '370200': 11, '371200': 33 });
      expect(answer.unattributed).toBeUndefined();
    });
    it('lay a merged place over to its successor, late uses of its code too', async () => {
      const answer = await warehouse.aggregate(asked({ boundaries: '2019-06' }));
      expect(asRecord(answer, 'prefecture')).toEqual({ '370100': 1103, '370200': 11 });
      expect(answer.unattributed).toMatchObject({ value: 0, codes: 0 });
      const kept = await warehouse.aggregate(
        asked({ boundaries: '2019-06', by: ['month'], where: { prefecture: ['370100'] } }),
      );
      expect(asRecord(kept, 'month')).toEqual({
        '2018-11': 110,
        '2018-12': 220,
        '2019-01': 330,
        '2019-02': 443,
      });
    });
    it('divide nothing, and count what they cannot attribute', async () => {
      const answer = await warehouse.aggregate(asked({ boundaries: '2018-06' }));
      expect(asRecord(answer, 'prefecture')).toEqual({ '370100': 300, '370200': 11, '371200': 33 });
      expect(answer.unattributed).toMatchObject({
        value: 770,
        codes: 1,
        first: [{ code: '370100', from: '2019-01', candidates: ['370100', '371200'] }],
      });
    });
    it('take a table by customs district, which rolls up through the tree, for one in the boundaries of today', async () => {
      const districts = (boundaries: Month) =>
        warehouse.aggregate(asked({ boundaries, shape: declared.id }, '2018-11'));
      expect(asRecord(await districts('2024-01'), 'prefecture')).toEqual({ '370100': 110 });
      expect((await districts('2018-06')).unattributed).toMatchObject({ value: 110 });
    });
    it('are refused where growth is printed, and by an engine itself', async () => {
      await refused(warehouse, asked({ boundaries: '2018-06', measure: 'printed-growth' }), 'not-additive');
      await refused(published, asked({ boundaries: '2018-06' }), 'no-boundaries');
    });
    it('give rows and a remainder that are the whole', async () => {
      const month = fc.constantFrom<Month>('2018-10', '2018-12', '2019-01', '2020-01');
      const by = fc.subarray<Query['by'][number]>(['month', 'province', 'prefecture'], { minLength: 1 });
      const prefectures = fc.option(fc.constant(['370100', '370200', '371200']), { nil: undefined });
      await fc.assert(
        fc.asyncProperty(month, by, prefectures, async (boundaries, by, kept) => {
          const where = kept ? { prefecture: kept } : {};
          const answer = await warehouse.aggregate(asked({ boundaries, by, where }));
          const whole = await published.aggregate(asked({ by: [] }));
          expect(sum(answer) + (answer.unattributed?.value ?? 0)).toBe(only(whole));
        }),
        stage.runs(40),
      );
    });
  });
}
