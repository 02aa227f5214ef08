import { describe, expect, it } from 'vitest';
import { smallGround } from '../ground/small-ground.cases.ts';
import { placementScenario } from './placement-scenario.ts';
import { plan } from './plan.ts';
import { planCompared } from './plan-difference.ts';
import { problemFromGround } from './problem-from-ground.ts';

const asked = (given: object = {}) => placementScenario.parse(given);
const planned = (given: object = {}) => plan.compute(smallGround, asked(given));

const landOfEach = smallGround.groups.map(({ id }) => ({
  group: id,
  item: 'land' as const,
  value: 1,
  unit: 'ha per 100 million CNY',
  date: '2020',
  sure: 'derived' as const,
  source: 'test',
  note: { zh: '测试', en: 'test' },
}));

describe('the plan from what guidance rests on', () => {
  it('places what the east loses, names what it does not know, and keeps its word', async () => {
    const found = await planned();
    expect(plan.result.safeParse(found).error).toBeUndefined();
    expect(found.status).toBe('planned');
    expect(found.moved).toBeGreaterThan(0);
    expect(found.placements.every(({ origin }) => ['310000', '440300', '441900'].includes(origin))).toBe(
      true,
    );
    expect(found.unlimited).toContainEqual({ park: 'chongqing', kind: 'land' });
  });

  it('takes limits that are set by hand over what a park states, and lifts those that are null', () => {
    const [land, lifted] = [
      { park: 'taiyuan', kind: 'land', limit: 7 },
      { park: 'changsha', kind: 'land', limit: null },
    ];
    const { parks } = problemFromGround(smallGround, asked({ limits: [land, lifted] }));
    expect(parks.find(({ id }) => id === 'taiyuan')?.limits.land).toBe(7);
    expect(parks.find(({ id }) => id === 'changsha')?.limits.land).toBeUndefined();
  });

  it('limits what the pack has no need for once the need is set by hand, for all goods or for some', async () => {
    const environment = { park: 'taiyuan', kind: 'environment', limit: 10 };
    const { needs } = problemFromGround(
      smallGround,
      asked({
        needs: [
          { kind: 'environment', need: 5 },
          { group: 'clothing', kind: 'environment', need: 2 },
        ],
      }),
    );
    expect([needs.clothing?.environment, needs.electronics?.environment]).toEqual([2, 5]);
    const { limits, placements } = await planned({
      least: 0,
      limits: [environment],
      needs: [{ kind: 'environment', need: 5 }],
    });
    const inTaiyuan = placements.filter(({ park }) => park === 'taiyuan');
    expect(inTaiyuan.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(2.0001e8);
    expect(limits.find(({ park, kind }) => park === 'taiyuan' && kind === 'environment')?.limit).toBe(10);
  });

  it('gives an agreed pairing its bonus, and its share where one is set', async () => {
    const { pairings } = problemFromGround(
      smallGround,
      asked({ shares: [{ origin: '441900', park: 'changsha', share: 0.5 }] }),
    );
    expect(pairings).toEqual([{ origin: '441900', park: 'changsha', bonus: 0.1, share: 0.5 }]);
    const { placements } = await planned({ shares: [{ origin: '441900', park: 'changsha', share: 0.9 }] });
    const ofDongguan = placements.filter(({ origin }) => origin === '441900');
    const sum = (some: typeof placements) => some.reduce((all, { amount }) => all + amount, 0);
    expect(sum(ofDongguan.filter(({ park }) => park === 'changsha'))).toBeGreaterThan(
      0.899 * sum(ofDongguan),
    );
  });

  it('says what a scenario names that is not there, and what to do', async () => {
    const nowhere = { limits: [{ park: 'atlantis', kind: 'land', limit: 1 }] };
    await expect(planned(nowhere)).rejects.toThrow(/no park atlantis; name a park/);
    const nothing = { volumes: [{ origin: '310000', group: 'spaceships', volume: 1e8 }] };
    await expect(planned(nothing)).rejects.toThrow(/spaceships of 310000; name/);
    const excluded = { excluded: [{ park: 'atlantis' }] };
    await expect(planned(excluded)).rejects.toThrow(/excluded.0.park: atlantis is not among the parks/);
    await expect(plan.compute({ ...smallGround, trade: undefined }, asked())).rejects.toThrow(/load customs/);
  });

  it('lets others have their turn while it plans, and answers other weights from there', async () => {
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 1);
    const [full, quick] = await Promise.all([planned(), planned({ weights: { cost: 0.4 }, quickFrom: {} })]);
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(0);
    expect([full.approximate, quick.approximate]).toEqual([false, true]);
    expect(await planned({ weights: { cost: 0.4 }, quickFrom: {} })).toEqual(quick);
  });

  it('tells what another limit moves, from where to where and why', async () => {
    const limits = [{ park: 'changsha', kind: 'land', limit: 1 }];
    const difference = await planCompared.compute(
      { ...smallGround, pack: { ...smallGround.pack, intensities: landOfEach } },
      { before: asked(), after: asked({ limits, least: 0 }) },
    );
    expect(planCompared.result.safeParse(difference).error).toBeUndefined();
    expect(difference.limits).toContainEqual(
      expect.objectContaining({ park: 'changsha', kind: 'land', limit: { before: 80, after: 1 } }),
    );
    const away = difference.placements.filter(
      ({ park, before, after }) => park === 'changsha' && after < before,
    );
    expect(away.length).toBeGreaterThan(0);
    expect(away.every(({ why }) => why.includes('limit'))).toBe(true);
  });
});
