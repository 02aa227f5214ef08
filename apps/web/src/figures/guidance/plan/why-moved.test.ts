import { describe, expect, it } from 'vitest';
import type { PlanRequest, PlanResult } from '../../../api/scenario.client.ts';
import { placementsMoved } from './placements-moved.ts';
import { whyMoved } from './why-moved.ts';

const goods = { origin: '440300', group: 'clothing' };
const plan = (amounts: Record<string, number>, land: number, value = 0.5): PlanResult =>
  ({
    placements: Object.entries(amounts).map(([park, amount]) => ({ ...goods, park, amount, value })),
    stays: [{ ...goods, amount: 1e9 - Object.values(amounts).reduce((sum, one) => sum + one, 0) }],
    limits: [{ park: 'taiyuan', kind: 'land', limit: land, full: land < 100 }],
  }) as unknown as PlanResult;
const why = (a: [PlanRequest, PlanResult], b: [PlanRequest, PlanResult]) => {
  const sides = [a, b].map(([request, plan]) => ({ request, plan }));
  const [first, second] = sides as [(typeof sides)[0], (typeof sides)[0]];
  const moved = placementsMoved(first.plan, second.plan);
  return moved.map((one) => [
    one.park,
    one.second - one.first,
    whyMoved(one, moved, first, second).map(({ cause }) => cause),
  ]);
};

describe('why a placement moved', () => {
  it('names the limit of its park that was set otherwise, and elsewhere whence the goods come', () => {
    expect(
      why(
        [{}, plan({ taiyuan: 8e8 }, 120)],
        [
          { limits: [{ park: 'taiyuan', kind: 'land', limit: 60 }] },
          plan({ taiyuan: 5e8, changsha: 3e8 }, 60),
        ],
      ),
    ).toEqual([
      ['taiyuan', -3e8, ['limit']],
      ['changsha', 3e8, ['comes']],
    ]);
  });

  it('names what was forbidden, and what is worth more', () => {
    expect(
      why(
        [{}, plan({ taiyuan: 8e8, changsha: 1e8 }, 120, 0.5)],
        [{ excluded: [{ park: 'changsha' }] }, plan({ taiyuan: 9e8 }, 120, 0.6)],
      ),
    ).toEqual([
      ['taiyuan', 1e8, ['value']],
      ['changsha', -1e8, ['excluded']],
    ]);
  });

  it('says nothing of what stays the same', () => {
    expect(why([{}, plan({ taiyuan: 8e8 }, 120)], [{}, plan({ taiyuan: 8e8 + 1 }, 120)])).toEqual([]);
  });
});
