import type { Answer, LeftOver } from '@tidu/trade';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { amountsOf, answerTable } from '../answer-table.ts';
import type { Clearance } from '../clearance.ts';
import { csvText } from '../csv.ts';
import { workbook } from '../downloads.file.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';
import { leftOvers } from '../left-over.ts';
import { understoodQuery } from '../query-request.ts';
import { flow, list, loadBrief } from './schemas.ts';

const question = z
  .object({
    measure: z.string().default('value'),
    by: list,
    flow,
    period: z.string(),
    currency: z.string().optional(),
    asKnownAt: z.coerce.number().int().positive().optional(),
    edition: z.string().optional(),
    boundaries: z.string().optional(),
  })
  .catchall(z.union([z.string(), z.array(z.string())]));
const download = question.and(z.object({ lang: z.enum(['zh', 'en']).default('zh') }));

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
  unit: z.string(),
  shape: z.string(),
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

export function queryRoutes(api: Api, { pack, seenBy }: House): void {
  const ask = (asked: z.infer<typeof question>, clearance: Clearance): Promise<Answer> => {
    const { measure, by, flow, period, currency, asKnownAt, edition, boundaries, ...rest } = asked;
    const where = Object.entries(rest)
      .filter(([name]) => name.startsWith('where.'))
      .map(
        ([name, value]) =>
          [name.slice('where.'.length), [value].flat().flatMap((text) => text.split(','))] as const,
      );
    return seenBy(clearance).aggregate(
      understoodQuery({
        measure,
        by,
        flow,
        period,
        currency,
        asKnownAt,
        edition,
        boundaries,
        where: Object.fromEntries(where),
      }),
    );
  };

  api.get(
    '/query',
    { schema: { querystring: question, response: { 200: answerBody } } },
    async ({ query, clearance }) => {
      const answer = await ask(query, clearance);
      return {
        columns: [...answer.query.by, ...amountsOf(answer)],
        unit: answer.unit,
        shape: answer.shape.id,
        rows: answer.rows.map((row) => ({ ...row })),
        loads: answer.loads.map(({ id, file, at, synthetic }) => ({ id, file, at, synthetic })),
        missingMonths: [...answer.missingMonths],
        unpublished: [...answer.unpublished],
        ...(answer.notConcorded && { notConcorded: travelling(answer.notConcorded) }),
        ...(answer.unattributed && { unattributed: travelling(answer.unattributed) }),
        ...(answer.reckoned && { reckoned: answer.reckoned }),
        ...(answer.currencies && { currencies: { ...answer.currencies } }),
        notes: notesOn(answer),
      };
    },
  );

  api.get('/query.csv', { schema: { querystring: download } }, async ({ query, clearance }, reply) => {
    const { lang, ...asked } = query;
    const { columns, rows } = answerTable(await ask(asked, clearance), pack, lang);
    return attachment(reply, 'csv', 'text/csv; charset=utf-8').send(csvText(columns, rows));
  });

  api.get('/query.xlsx', { schema: { querystring: download } }, async ({ query, clearance }, reply) => {
    const { lang, ...asked } = query;
    const answer = await ask(asked, clearance);
    const { columns, rows } = answerTable(answer, pack, lang);
    const sheets = lang === 'zh' ? (['数据', '说明'] as const) : (['Data', 'About'] as const);
    const about: [string, string][] = [
      [lang === 'zh' ? '查询' : 'Query', JSON.stringify(answer.query)],
      [lang === 'zh' ? '口径' : 'Shape', answer.shape.id],
      [lang === 'zh' ? '行数' : 'Rows', String(rows.length)],
      ...leftOvers(answer, lang).map(({ label, left }): [string, string] => [
        label,
        `${left.value} (${left.codes})`,
      ]),
      ...answer.loads.map((load): [string, string] => [
        lang === 'zh' ? '数据文件' : 'File',
        `${load.file} · sha256 ${load.sha256} · ${load.at}`,
      ]),
      ['SQL', answer.sql],
    ];
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return attachment(reply, 'xlsx', type).send(await workbook(columns, rows, about, sheets));
  });
}

function attachment(reply: FastifyReply, ending: string, type: string): FastifyReply {
  return reply.type(type).header('content-disposition', `attachment; filename="tidu.${ending}"`);
}

const travelling = ({ first, ...rest }: LeftOver): z.infer<typeof leftOver> => ({
  ...rest,
  first: first.map(({ candidates, ...code }) => ({ ...code, candidates: [...candidates] })),
});

function notesOn({ loads, missingMonths, shape, reckoned }: Answer): string[] {
  return [
    ...(reckoned ? [reckoned] : []),
    ...(shape.dimensions.includes('place') ? ['registration-not-production'] : []),
    ...(missingMonths.length > 0 ? ['months-missing'] : []),
    ...(loads.some((load) => load.synthetic) ? ['synthetic'] : []),
  ];
}
