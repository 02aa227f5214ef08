import { z } from 'zod';
import type { Kind } from '../ground/kind.ts';
import { conflictRules } from './conflicts.ts';
import { draw, type Pool } from './draw.ts';
import { type PanelAct, type PanelFacts, type PanelState, panelWorkflow } from './panel.workflow.ts';
import { criterion, stratum } from './rules.ts';

const isoDate = z.iso.date();
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256: 64 hexadecimal digits in lower case');
const pair = { expert: z.string(), application: z.string() };

/** All that the draw depends on but the seed; what people are called stands beside it. */
const pool = z.strictObject({
  experts: z.array(
    z.strictObject({
      id: z.string(),
      institution: z.string(),
      fields: z.array(z.string()),
      region: z.string(),
    }),
  ),
  applications: z.array(z.string()),
  conflicts: z.array(z.strictObject(pair)),
  strata: z.array(stratum),
  perApplication: z.int(),
  perInstitution: z.int(),
});

const drawn = z.strictObject({
  order: z.array(z.strictObject({ expert: z.string(), ticket: hash })),
  members: z.array(z.strictObject({ expert: z.string(), seat: z.union([z.int(), z.literal('reserve')]) })),
  assignments: z.array(z.strictObject({ application: z.string(), experts: z.array(z.string()) })),
});

const ranking = z.strictObject({
  applications: z.array(
    z.strictObject({
      application: z.string(),
      raw: z.number(),
      rawRank: z.int(),
      adjusted: z.number(),
      adjustedRank: z.int(),
      interval: z.tuple([z.int(), z.int()]),
      component: z.int(),
      scores: z.int(),
    }),
  ),
  experts: z.array(
    z.strictObject({ expert: z.string(), effect: z.number(), component: z.int(), scores: z.int() }),
  ),
  components: z.array(z.array(z.string())),
  indispensable: z.array(z.string()),
});

const panelContent = z.strictObject({
  batch: z.string(),
  /** What the pack says of a review, as it was when the panel was made; made with it. */
  criteria: z.array(criterion).default([]),
  strata: z.array(stratum).default([]),
  perApplication: z.int().min(1).max(20).default(1),
  perInstitution: z.int().min(1).max(20).default(1),
  rules: z.array(z.enum(conflictRules)).default([]),
  /** SHA-256 of the seed, made known before the draw. */
  commitment: hash.optional(),
  committedOn: isoDate.optional(),
  /** The first day on which the seed may be told and the panel drawn. */
  drawFrom: isoDate.optional(),
  pool: pool.optional(),
  /** SHA-256 of the pool as canonical JSON, made known with the commitment. */
  poolDigest: hash.optional(),
  /** How experts are called, and why each may not judge what. */
  names: z.record(z.string(), z.string()).default({}),
  reasons: z
    .array(z.strictObject({ ...pair, rule: z.enum(conflictRules), zh: z.string(), en: z.string() }))
    .default([]),
  seed: z.string().optional(),
  drawn: drawn.optional(),
  /** Experts who stepped back, and who took their place. */
  replaced: z.array(z.strictObject({ ...pair, by: z.string().optional(), reason: z.string() })).default([]),
  ranking: ranking.optional(),
  /** Which applications the review recommends. */
  recommended: z.array(z.string()).optional(),
});
export type PanelContent = z.infer<typeof panelContent>;

const seated = ({ drawn: found, replaced }: PanelContent): string[] => [
  ...new Set([
    ...(found?.members ?? []).map(({ expert }) => expert),
    ...replaced.flatMap(({ by }) => (by ? [by] : [])),
  ]),
];

/** The experts of a batch: who may be drawn, who was, by which seed, and what came of their scores. */
export const panel: Kind<PanelContent, PanelState, PanelAct, PanelFacts['extra']> = {
  name: 'panel',
  plural: 'panels',
  names: { zh: '评审专家组', en: 'panel of experts' },
  content: panelContent,
  workflow: panelWorkflow,
  face: (content, state) => ({
    title: { zh: '评审专家组', en: 'Panel of experts' },
    territory: '100000',
    organisations: ['org-ministry'],
    people: seated(content),
    parent: content.batch,
    published: state === 'closed',
    due: state === 'committed' ? content.drawFrom : undefined,
  }),
  // Enough to run the draw again; neither names, nor ties, nor anybody's scores.
  publicContent: ({
    batch,
    commitment,
    committedOn,
    drawFrom,
    pool: known,
    poolDigest,
    seed,
    drawn: result,
  }) => ({
    batch,
    ...(commitment && { commitment }),
    ...(committedOn && { committedOn }),
    ...(drawFrom && { drawFrom }),
    ...(known && { pool: known }),
    ...(poolDigest && { poolDigest }),
    ...(seed && { seed }),
    ...(result && { drawn: result }),
  }),
  shownTo: (content, asker) =>
    asker.role === 'expert' ? { ...content, names: {}, reasons: [], replaced: [] } : content,
  doing: {
    commit: {
      given: z.strictObject({ commitment: hash, drawFrom: isoDate }),
      change: (content, { given, today }) => ({
        ...content,
        commitment: String(given.commitment),
        drawFrom: String(given.drawFrom),
        committedOn: today,
      }),
    },
    draw: {
      given: z.strictObject({ seed: z.string().min(16, 'a seed has at least 16 characters').max(200) }),
      change: (content, { given, extra }) => {
        const seed = String(given.seed);
        const result = draw(content.pool as Pool, seed, extra.sha256);
        return { ...content, seed, drawn: panelContent.shape.drawn.parse(result) };
      },
    },
    recommend: {
      given: z.strictObject({ recommended: z.array(z.string().max(80)).max(5000) }),
      change: (content, { given }) => ({ ...content, recommended: given.recommended as string[] }),
    },
  },
};
