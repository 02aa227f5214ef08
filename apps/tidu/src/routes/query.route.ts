import {
  amountsOf,
  dimensions,
  isConfidential,
  type LeftOver,
  rowsOf,
  type StreamedAnswer,
  type StreamOptions,
} from '@tidu/trade';
import { z } from 'zod';
import type { Clearance } from '../clearance.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';
import { understoodQuery } from '../query-request.ts';
import { flow, list, loadBrief } from './schemas.ts';

export const question = z
  .object({
    measure: z.string().default('value'),
    by: list,
    flow,
    period: z.string(),
    currency: z.string().optional(),
    asKnownAt: z.coerce.number().int().positive().optional(),
    shape: z.string().optional(),
    edition: z.string().optional(),
    boundaries: z.string().optional(),
    /** One of `by`, laid out as columns. */
    across: z.enum(dimensions).optional(),
    /** No more rows than these; `count` says how many there are. */
    most: z.coerce.number().int().positive().optional(),
  })
  .catchall(z.union([z.string(), z.array(z.string())]));
type Question = z.infer<typeof question>;

const leftOver = z.object({
  value: z.number(),
  share: z.number().nullable(),
  codes: z.int(),
  first: z.array(
    z.object({ code: z.string(), value: z.number(), from: z.string(), candidates: z.array(z.string()) }),
  ),
});

const answerBody = z.object({
  columns: z.array(z.string()),
  /** How many columns head a row; the others are amounts. */
  heads: z.int(),
  unit: z.string(),
  shape: z.string(),
  /** How many rows there are, also where `most` keeps some of them back. */
  count: z.int(),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  loads: z.array(loadBrief),
  missingMonths: z.array(z.string()),
  unpublished: z.array(z.string()),
  notConcorded: leftOver.optional(),
  unattributed: leftOver.optional(),
  reckoned: z.enum(['sum-of-months', 'difference-of-years-to-date']).optional(),
  currencies: z.object({ onlyCny: z.int(), onlyUsd: z.int() }).optional(),
  notes: z.array(z.string()),
});

/** A question as an address has it, put to what somebody of that clearance sees. */
export function streamAsked(
  { seenBy }: Pick<House, 'seenBy'>,
  { across, most: _, ...asked }: Question,
  clearance: Clearance,
  options: StreamOptions = {},
): Promise<StreamedAnswer> {
  return seenBy(clearance).stream(written(asked), { ...options, ...(across && { across }) });
}

function written({
  measure,
  by,
  flow,
  period,
  currency,
  asKnownAt,
  shape,
  edition,
  boundaries,
  ...rest
}: Question) {
  const where = Object.entries(rest)
    .filter(([name]) => name.startsWith('where.'))
    .map(
      ([name, value]) =>
        [name.slice('where.'.length), [value].flat().flatMap((text) => String(text).split(','))] as const,
    );
  return understoodQuery({
    measure,
    by,
    flow,
    period,
    currency,
    asKnownAt,
    shape,
    edition,
    boundaries,
    where: Object.fromEntries(where),
  });
}

export function queryRoutes(api: Api, house: House): void {
  api.get(
    '/query',
    { schema: { querystring: question, response: { 200: answerBody } } },
    async ({ query, clearance }) => {
      const { across, most, ...asked } = query;
      if (most === undefined && across === undefined) {
        const answer = await house.seenBy(clearance).aggregate(written(asked));
        const { by } = answer.query;
        return {
          ...told({ ...answer, heads: by, count: answer.rows.length }),
          rows: answer.rows.map((row) => ({ ...row })),
        };
      }
      const answer = await streamAsked(house, query, clearance);
      return { ...told(answer), rows: await first(answer, most ?? Number.POSITIVE_INFINITY) };
    },
  );
}

async function first(
  answer: StreamedAnswer,
  most: number,
): Promise<Record<string, string | number | null>[]> {
  const rows: Record<string, string | number | null>[] = [];
  try {
    for await (const batch of answer.batches) {
      for (const row of rowsOf(answer, batch)) if (rows.length < most) rows.push(row);
      if (rows.length >= most) break;
    }
  } finally {
    await answer.close();
  }
  return rows;
}

const told = (answer: Omit<StreamedAnswer, 'batches' | 'close'>) => ({
  columns: [...answer.heads, ...amountsOf(answer)],
  heads: answer.heads.length,
  unit: answer.unit,
  shape: answer.shape.id,
  count: answer.count,
  loads: answer.loads.map(({ id, file, at, synthetic }) => ({ id, file, at, synthetic })),
  missingMonths: [...answer.missingMonths],
  unpublished: [...answer.unpublished],
  ...(answer.notConcorded && { notConcorded: travelling(answer.notConcorded) }),
  ...(answer.unattributed && { unattributed: travelling(answer.unattributed) }),
  ...(answer.reckoned && { reckoned: answer.reckoned }),
  ...(answer.currencies && { currencies: { ...answer.currencies } }),
  notes: notesOn(answer),
});

const travelling = ({ first, ...rest }: LeftOver): z.infer<typeof leftOver> => ({
  ...rest,
  first: first.map(({ candidates, ...code }) => ({ ...code, candidates: [...candidates] })),
});

function notesOn({
  loads,
  missingMonths,
  shape,
  reckoned,
}: Pick<StreamedAnswer, 'loads' | 'missingMonths' | 'shape' | 'reckoned'>): string[] {
  return [
    ...(reckoned ? [reckoned] : []),
    ...(shape.dimensions.includes('place') ? ['registration-not-production'] : []),
    ...(missingMonths.length > 0 ? ['months-missing'] : []),
    ...(loads.some((load) => load.synthetic) ? ['synthetic'] : []),
    ...(isConfidential(shape) ? ['confidential'] : []),
  ];
}
