import { words } from '@tidu/reference';
import { z } from 'zod';
import type { Facts, Kind } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';

/** As JSON: every limit of two hundred parks, set by hand with its reason, and forbidden and required placements beside. */
const longest = 250_000;

const organisation = z.string().regex(/^org-[a-z0-9-]+$/, 'the id of an organisation');
const digest = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal');

/** A result as whoever made the scenario saw it: by this it is told whether it is still the same, and if not, why. */
const resultSeen = z.strictObject({
  on: z.iso.date(),
  /** Over the canonical JSON of the result, as in its receipt. */
  sha256: digest,
  /** Of the figures that it rested on, in their order. */
  figures: z.array(digest).max(200),
  /** Records of the programme that it rested on: `park-taiyuan@3`. */
  records: z.array(z.string().max(100)).max(5000),
  /** Of what whoever made it may see of parks, ties and projects. */
  seen: digest,
  pack: z.string().max(100),
  program: z.string().max(40),
  status: z.string().max(40),
  /** Yuan a year; nothing where there is no plan. */
  moved: z.number().nonnegative().nullable(),
  movable: z.number().nonnegative().nullable(),
  objective: z.number().nullable(),
});

/** A question put to the plan of placements, kept. What it may ask is said by who plans (`World.placements`). */
const scenarioContent = z.strictObject({
  name: z.string().trim().min(1, 'call the scenario something').max(120),
  note: z.string().trim().max(2000).default(''),
  /** The organisation that makes it. */
  owner: organisation,
  request: z.record(z.string(), z.unknown()).refine((request) => JSON.stringify(request).length <= longest, {
    error: `a scenario has at most ${longest} characters as JSON: set fewer limits by hand`,
  }),
  /** Why limits are set by hand, where they are. */
  because: z
    .array(
      z.strictObject({
        park: z.string().min(1).max(80),
        kind: z.string().min(1).max(40),
        reason: z.string().trim().min(1).max(500),
      }),
    )
    .max(2000)
    .default([]),
  madeOn: z.iso.date(),
  /** The scenario that it was copied from. */
  copyOf: z
    .string()
    .regex(/^scenario-\d+$/, 'the id of a scenario')
    .optional(),
  result: resultSeen.optional(),
  /** Written by acts alone. */
  sharedWith: z.array(organisation).max(100).default([]),
});
export type ScenarioContent = z.infer<typeof scenarioContent>;
export type ScenarioState = 'draft' | 'shared' | 'open' | 'archived';
export type ScenarioAct = 'share' | 'open' | 'withdraw' | 'archive' | 'restore';
type F = Facts<ScenarioContent, unknown>;

const byWhoMakesIt: Guard<F> = {
  name: 'by who makes it',
  holds: ({ asker, record: { content } }) =>
    asker.organisation === content.owner ||
    words('只有制作单位可以这样做', 'only the organisation that made it does this'),
};
const guards = [byWhoMakesIt];
const unshared = (content: ScenarioContent): ScenarioContent => ({ ...content, sharedWith: [] });

/** A scenario stands still while others see it: to change it, it is taken back or copied. */
export const scenario: Kind<ScenarioContent, ScenarioState, ScenarioAct> = {
  name: 'scenario',
  plural: 'scenarios',
  names: words('承接方案情景', 'scenario'),
  content: scenarioContent,
  workflow: createWorkflow<ScenarioState, ScenarioAct, F>({
    name: 'scenario',
    states: {
      draft: words('草稿', 'draft'),
      shared: words('已共享给指定单位', 'shared with chosen organisations'),
      open: words('已向各部门和产业园公开', 'open to all offices'),
      archived: words('已归档', 'archived'),
    },
    initial: 'draft',
    editable: ['draft'],
    acts: {
      share: { name: words('共享给指定单位', 'share'), from: ['draft'], to: 'shared', guards },
      open: {
        name: words('向各部门和产业园公开', 'open to all offices'),
        from: ['draft', 'shared'],
        to: 'open',
        guards,
      },
      withdraw: { name: words('收回修改', 'take back'), from: ['shared', 'open'], to: 'draft', guards },
      archive: {
        name: words('归档', 'archive'),
        from: ['draft', 'shared', 'open'],
        to: 'archived',
        guards,
      },
      restore: {
        name: words('取回', 'take out of the archive'),
        from: ['archived'],
        to: 'draft',
        guards,
      },
    },
  }),
  doing: {
    share: {
      given: z.strictObject({
        with: z.array(organisation).min(1, 'choose with whom it is shared').max(100),
      }),
      change: (content, { given }) => ({
        ...content,
        sharedWith: [...new Set(given.with as string[])].filter((one) => one !== content.owner).sort(),
      }),
    },
    open: { change: unshared },
    withdraw: { change: unshared },
    archive: { change: unshared },
  },
  kept: ({ owner, madeOn, copyOf, sharedWith }, { copyOf: _, ...edited }) => ({
    ...edited,
    owner,
    madeOn,
    ...(copyOf && { copyOf }),
    sharedWith,
  }),
  face: ({ name, owner, sharedWith }) => ({
    title: { zh: name, en: name },
    territory: '100000',
    organisations: [owner, ...sharedWith],
    published: false,
  }),
};
