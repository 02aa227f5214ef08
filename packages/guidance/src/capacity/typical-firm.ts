import type { RuleSet } from '@tidu/policy';
import { compare } from '../comparison/compare.ts';
import { groupOfChapter } from '../ground/commodity-group.ts';
import type { Ground } from '../ground/ground.ts';
import { derivedFirm } from './derived-firm.ts';
import type { ParkFit } from './park-fit-result.ts';

type TypicalFirm = ParkFit['firms'][number];
type Setting = Pick<Ground, 'costs' | 'compared' | 'rules' | 'pack' | 'parks' | 'day'>;

/** A comparison takes half a second, and is the same as long as the rules, the day and the places are. */
const kept = new WeakMap<RuleSet, Map<string, TypicalFirm>>();

/**
 * What a typical firm would pay in each park over ten years, and what measures would give it: one for each profile of the pack,
 * which stands for the groups that its products belong to. A group that is asked for and has no profile has one derived from what its
 * output takes.
 * @param group  only of this group; all profiles where there is none, or `all`
 */
export function typicalFirms(ground: Setting, group: string | undefined): TypicalFirm[] {
  const groupOf = groupOfChapter(ground.pack.groups);
  const known = new Set(ground.parks.map(({ place }) => place));
  const places = {
    ...ground.compared,
    compared: ground.compared.compared.filter(({ code }) => known.has(code)),
  };
  if (places.compared.length === 0) return [];
  const made = kept.get(ground.rules) ?? new Map<string, TypicalFirm>();
  kept.set(ground.rules, made);
  const firmsOf = (profile: Ground['costs']['profiles'][number]): TypicalFirm[] => {
    const groups = [
      ...new Set(
        (profile.plan.products ?? []).flatMap(({ hs }) => (hs ? (groupOf(hs.slice(0, 2)) ?? []) : [])),
      ),
    ];
    if (groups.length === 0 || (group !== undefined && group !== 'all' && !groups.includes(group))) return [];
    const key = JSON.stringify([profile, ground.day, places.compared.map(({ code }) => code)]);
    const firm = made.get(key) ?? firmOf(profile, groups, places, ground);
    made.set(key, firm);
    return [firm];
  };
  const firms = ground.costs.profiles.flatMap(firmsOf);
  const derived = firms.length === 0 && group !== undefined ? derivedFirm(ground, group) : undefined;
  return derived ? firmsOf(derived) : firms;
}

function firmOf(
  { id, names, note, sure, source, plan }: Ground['costs']['profiles'][number],
  groups: readonly string[],
  places: Ground['compared'],
  { costs, rules, day, parks, pack }: Setting,
): TypicalFirm {
  const told = compare(plan, places, costs, rules, () => [], { today: day, draws: 200 });
  const idOf = new Map(parks.map((park) => [park.place, park.id]));
  return {
    profile: id,
    names,
    note,
    sure,
    source,
    groups: pack.groups
      .filter((group) => groups.includes(group.id))
      .map((group) => ({ id: group.id, names: group.name })),
    compared: told.compared,
    leftOut: told.leftOut.map(({ item }) => item),
    parks: told.places.flatMap(({ code, rank, compared, items }) => {
      const park = idOf.get(code);
      const chance = told.draws.places[code];
      if (park === undefined || chance === undefined) return [];
      const given = items.find(({ item }) => item === 'benefits')?.npv;
      return [
        {
          park,
          rank,
          npv: compared.npv,
          p10: chance.p10,
          p90: chance.p90,
          first: chance.first,
          measures: given === undefined ? null : -given,
        },
      ];
    }),
  };
}
