import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ground } from '../ground/ground.ts';
import { smallGround } from '../ground/small-ground.cases.ts';
import { panelOfAmounts, type TradePanel } from '../ground/trade-panel.ts';
import { guidanceCatalogue } from '../guidance-catalogue.ts';
import type { Advice, Draft, Evidence } from './advice.ts';
import { adviceKinds, sureness } from './advice-kinds.ts';
import { ministryNext } from './ministry-next.ts';
import { inOrder } from './order.ts';
import { parkNext } from './park-next.ts';

const both = (text: string) => ({ zh: text, en: text });
const project = (
  record: string,
  promised: number,
  reported: number | undefined,
): Ground['projects'][number] => ({
  record,
  name: record,
  park: 'park-changsha',
  parkPlace: '430100',
  origin: '441900',
  group: 'clothing',
  stage: 'producing',
  promised: [{ year: 2023, exports: promised }],
  reported: reported === undefined ? [] : [{ year: 2023, exports: reported }],
  jobs: 100,
  sample: true,
});

/** The small nation with a pairing that lies dormant, a project behind its promise and one that has not reported; goods need land. */
const ground: Ground = {
  ...smallGround,
  pack: {
    ...smallGround.pack,
    intensities: smallGround.groups.map(({ id }) => ({
      group: id,
      item: 'land' as const,
      value: 1,
      unit: 'ha per 100 million CNY',
      date: '2023',
      sure: 'proposal' as const,
      source: 'test',
      note: both('test'),
    })),
  },
  ties: [
    ...smallGround.ties,
    {
      kind: 'pairing',
      record: 'pairing-1',
      state: 'dormant',
      names: both('深圳—长沙'),
      partnerPlace: '440300',
      park: 'park-changsha',
      parkPlace: '430100',
      sample: true,
    },
  ],
  projects: [project('project-1', 2e9, 0.5e9), project('project-2', 1e9, undefined)],
};

const trade = ground.trade as TradePanel;
/** Two half years of all trade, no goods told, as the official tables by city have it. */
const official: Ground = {
  ...ground,
  groups: [{ id: 'all', name: both('全部商品'), chapters: [], industries: [], source: 'test' }],
  trade: {
    ...trade,
    measured: 'all',
    synthetic: false,
    exports: together(trade.exports),
    imports: together(trade.imports),
  },
};

function together({ rows, at }: TradePanel['exports']): TradePanel['exports'] {
  const periods = ['2023-01..2023-06', '2024-01..2024-06'].map((period, i) => ({
    period,
    amounts: new Map(
      rows.map((place, r) => [
        place,
        new Map([['all', (at.at(i - 2)?.at(r, 0) ?? 0) + (at.at(i - 2)?.at(r, 1) ?? 0)]]),
      ]),
    ),
  }));
  return panelOfAmounts(rows, ['all'], periods);
}

const adviceFor = async (of: Ground, park = 'changsha') => (await parkNext.compute(of, { park })).advice;
const kinds = (advice: readonly Advice[]) => [...new Set(advice.map(({ kind }) => kind))];
const gist = (advice: readonly Advice[]) =>
  advice.map(({ order, kind, score, about, says }) => [order, kind, score, about.id, says.zh]);

/** What stands at a JSON pointer of the guidance that evidence names; each piece of guidance is asked once. */
function lookingUp(of: Ground): (evidence: Evidence) => Promise<unknown> {
  const asked = new Map<string, unknown>();
  return async (evidence) => {
    if (evidence.in !== 'guidance') return undefined;
    const key = JSON.stringify([evidence.name, evidence.request]);
    const guidance = guidanceCatalogue.find(({ name }) => name === evidence.name);
    const result = asked.get(key) ?? (await guidance?.compute(of, guidance.request.parse(evidence.request)));
    asked.set(key, result);
    return evidence.field
      .split('/')
      .slice(1)
      .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], result);
  };
}

describe('the order of advice', () => {
  const draft = fc.record({
    kind: fc.constantFrom(...adviceKinds.map(({ kind }) => kind)),
    extent: fc.double({ min: 0, max: 2, noNaN: true }),
    sure: fc.constantFrom(...sureness.map(({ sure }) => sure)),
    id: fc.constantFrom('a', 'b', 'c', 'd'),
  });
  const drafted = ({ id, ...rest }: { id: string } & Pick<Draft, 'kind' | 'extent' | 'sure'>): Draft => ({
    ...rest,
    about: { what: 'group', id, names: both(id) },
    says: both('x'),
    reasons: [],
  });

  it('falls with the score and is the same in whatever order advice comes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(draft, { selector: ({ kind, id }) => kind + id, minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (all, random) => {
          const one = inOrder(all.map(drafted));
          const keys = all.map(() => random.next().value as number);
          const shuffled = all.map((_, i) => i).sort((a, b) => (keys[a] as number) - (keys[b] as number));
          expect(inOrder(shuffled.map((i) => drafted(all[i] as (typeof all)[number])))).toEqual(one);
          expect(one.map(({ order }) => order)).toEqual(one.map((_, i) => i + 1));
          expect(one.map(({ score }) => score)).toEqual(one.map(({ score }) => score).sort((a, b) => b - a));
        },
      ),
    );
  });

  it('weighs kind, extent and sureness', () => {
    const [first] = inOrder([drafted({ id: 'a', kind: 'go-for', extent: 0.5, sure: 'measured' })]);
    expect(first?.score).toBe(0.36);
  });
});

