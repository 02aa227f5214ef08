import type { Answer, Query } from '@tidu/trade';
import { describe, expect, it } from 'vitest';
import { answers, shapesOf } from './answers.ts';
import { smallWarehouse } from './small-nation.cases.ts';

const question = (by: Query['by']): Query => ({
  measure: 'value',
  by,
  where: {},
  flow: 'total',
  period: { from: '2024-01', to: '2024-01' },
});
const questions = { cities: question(['prefecture']), provinces: question(['province']) };
const notLoaded = () => Promise.reject(Object.assign(new Error('nothing'), { code: 'not-loaded' }));

/** Provinces are answered from the coarse shape unless told otherwise; cities only from the fine one. */
function twoShapes(fineHasProvinces: boolean) {
  const real = smallWarehouse([{ month: '2024-01', place: '110000', value: 1 }]);
  return {
    aggregate: async (query: Query): Promise<Answer> => {
      const fine = query.by.includes('prefecture') || query.shape === 'fine';
      const possible = query.shape === 'coarse' ? query.by.includes('province') : true;
      if (!possible || (query.shape === 'fine' && query.by.includes('province') && !fineHasProvinces)) {
        throw Object.assign(new Error('cannot tell'), { code: 'no-place-level' });
      }
      const answer = await real.aggregate(query);
      return { ...answer, shape: { ...answer.shape, id: fine ? 'fine' : 'coarse' } };
    },
  };
}

describe('the questions of one figure', () => {
  it('are answered from one shape of table where one can answer all', async () => {
    expect(shapesOf(await answers(twoShapes(true), questions))).toEqual(['fine']);
  });

  it('are answered from several where it must be', async () => {
    expect(shapesOf(await answers(twoShapes(false), questions))).toEqual(['fine', 'coarse']);
  });

  it('stay without an answer one by one, and are refused together', async () => {
    const { aggregate } = smallWarehouse([{ month: '2024-01', place: '110000', value: 1 }]);
    const half = {
      aggregate: (query: Query) => (query.by.includes('prefecture') ? notLoaded() : aggregate(query)),
    };
    expect(await answers(half, questions)).toMatchObject({ cities: undefined, provinces: { unit: 'CNY' } });
    await expect(answers({ aggregate: notLoaded }, questions)).rejects.toMatchObject({ code: 'not-loaded' });
  });
});
