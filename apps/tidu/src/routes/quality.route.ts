import { checkNames, monthStates, sourceCalendar } from '@tidu/indicators';
import { changes, type KeptFinding, severities, states, type Told, verdicts } from '@tidu/trade';
import { z } from 'zod';
import { type Clearance, mustBeDesk } from '../clearance.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';
import { namesOf } from '../names.ts';
import { kept, tally } from '../quality.ts';
import { list, words } from './schemas.ts';

const told = z.record(z.string(), z.union([z.number(), z.string(), z.null()]));
const about = z.object({
  shape: z.string(),
  against: z.string().optional(),
  month: z.string().optional(),
  to: z.string().optional(),
  flow: z.string().optional(),
  place: z.string().optional(),
  commodity: z.string().optional(),
  partner: z.string().optional(),
  mode: z.string().optional(),
  load: z.int().optional(),
});
const verdict = z.enum(verdicts);
const brief = z.object({
  id: z.int(),
  check: z.enum(checkNames),
  reason: z.string(),
  severity: z.enum(severities),
  state: z.enum(states),
  about,
  amounts: told,
  judged: told,
  verdict: verdict.optional(),
  /** Names of what it is about, by kind and code: `place 510000`. */
  names: z.record(z.string(), words),
});
const decision = z.object({
  at: z.string(),
  verdict,
  by: z.string().optional(),
  note: z.string().optional(),
  load: z.int().optional(),
  amounts: told,
});
const whole = brief.extend({
  firstFound: z.string(),
  lastFound: z.string(),
  decisions: z.array(decision),
  /** What has changed since the last decision. */
  changes: z.array(
    z.object({
      name: z.string(),
      was: z.union([z.number(), z.string(), z.null()]),
      is: z.union([z.number(), z.string(), z.null()]),
    }),
  ),
  cells: z.array(told).optional(),
  series: z
    .object({
      points: z.array(z.string()),
      unit: z.string(),
      lines: z.array(z.object({ name: z.string(), values: z.array(z.number().nullable()) })),
    })
    .optional(),
  loads: z.array(z.object({ id: z.int(), file: z.string(), at: z.string(), sha256: z.string() })),
});
const counts = z.record(z.string(), z.int());
const shape = z.object({
  id: z.string(),
  span: z.enum(['month', 'year', 'range']),
  dimensions: z.array(z.string()),
  levels: z.array(z.string()),
  nested: z.boolean(),
  hsDigits: z.int().optional(),
  within: z.string().optional(),
  currency: z.string(),
});
const page = z.object({
  findings: z.array(brief),
  total: z.int(),
  /** Of all that the reader may see, however the list is narrowed. */
  counts: z.object({ check: counts, severity: counts, state: counts }),
});
const runState = z.object({
  running: z.object({ check: z.string(), shape: z.string(), done: z.int(), of: z.int() }).optional(),
  failed: z.string().optional(),
  last: z
    .object({
      id: z.int(),
      at: z.string(),
      vintage: z.int(),
      seconds: z.number(),
      complete: z.boolean(),
      found: counts,
      passedOver: z.array(
        z.object({ check: z.string(), shape: z.string(), code: z.string(), reason: z.string() }),
      ),
    })
    .optional(),
  loadsSince: z.int(),
});
const calendar = z.object({
  shape,
  name: words.optional(),
  regular: z.boolean(),
  months: z.array(
    z.object({
      month: z.string(),
      state: z.enum(monthStates),
      load: z.int().optional(),
      days: z.int().optional(),
    }),
  ),
  facts: z.int(),
  synthetic: z.boolean(),
  confidential: z.boolean(),
  read: z.int(),
  quarantined: z.int(),
  days: z.number().nullable(),
});
const board = z.object({
  today: z.string(),
  /** The day of the next month by which a month is published, as the pack assumes. */
  publicationDay: z.int().nullable(),
  sources: z.array(calendar),
});
const filter = z.object({
  check: list,
  severity: list,
  state: list,
  shape: z.string().optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
const one = z.object({ id: z.coerce.number().int() });

/** The quality board. The public sees what is odd in what the customs publish; who decided what stays with the desk. */
export function qualityRoutes(api: Api, { quality, seenBy, pack }: House): void {
  const [zh, en] = [namesOf(pack, 'zh'), namesOf(pack, 'en')];
  const nameOf = (kind: 'place' | 'commodity' | 'partner' | 'mode', code: string) => {
    const dimension = kind === 'place' ? 'prefecture' : kind;
    return { zh: zh(dimension, code), en: en(dimension, code) };
  };

  /** What rests on declarations is nobody's but the desk's. */
  const seen = async (clearance: Clearance): Promise<readonly KeptFinding[]> => {
    const findings = await quality.list();
    if (clearance === 'desk') return findings;
    const shapes = new Set((await seenBy(clearance).coverage()).map(({ shape }) => shape.id));
    return findings.filter(
      ({ about: { shape, against } }) => shapes.has(shape) && (against === undefined || shapes.has(against)),
    );
  };

  const face = ({
    id,
    check,
    reason,
    severity,
    state,
    about,
    amounts,
    judged,
    cells,
    decisions,
  }: KeptFinding) => ({
    id,
    check: check as (typeof checkNames)[number],
    reason,
    severity,
    state,
    about: { ...about },
    amounts: { ...amounts },
    judged: { ...judged },
    ...(decisions.length > 0 && { verdict: decisions.at(-1)?.verdict }),
    names: namesIn([about as unknown as Told, amounts, ...(cells ?? [])]),
  });

  /** Names of every code that is told, under the kind of its field. */
  const namesIn = (records: readonly Told[]) =>
    Object.fromEntries(
      records.flatMap((record) =>
        (['place', 'within', 'commodity', 'partner', 'mode'] as const).flatMap((field) => {
          const code = record[field];
          const kind = field === 'within' ? 'place' : field;
          return typeof code === 'string' ? [[`${kind} ${code}`, nameOf(kind, code)] as const] : [];
        }),
      ),
    );

  api.get(
    '/quality',
    { schema: { querystring: filter, response: { 200: page } } },
    async ({ query, clearance }) => {
      const all = await seen(clearance);
      const { offset, limit, check, severity, state, shape } = query;
      const wanted = kept(all, {
        check,
        severity: severities.filter((name) => severity.includes(name)),
        state: states.filter((name) => state.includes(name)),
        shape,
      });
      return {
        findings: wanted.slice(offset, offset + limit).map(face),
        total: wanted.length,
        counts: {
          check: tally(all.filter(({ state: is }) => is !== 'gone').map((finding) => finding.check)),
          severity: tally(all.filter(({ state: is }) => is !== 'gone').map((finding) => finding.severity)),
          state: tally(all.map((finding) => finding.state)),
        },
      };
    },
  );

  api.get('/quality/sources', { schema: { response: { 200: board } } }, async ({ clearance }) => {
    const ground = await quality.ground(seenBy(clearance));
    return {
      today: ground.today,
      publicationDay: pack.publication?.day ?? null,
      sources: ground.coverage.map((table) => {
        const { shape: own, months, ...rest } = sourceCalendar(ground, table);
        return {
          ...rest,
          months: months.map((month) => ({ ...month })),
          shape: { ...own, dimensions: [...own.dimensions], levels: [...own.levels] },
          ...(own.within === undefined ? {} : { name: nameOf('place', own.within) }),
        };
      }),
    };
  });

  api.get('/quality/run', { schema: { response: { 200: runState } } }, async ({ clearance }) => {
    mustBeDesk(clearance);
    return stateBody();
  });

  /** Begins a run, or tells of the one that is under way; how it goes is told by the address above. */
  api.post(
    '/quality/run',
    { schema: { body: z.object({ all: z.boolean().default(false) }), response: { 202: runState } } },
    async ({ body, clearance }, reply) => {
      mustBeDesk(clearance);
      quality.run(body).catch(() => {
        // The state says so.
      });
      return reply.status(202).send(await stateBody());
    },
  );

  const stateBody = async () => {
    const { last, running, ...rest } = await quality.state();
    return {
      ...rest,
      ...(running && { running: { ...running } }),
      ...(last && {
        last: { ...last, found: { ...last.found }, passedOver: last.passedOver.map((one) => ({ ...one })) },
      }),
    };
  };

  api.get(
    '/quality/:id',
    { schema: { params: one, response: { 200: whole } } },
    async ({ params, clearance }) => {
      const found = (await seen(clearance)).find(({ id }) => id === params.id);
      return body(found ?? (await unknown(clearance, params.id)), clearance);
    },
  );

  api.post(
    '/quality/:id/decision',
    {
      schema: {
        params: one,
        body: z.object({ verdict, note: z.string(), by: z.string(), load: z.int().optional() }),
        response: { 200: whole },
      },
    },
    async ({ params, body: made, clearance }) => {
      mustBeDesk(clearance);
      const { load, ...rest } = made;
      return body(
        await quality.decide(params.id, { ...rest, ...(load === undefined ? {} : { load }) }),
        clearance,
      );
    },
  );

  const unknown = (clearance: Clearance, id: number): Promise<KeptFinding> =>
    quality.get(clearance === 'desk' ? id : -1);

  const body = async (found: KeptFinding, clearance: Clearance) => {
    const files = new Map((await seenBy(clearance).loads()).map((load) => [load.id, load]));
    const last = found.decisions.at(-1);
    const { series, cells } = found;
    return {
      ...face(found),
      firstFound: found.firstFound,
      lastFound: found.lastFound,
      decisions: found.decisions.map(({ by, note, load, ...rest }) => ({
        ...rest,
        amounts: { ...rest.amounts },
        ...(clearance === 'desk' ? { by, note, ...(load === undefined ? {} : { load }) } : {}),
      })),
      changes: last ? changes(last.amounts, found.amounts) : [],
      ...(cells && { cells: cells.map((cell) => ({ ...cell })) }),
      ...(series && {
        series: {
          unit: series.unit,
          points: [...series.points],
          lines: series.lines.map(({ name, values }) => ({ name, values: [...values] })),
        },
      }),
      loads: found.loads.flatMap((id) => {
        const load = files.get(id);
        return load ? [{ id, file: load.file, at: load.at, sha256: load.sha256 }] : [];
      }),
    };
  };
}