describe('what a park should do next', () => {
  it('begins with what is agreed and goes wrong, then says what to go for, whom to talk to and what to state', async () => {
    const advice = await adviceFor(ground);
    expect(advice.slice(0, 2).map(({ kind, about }) => [kind, about.id])).toEqual([
      ['revive-tie', 'pairing-1'],
      ['behind-promise', 'project-1'],
    ]);
    const goFor = advice.find(({ kind }) => kind === 'go-for');
    expect(goFor?.talk[0]?.place).toBe('441900');
    expect(kinds(advice)).toEqual(
      expect.arrayContaining(['go-for', 'state-capacity', 'ask-report', 'approach', 'one-more-unit']),
    );
    expect(advice.find(({ kind }) => kind === 'state-capacity')?.reasons).toHaveLength(5);
  });

  it('gives every number a field of guidance where it stands', async () => {
    for (const of of [ground, official]) {
      const lookedUp = lookingUp(of);
      for (const advice of [...(await adviceFor(of)), ...(await ministryNext.compute(of, {})).advice]) {
        expect(advice.reasons.length).toBeGreaterThan(0);
        for (const { quantity, evidence } of advice.reasons) {
          if (quantity && evidence.in === 'guidance')
            expect([evidence.field, await lookedUp(evidence)]).toEqual([evidence.field, quantity.value]);
        }
      }
    }
  });

  it('is the same whatever order parks, places, groups, ties and projects come in', async () => {
    const one = gist(await adviceFor(ground));
    const ministry = gist((await ministryNext.compute(ground, {})).advice);
    const mixed = fc.record({
      parks: fc.shuffledSubarray([...ground.parks], { minLength: ground.parks.length }),
      places: fc.shuffledSubarray([...ground.places], { minLength: ground.places.length }),
      groups: fc.shuffledSubarray([...ground.groups], { minLength: ground.groups.length }),
      ties: fc.shuffledSubarray([...ground.ties], { minLength: ground.ties.length }),
      projects: fc.shuffledSubarray([...ground.projects], { minLength: ground.projects.length }),
    });
    await fc.assert(
      fc.asyncProperty(mixed, async (parts) => {
        expect(gist(await adviceFor({ ...ground, ...parts }))).toEqual(one);
        expect(gist((await ministryNext.compute({ ...ground, ...parts }, {})).advice)).toEqual(ministry);
      }),
      { numRuns: 4 },
    );
  });

  it('advises nothing on a city that is not told of but to load what tells of it', async () => {
    const untold = panelOfAmounts(
      trade.exports.rows,
      trade.exports.columns,
      trade.exports.periods.map((period, t) => ({
        period,
        amounts: new Map(
          trade.exports.rows
            .filter((place) => place !== '430100')
            .map((place) => [
              place,
              new Map(
                trade.exports.columns.map((group, c) => [
                  group,
                  trade.exports.at[t]?.at(trade.exports.rows.indexOf(place), c) ?? 0,
                ]),
              ),
            ]),
        ),
      })),
    );
    const advice = await adviceFor({ ...ground, trade: { ...trade, exports: untold } });
    expect(kinds(advice)).not.toEqual(expect.arrayContaining(['go-for']));
    expect(advice.find(({ about }) => about.id === 'city')?.remedy?.zh).toMatch(/载入/);
  });

  it('says of the official tables what they cannot tell, and what to load', async () => {
    const advice = await adviceFor(official);
    const load = advice.filter(({ kind }) => kind === 'load-data');
    expect(load.map(({ about }) => about.id)).toEqual(['goods', 'mode', 'years']);
    expect(load.every(({ remedy }) => remedy !== null)).toBe(true);
    expect(kinds(advice)).not.toContain('go-for');
  });

  it('has advice where nothing is loaded: what was agreed, what to state, and what to load', async () => {
    const advice = await adviceFor({ ...ground, trade: undefined });
    expect(kinds(advice)).toEqual([
      'revive-tie',
      'behind-promise',
      'state-capacity',
      'load-data',
      'ask-report',
    ]);
  });

  it('tells which parks there are where one is asked for that there is not', async () => {
    await expect(adviceFor(ground, 'atlantis')).rejects.toThrow(/taiyuan, changsha, chongqing/);
  });
});

describe('what the ministry should do next', () => {
  it('says where the programme works and where not', async () => {
    const { programme, parks, groups, advice } = await ministryNext.compute(ground, {});
    expect(programme).toMatchObject({ parks: 3, told: 3, ahead: 1 });
    expect(parks.find(({ id }) => id === 'changsha')).toMatchObject({
      promised: 2e9,
      reported: 0.5e9,
      notStated: 5,
    });
    expect(groups.map(({ group }) => group)).toEqual(['electronics', 'clothing', 'toys-misc']);
    expect(advice.find(({ kind }) => kind === 'learn-from')?.about.id).toBe('park-changsha');
    expect(advice.find(({ kind }) => kind === 'find-why')?.about.id).not.toBe('park-changsha');
  });

  it('has advice on the official tables and on none', async () => {
    const { programme, groups } = await ministryNext.compute(official, {});
    expect(programme.told).toBe(3);
    expect(groups.map(({ group }) => group)).toEqual(['all']);
    const { advice } = await ministryNext.compute({ ...ground, trade: undefined }, {});
    expect(kinds(advice)).toContain('load-data');
  });
});
