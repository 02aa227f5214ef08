import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPack } from '@tidu/reference/pack';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everybody } from '../account/asker.ts';
import type { Facts, ProgrammeRecord } from '../ground/kind.ts';
import { NotPossible } from '../ground/workflow.ts';
import { differences } from './difference.ts';
import { factsAsOf, factsNow, ParkFault, type StatedFact, stated, withdrawn } from './fact.ts';
import { parkField } from './field.ts';
import { newProfile, profileOf } from './from-pack.ts';
import {
  areasOf,
  factsToPublish,
  hasNews,
  type ParkProfile,
  parkProfile,
  publicProfile,
  publishedOn,
} from './park.ts';
import { type ParkSurroundings, parkKind } from './park.workflow.ts';

const packRoot = join(import.meta.dirname, '../../../../packs/cn');
const fields = parkField
  .array()
  .parse(JSON.parse(readFileSync(join(packRoot, 'programme/park-fields.json'), 'utf8')));
const pack = readPack(packRoot);
const nothing = newProfile(
  { name: { zh: '示例市', en: 'Sample' }, place: '140100', committee: 'org-park-sample' },
  fields,
);
const amount = (field: string, value: number, more: Partial<StatedFact> = {}): StatedFact => ({
  field,
  value: { amount: value },
  source: '园区统计',
  ...more,
});

