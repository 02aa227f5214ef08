import { z } from 'zod';
import { limitKinds } from './limit-kinds.ts';

const id = z.string().min(1);
const amount = z.number().nonnegative().describe('Yuan a year');
const kind = z.enum(limitKinds);
const perKind = z.partialRecord(kind, z.number().nonnegative());

export const problemShape = z.strictObject({
  movable: z
    .array(z.strictObject({ origin: id, group: id, volume: amount }))
    .describe('What is likely to move: yearly exports of a commodity group of a city'),
  parks: z.array(
    z.strictObject({
      id,
      limits: perKind.describe('In the units of limit-kinds; an absent one is not known and not imposed'),
    }),
  ),
  needs: z
    .record(id, perKind)
    .describe('By commodity group: what 亿元 moved a year needs; an absent one is not known and not counted'),
  terms: z
    .array(
      z.strictObject({
        id,
        weight: z.number().nonnegative(),
        side: z.enum(['firm', 'park', 'both']).describe('Whose wish it is, for the check of stability'),
        values: z
          .array(z.array(z.number().min(0).max(1).nullable()))
          .describe('How good: by movable volume, by park; null is not known'),
      }),
    )
    .min(1),
  pairings: z
    .array(
      z.strictObject({
        origin: id,
        park: id,
        bonus: z.number().nonnegative().default(0).describe('Added to the value of each yuan'),
        share: z
          .number()
          .min(0)
          .max(1)
          .default(0)
          .describe('Of all that is movable of the origin, this much at least goes to the park'),
      }),
    )
    .default([])
    .describe('What a place and a park have agreed on'),
  preferences: z
    .array(z.strictObject({ origin: id, group: id, park: id, value: z.number() }))
    .default([])
    .describe('What firms have said: added to the value of each yuan, negative where they would not go'),
  excluded: z
    .array(z.strictObject({ origin: id.optional(), group: id.optional(), park: id.optional() }))
    .default([])
    .describe('What shall not be; an absent part stands for any'),
  required: z
    .array(z.strictObject({ origin: id, group: id, park: id, amount }))
    .default([])
    .describe('What shall be at least'),
  least: z
    .number()
    .nonnegative()
    .default(0)
    .describe('Every park gets at least this many times the even split: all that is movable ÷ parks'),
  most: z.number().positive().optional().describe('Every park gets at most this many times the even split'),
  lot: amount.default(0).describe('A placement is nothing, or at least this much'),
});

type Shape = z.infer<typeof problemShape>;

/** What stands in a problem and cannot be: twice the same, a name that nothing bears, a table of another size. */
function faults(problem: Shape): { path: (string | number)[]; message: string }[] {
  const found: { path: (string | number)[]; message: string }[] = [];
  const fault = (path: (string | number)[], message: string) => found.push({ path, message });
  const twice = (
    name: string,
    keys: readonly string[],
    where = (i: number): (string | number)[] => [name, i],
  ) => {
    const seen = new Set<string>();
    keys.forEach((key, i) => {
      if (seen.has(key)) fault(where(i), `${key} stands here twice; leave one`);
      seen.add(key);
    });
    return seen;
  };
  const movable = twice(
    'movable',
    problem.movable.map(({ origin, group }) => `${origin} ${group}`),
  );
  const parks = twice(
    'parks',
    problem.parks.map((park) => park.id),
  );
  const origins = new Set(problem.movable.map(({ origin }) => origin));
  const groups = new Set(problem.movable.map(({ group }) => group));
  twice(
    'terms',
    problem.terms.map((term) => term.id),
  );
  twice(
    'pairings',
    problem.pairings.map(({ origin, park }) => `${origin} ${park}`),
  );
  for (const name of ['preferences', 'required'] as const) {
    twice(
      name,
      problem[name].map(({ origin, group, park }) => `${origin} ${group} ${park}`),
    );
    problem[name].forEach(({ origin, group, park }, i) => {
      if (!movable.has(`${origin} ${group}`))
        fault([name, i], `nothing of ${group} is movable from ${origin}; name it under movable`);
      if (!parks.has(park)) fault([name, i, 'park'], `${park} is not among the parks`);
    });
  }
  problem.pairings.forEach(({ origin, park }, i) => {
    if (!origins.has(origin)) fault(['pairings', i, 'origin'], `nothing is movable from ${origin}`);
    if (!parks.has(park)) fault(['pairings', i, 'park'], `${park} is not among the parks`);
  });
  problem.excluded.forEach(({ origin, group, park }, i) => {
    if (origin === undefined && group === undefined && park === undefined)
      fault(['excluded', i], 'this shuts out everything; name an origin, a group or a park');
    if (origin !== undefined && !origins.has(origin))
      fault(['excluded', i, 'origin'], `nothing is movable from ${origin}`);
    if (group !== undefined && !groups.has(group))
      fault(['excluded', i, 'group'], `nothing of ${group} is movable`);
    if (park !== undefined && !parks.has(park))
      fault(['excluded', i, 'park'], `${park} is not among the parks`);
  });
  problem.terms.forEach(({ values }, t) => {
    if (values.length !== problem.movable.length)
      fault(['terms', t, 'values'], `${values.length} rows for ${problem.movable.length} movable volumes`);
    values.forEach((row, i) => {
      if (row.length !== problem.parks.length)
        fault(['terms', t, 'values', i], `${row.length} values for ${problem.parks.length} parks`);
    });
  });
  if (problem.terms.every(({ weight }) => weight === 0))
    fault(['terms'], 'no term has a weight; give one a weight above 0');
  if (problem.most !== undefined && problem.most < problem.least)
    fault(['most'], `${problem.most} is below the least of ${problem.least}`);
  return found;
}

/**
 * What goes where, as numbers: movable volumes, parks with their limits, what goods need, how good each park is for
 * each, and the rules. What is not known is absent or null, and is named in the plan.
 */
export const placementProblem = problemShape.superRefine((problem, context) => {
  for (const { path, message } of faults(problem)) context.addIssue({ code: 'custom', path, message });
});
export type PlacementProblem = z.infer<typeof placementProblem>;
