import multipart from '@fastify/multipart';
import { measuresOfSheets, sheetsOf, sheetsOfWorkbook, workbookOf } from '@tidu/policy';
import { z } from 'zod';
import { Refused } from '../../errors.ts';
import type { Api } from '../../http.server.ts';
import { faultWords } from '../../measure-fault-words.ts';
import type { AskMeasures } from '../../measures.store.ts';
import { contentTypes } from '../../table-file.file.ts';
import { words } from '../schemas.ts';

const tags = ['measures'];
const largestFile = 2 * 2 ** 20;

/** Measures as a workbook, for people who edit tables, and back; nothing is kept of what comes back. */
export async function measureTableRoutes(api: Api, measures: AskMeasures): Promise<void> {
  await api.register(multipart, { limits: { fileSize: largestFile, files: 1 } });

  api.get(
    '/measures/table.xlsx',
    {
      config: { open: 'what offices give is published for everybody' },
      schema: {
        tags,
        querystring: z.object({
          /** Only this measure. */
          measure: z.string().max(80).optional(),
        }),
      },
    },
    async ({ query }, reply) => {
      const { rules } = await measures();
      const all = [...rules.rules.values()].map(({ measure }) => measure);
      const wanted = all.filter(({ id }) => query.measure === undefined || id === query.measure);
      if (wanted.length === 0) {
        throw new Refused('not-found', `there is no measure ${query.measure}`, 'see the library');
      }
      return reply
        .headers({
          'content-type': contentTypes.xlsx,
          'content-disposition': `attachment; filename="tidu-measures-${wanted.length}.xlsx"`,
        })
        .send(await workbookOf(sheetsOf(wanted)));
    },
  );

  api.post(
    '/measures/table',
    {
      config: { deed: 'measure.create' },
      schema: {
        tags,
        response: {
          200: z.object({
            measures: z.array(z.object({ id: z.string(), text: z.string() })),
            faults: z.array(
              z.object({
                sheet: z.string(),
                row: z.int(),
                column: z.string(),
                message: words,
                remedy: words,
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      if (!request.isMultipart())
        throw new Refused('not-understood', 'a file comes as a form (multipart/form-data)', 'choose a file');
      const part = await request.file();
      if (!part) throw new Refused('not-understood', 'there is no file', 'choose a file');
      const sheets = await sheetsOfWorkbook(await part.toBuffer()).catch(() => {
        throw new Refused(
          'not-understood',
          `${part.filename} is no workbook`,
          'save it as XLSX and choose it again',
        );
      });
      const found = measuresOfSheets(sheets);
      return {
        measures: found.measures.map((one) => ({ ...one })),
        faults: found.faults.slice(0, mostFaults).map(({ message, remedy, ...at }) => ({
          ...at,
          message: message.zh === message.en ? faultWords(message.en) : { ...message },
          remedy: remedy.zh === remedy.en ? faultWords(remedy.en) : { ...remedy },
        })),
      };
    },
  );
}

/** Enough to work on; the rest comes when these are mended. */
const mostFaults = 500;
