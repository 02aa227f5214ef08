import type { Readable } from 'node:stream';
import type { StreamedAnswer } from '@tidu/trade';
import { z } from 'zod';
import { aboutAnswer } from '../about.ts';
import { Downloads } from '../downloads.ts';
import { explain, Refused } from '../errors.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';
import { tableOf } from '../table.ts';
import { contentTypes, type FileFormat, fileFormats, tableFile } from '../table-file.file.ts';
import { question, streamAsked } from './query.route.ts';

const ticket = z.string().regex(/^[\w-]{16,64}$/);
const download = question.and(
  z.object({
    lang: z.enum(['zh', 'en']).default('zh'),
    /** Made up by whoever asks, to ask under it how far the file is. */
    ticket: ticket.optional(),
  }),
);
const underway = z.object({
  rows: z.int(),
  of: z.int().nullable(),
  state: z.enum(['asked', 'made', 'done', 'failed']),
  problem: z.object({ code: z.string(), detail: z.string(), remedy: z.string().optional() }).optional(),
});

/** Answers as files of any length: what they say of themselves is known before the first row leaves. */
export function downloadRoutes(api: Api, house: House): void {
  const downloads = new Downloads();
  for (const format of fileFormats) {
    api.get(
      `/query.${format}`,
      { schema: { querystring: download } },
      async ({ query, clearance }, reply) => {
        const { lang, ticket, ...asked } = query;
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort(new Refused('gone', 'whoever asked has gone', 'ask again')));
        downloads.say(ticket, { rows: 0, of: null, state: 'asked' });
        let answer: StreamedAnswer | undefined;
        try {
          answer = await streamAsked(house, asked, clearance, { signal: gone.signal });
          const laid = tableOf(answer, house.pack, lang);
          const table = { ...laid, about: aboutAnswer({ ...answer, count: laid.count }, lang) };
          const of = table.count;
          let rows = 0;
          const at = (written: number) => {
            rows = written;
            downloads.say(ticket, { rows, of, state: 'made' });
          };
          at(0);
          const bytes = await tableFile(table, format, { language: lang, scratch: house.store.scratch, at });
          bytes.once('end', () => downloads.say(ticket, { rows, of, state: 'done' }));
          bytes.once('error', (error) =>
            downloads.say(ticket, { rows, of, state: 'failed', problem: problemOf(error) }),
          );
          const { close } = answer;
          bytes.once('close', () => void close());
          return reply.headers(headersOf(format, of, answer, bytes)).send(bytes);
        } catch (error) {
          await answer?.close();
          downloads.say(ticket, { rows: 0, of: null, state: 'failed', problem: problemOf(error) });
          throw error;
        }
      },
    );
  }

  api.get(
    '/downloads/:ticket',
    { schema: { params: z.object({ ticket }), response: { 200: underway } } },
    async ({ params }) => {
      const found = downloads.of(params.ticket);
      if (found) return { ...found };
      throw new Refused('not-found', 'there is no such download', 'ask for the file again');
    },
  );
}

const headersOf = (
  format: FileFormat,
  rows: number,
  { missingMonths, loads }: Pick<StreamedAnswer, 'missingMonths' | 'loads'>,
  bytes: Readable & { length?: number },
) => ({
  'content-type': contentTypes[format],
  'x-tidu-rows': String(rows),
  'x-tidu-missing-months': missingMonths.join(','),
  'x-tidu-synthetic': String(loads.some(({ synthetic }) => synthetic)),
  // The count goes with the file, also where no header does.
  'content-disposition': `attachment; filename="tidu-${rows}-rows.${format}"`,
  ...(bytes.length === undefined ? {} : { 'content-length': String(bytes.length) }),
});

function problemOf(error: unknown) {
  const { code, sentence, remedy } = explain(error);
  return { code, detail: sentence, ...(remedy ? { remedy } : {}) };
}