describe('facts of a park', () => {
  it('are superseded, not overwritten: as of a day they are what was known', () => {
    const first = stated([], [amount('power', 100, { date: '2022' })], fields, '2022-05-01');
    const both = stated(first, [amount('power', 160, { date: '2024' })], fields, '2024-03-01');
    const powerAt = (day: string) => factsAsOf(both, day).map(({ value }) => value);
    expect(powerAt('2022-04-30')).toEqual([]);
    expect(powerAt('2023-12-31')).toEqual([{ amount: 100 }]);
    expect(powerAt('2024-03-01')).toEqual([{ amount: 160 }]);
  });

  it('stand side by side where the field holds several, unless one takes the place of another', () => {
    const contact = (name: string): StatedFact => ({
      field: 'contact',
      value: { contact: { name } },
      source: '园区',
    });
    const two = stated([], [contact('甲'), contact('乙')], fields, '2024-01-01');
    expect(factsNow(two)).toHaveLength(2);
    const replaced = stated(two, [{ ...contact('丙'), supersedes: 'f1' }], fields, '2024-02-01');
    expect(factsNow(replaced).map(({ id }) => id)).toEqual(['f2', 'f3']);
  });

  it('stay when they are withdrawn, with the reason', () => {
    const facts = withdrawn(
      stated([], [amount('water', 9)], fields, '2024-01-01'),
      'f1',
      '误填',
      '2024-02-01',
    );
    expect(factsNow(facts)).toEqual([]);
    expect(factsAsOf(facts, '2024-01-31')).toHaveLength(1);
    expect(facts[0]?.withdrawn).toEqual({ on: '2024-02-01', why: '误填' });
    expect(() => withdrawn(facts, 'f1', '再次', '2024-03-01')).toThrow(ParkFault);
  });

  it('name field, value and source, or are refused with what would be right', () => {
    const fault = (fact: StatedFact) => {
      try {
        stated([], [fact], fields, '2024-01-01');
      } catch (error) {
        return error as ParkFault;
      }
      return undefined;
    };
    expect(fault(amount('electricity', 1))?.remedy).toContain('power');
    expect(fault(amount('contact', 1))?.message).toBe(
      'fact 1 (contact): holds amount, but this field takes contact',
    );
    expect(fault({ field: 'power', value: { amount: 1 } })?.remedy).toContain('source');
    expect(fault(amount('power', 1, { supersedes: 'f9' }))?.message).toContain('f9');
  });

  it('never vanish, whatever is stated and withdrawn in whatever order (property)', () => {
    const step = fc.oneof(
      fc.record({ field: fc.constantFrom('power', 'water', 'port'), n: fc.nat(50) }),
      fc.record({ gone: fc.nat(20) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let facts: ReturnType<typeof stated> = [];
        steps.forEach((one, i) => {
          const day = `2024-01-${String(i + 1).padStart(2, '0')}`;
          const before = factsNow(facts);
          if ('field' in one) {
            const value =
              one.field === 'port'
                ? { distance: { to: { zh: '港', en: 'Port' }, km: one.n } }
                : { amount: one.n };
            facts = stated(facts, [{ field: one.field, value, source: 's' }], fields, day);
          } else if (before[one.gone]) facts = withdrawn(facts, before[one.gone]?.id as string, 'why', day);
          // what was known the day before is still known of that day
          const yesterday = `2024-01-${String(i).padStart(2, '0')}`;
          if (i > 0)
            expect(factsAsOf(facts, yesterday).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
        });
        for (const single of ['power', 'water'])
          expect(factsNow(facts).filter(({ field }) => field === single).length).toBeLessThanOrEqual(1);
      }),
      { seed: 11, numRuns: 100 },
    );
  });
});

describe('the profiles of the pack', () => {
  const profiles = pack.parks.map((park) => profileOf(park, pack, fields));

  it('are thirteen, each sound, with a source at every fact, and with no capacity, as the sources tell none', () => {
    expect(profiles).toHaveLength(13);
    const sources = new Set(pack.sources.map(({ id }) => id));
    const capacity = new Set(fields.filter(({ group }) => group === 'capacity').map(({ id }) => id));
    for (const profile of profiles) {
      expect(parkProfile.parse(profile)).toEqual(profile);
      for (const fact of profile.facts) {
        expect(sources).toContain(fact.source);
        expect(capacity).not.toContain(fact.field);
        expect(fact.sample).toBeUndefined();
      }
    }
  });

  it('say as of a day what had been printed by then', () => {
    const jiyuan = profiles.find(({ packId }) => packId === 'jiyuan') as ParkProfile;
    const statements = (day: string) =>
      factsAsOf(jiyuan.facts, day).filter(({ field }) => field === 'statement').length;
    expect(statements('2021-12-31')).toBeLessThan(statements('2026-12-31'));
  });

  it('say the areas that are declared: of the whole, else of the zones together', () => {
    const dalian = profiles.find(({ packId }) => packId === 'dalian') as ParkProfile;
    expect(areasOf(dalian.facts)).toEqual({ declared: 9.267 });
    const zones = dalian.facts.filter(({ field }) => field === 'zones');
    expect(areasOf(zones).declared).toBeCloseTo(9.267, 9);
  });
});

describe('what is public', () => {
  const full = {
    ...nothing,
    facts: stated([], [amount('power', 100), amount('land-left', 30)], fields, '2024-01-01'),
  };
  const published = (park: ParkProfile): ParkProfile => publishedOn(park, '2024-02-01');

  it('is official facts and capacity, and neither what is left nor contacts nor documents', () => {
    expect(factsToPublish(full).map(({ field }) => field)).toEqual(['power']);
    expect(nothing.open).not.toEqual(expect.arrayContaining(['contact']));
    expect(factsToPublish({ ...full, open: [...full.open, 'land-left'] })).toHaveLength(2);
  });

  it('is what was published, not the draft', () => {
    const park = published(full);
    const edited = { ...park, facts: stated(park.facts, [amount('power', 200)], fields, '2024-03-01') };
    expect(publicProfile(edited).facts?.map(({ value }) => value)).toEqual([{ amount: 100 }]);
    expect(hasNews(park)).toBe(false);
    expect(hasNews(edited)).toBe(true);
    expect(publicProfile(nothing).facts).toEqual([]);
  });

  it('keeps its past, but not drafts that were never published', () => {
    const first = published(full);
    const power = (park: ParkProfile, value: number, day: string) => ({
      ...park,
      facts: stated(park.facts, [amount('power', value)], fields, day),
    });
    const again = publishedOn(power(power(first, 666, '2024-03-01'), 200, '2024-04-01'), '2024-05-01');
    const shown = publicProfile(again).facts;
    const powerAt = (day: string) => factsAsOf(shown, day).map(({ value }) => value);
    expect(powerAt('2024-02-15')).toEqual([{ amount: 100 }]);
    expect(powerAt('2024-05-01')).toEqual([{ amount: 200 }]);
    expect(JSON.stringify(shown)).not.toContain('666');
    const closed = publishedOn({ ...again, open: [] }, '2024-06-01');
    expect(publicProfile(closed).facts).toEqual([]);
  });

  it('tells two versions apart by field', () => {
    const after = {
      ...full,
      facts: stated(full.facts, [amount('power', 200)], fields, '2024-03-01'),
      open: [...full.open, 'land-left'],
    };
    expect(differences(full, after)).toMatchObject([
      { field: 'power', gone: [{ value: { amount: 100 } }], come: [{ value: { amount: 200 } }] },
      { field: 'land-left', gone: [], come: [], open: true },
    ]);
    expect(differences(after, after)).toEqual([]);
  });
});

describe('the lifecycle of a park', () => {
  const { workflow } = parkKind;
  const acts = Object.keys(workflow.acts) as (keyof typeof workflow.acts)[];
  const told = (
    content: ParkProfile,
    state: keyof typeof workflow.states,
  ): Facts<ParkProfile, ParkSurroundings> => ({
    record: {
      ...parkKind.face(content, state),
      id: 'park-1',
      kind: 'park',
      state,
      version: 1,
      content,
      sample: false,
      madeAt: '',
      changedAt: '',
    } satisfies ProgrammeRecord<ParkProfile>,
    today: '2024-01-01',
    now: '2024-01-01T00:00:00Z',
    asker: everybody,
    given: {},
    extra: { fields },
  });

  it('reaches every state', () => {
    expect([...workflow.reachable].sort()).toEqual(Object.keys(workflow.states).sort());
  });

  it('on random walks exits only through the exit procedure and never comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 60 }), (walk) => {
        let state: keyof typeof workflow.states = workflow.initial;
        const seen = [state];
        for (const act of walk) {
          try {
            const next = workflow.next(act, state, told(nothing, state));
            if (next !== state) seen.push(next);
            state = next;
          } catch (error) {
            expect(error).toBeInstanceOf(NotPossible);
          }
        }
        seen.forEach((one, i) => {
          if (one === 'exited') {
            expect(seen[i - 1]).toBe('exiting');
            expect(seen.length).toBe(i + 1);
          }
          if (one !== 'candidate') expect(seen[1]).toBe('recognised');
        });
      }),
      { seed: 13, numRuns: 300 },
    );
  });

  it('publishes what is new, and only that', () => {
    const full = { ...nothing, facts: stated([], [amount('power', 100)], fields, '2024-01-01') };
    expect(() => workflow.next('publishProfile', 'recognised', told(nothing, 'recognised'))).toThrow(
      'nothing to show',
    );
    expect(workflow.next('publishProfile', 'recognised', told(full, 'recognised'))).toBe('recognised');
    const change = parkKind.doing?.publishProfile?.change;
    const after = change?.(full, told(full, 'recognised')) as ParkProfile;
    expect(() => workflow.next('publishProfile', 'recognised', told(after, 'recognised'))).toThrow(
      'published already',
    );
  });
});
