import type { Ground, GuidedPark, Resource } from '../ground/ground.ts';
import { GuidanceRefused } from '../ground/guidance.ts';
import { movable } from '../leaving/movable.ts';
import type { LimitKind } from './limit-kinds.ts';
import { type PlacementProblem, placementProblem } from './placement-problem.ts';
import type { PlacementScenario } from './placement-scenario.ts';
import { needOf, suitability } from './suitability.ts';

/** 万千瓦时 a year that a megavolt-ampere carries: 0.9 MW over 5000 hours. */
export const powerOfMva = 450;

/** What a park states, and the limit it makes of one unit of it. */
const statements = {
  land: ['land-left', 1],
  factories: ['factories-left', 1],
  power: ['power', powerOfMva],
  water: ['water', 1],
  labour: ['labour', 1],
  dormitories: ['dormitories', 1],
} as const satisfies Partial<Record<LimitKind, readonly [Resource, number]>>;
const stateable = Object.keys(statements) as (keyof typeof statements)[];

/** The limits of a park: those set by hand, null where lifted, and else what the park states. */
function limitsOf(
  { id, left }: GuidedPark,
  { limits }: PlacementScenario,
): Partial<Record<LimitKind, number>> {
  const own = new Map<LimitKind, number | null>();
  for (const kind of stateable) {
    const [resource, each] = statements[kind];
    const stated = left[resource]?.value ?? Number.NaN;
    if (!Number.isNaN(stated)) own.set(kind, stated * each);
  }
  for (const { park, kind, limit } of limits) if (park === id) own.set(kind, limit);
  return Object.fromEntries([...own].filter(([, limit]) => limit !== null));
}

/** Limits that are as parks state them, where the statement is made up for the demonstration. */
export const sampleLimits = ({ parks }: Pick<Ground, 'parks'>, { limits }: PlacementScenario) =>
  parks.flatMap(({ id, left }) =>
    stateable
      .filter(
        (kind) =>
          left[statements[kind][0]]?.sample &&
          !limits.some(({ park, kind: set }) => park === id && set === kind),
      )
      .map((kind) => ({ park: id, kind })),
  );

/** What 亿元 of a group needs: as set by hand, else by the pack, where exports are taken to need what as much output needs. */
function needsOf(
  { intensities }: Ground['pack'],
  groups: readonly string[],
  set: PlacementScenario['needs'],
): PlacementProblem['needs'] {
  return Object.fromEntries(
    groups.map((group) => {
      const needs = {
        land: needOf(intensities, group, 'land'),
        power: needOf(intensities, group, 'electricity'),
        labour: needOf(intensities, group, 'employees'),
        ...byHand(set.filter((one) => one.group === undefined)),
        ...byHand(set.filter((one) => one.group === group)),
      };
      return [group, Object.fromEntries(Object.entries(needs).filter(([, need]) => need !== undefined))];
    }),
  );
}

const byHand = (set: PlacementScenario['needs']) =>
  Object.fromEntries(set.map(({ kind, need }) => [kind, need]));

function volumesOf(
  ground: Ground,
  { movable: asked, volumes }: PlacementScenario,
): PlacementProblem['movable'] {
  const key = ({ origin, group }: { origin: string; group: string }) => `${origin} ${group}`;
  const all = new Map(
    movable(ground).map(({ place: origin, group, [asked]: volume }) => [
      key({ origin, group }),
      { origin, group, volume },
    ]),
  );
  const groups = new Set(ground.trade?.exports.columns);
  for (const set of volumes) {
    if (!groups.has(set.group) || !ground.places.some(({ code }) => code === set.origin))
      throw new GuidanceRefused(
        'not-computable',
        `volumes: the statistics tell nothing of ${set.group} of ${set.origin}`,
        'name a place and a group that GET /api/guidance/known tells of',
      );
    all.set(key(set), set);
  }
  return [...all.values()].filter(({ volume }) => volume > 0);
}

/**
 * The placement problem of a scenario: what is likely to move by the statistics, what parks state they have left, what
 * goods need by the pack, how good parks are for them; and over all of it what the scenario sets by hand.
 *
 * @throws GuidanceRefused `no-statistics`, or `not-computable` where the scenario names what is not there
 */
export function problemFromGround(ground: Ground, scenario: PlacementScenario): PlacementProblem {
  const { weights, limits, bonus, shares, preferences, excluded, required, least, most, lot } = scenario;
  const volumes = volumesOf(ground, scenario);
  const origins = new Set(volumes.map(({ origin }) => origin));
  const parkOf = new Map(ground.parks.map(({ id, record }) => [record, id]));
  const unknown = limits.findIndex(({ park }) => !ground.parks.some(({ id }) => id === park));
  if (unknown >= 0)
    throw new GuidanceRefused(
      'park-unknown',
      `limits[${unknown}]: there is no park ${limits[unknown]?.park}`,
      'name a park that GET /api/guidance/known tells of',
    );
  const pairings = new Map<string, PlacementProblem['pairings'][number]>();
  for (const { partnerPlace: origin, park: record } of ground.ties) {
    const park = parkOf.get(record);
    if (park !== undefined && origins.has(origin))
      pairings.set(`${origin} ${park}`, { origin, park, bonus, share: 0 });
  }
  for (const { origin, park, share } of shares) {
    const agreed = pairings.get(`${origin} ${park}`);
    pairings.set(`${origin} ${park}`, { origin, park, bonus: agreed?.bonus ?? 0, share });
  }
  const read = placementProblem.safeParse({
    movable: volumes,
    parks: ground.parks.map((park) => ({ id: park.id, limits: limitsOf(park, scenario) })),
    needs: needsOf(ground.pack, [...new Set(volumes.map(({ group }) => group))], scenario.needs),
    terms: suitability(ground, volumes, weights),
    pairings: [...pairings.values()],
    preferences,
    excluded,
    required,
    least,
    ...(most === null ? {} : { most }),
    lot,
  });
  if (read.success) return read.data;
  const [fault] = read.error.issues;
  throw new GuidanceRefused(
    'not-computable',
    `${fault?.path.join('.') || 'the scenario'}: ${fault?.message}`,
    'correct the scenario; GET /api/guidance/known tells places, groups and parks',
  );
}
