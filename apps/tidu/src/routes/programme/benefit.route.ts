import {
  type BenefitStatementContent,
  benefitClause,
  benefitEntry,
  benefitKind,
  benefitText,
  countedIn,
  countedOnce,
  countedTwice,
  kindNames,
  measures,
  NotAcceptable,
  type Programme,
  settle,
  settlement,
  step,
  trace,
  whatStandsAgainst,
} from '@tidu/programme';
import { z } from 'zod';
import { mustBeAllowed, mustHaveRole } from '../../allow.ts';
import { csvText } from '../../csv.ts';
import type { Api } from '../../http.server.ts';
import { statementTable } from '../../statement-table.ts';
import { workbook } from '../../workbook.file.ts';
import { words } from '../schemas.ts';

const one = z.object({ id: z.string().max(80) });
const language = z.object({ lang: z.enum(['zh', 'en']).default('zh') });
const tags = ['benefit-statements'];
const computed = z.object({ settlement, steps: z.array(step) });

/** Benefit sharing beside its records: computing while one types, files, and the table of the whole country. */
export function benefitRoutes(api: Api, programme: () => Promise<Programme>): void {
  api.post(
    '/benefit-calculation',
    {
      config: { open: 'computes on what it is given, and keeps nothing' },
      schema: {
        tags,
        body: z.object({
          clause: benefitClause,
          years: z
            .array(z.object({ year: z.int().min(2000).max(2100), entries: z.array(benefitEntry).max(500) }))
            .max(50),
        }),
        response: { 200: z.object({ text: words, years: z.array(computed) }) },
      },
    },
    async ({ body: { clause, years } }) => {
      const faults = years.flatMap(({ year, entries }, at) =>
        whatStandsAgainst(clause, year, entries).map(({ field, zh, en }) => ({
          field: `years.${at}.${field}`,
          message: `${zh} ${en}`,
        })),
      );
      if (faults.length > 0) throw new NotAcceptable(faults);
      let before = { park: 0, partner: 0 };
      return {
        text: benefitText(clause),
        years: years
          .toSorted((a, b) => a.year - b.year)
          .map(({ year, entries }) => {
            const settled = settle(clause, year, entries, before);
            before = settled.cumulative;
            return { settlement: settled, steps: trace(clause, settled) };
          }),
      };
    },
  );

  api.get(
    '/benefit-counted-once',
    {
      config: { deed: 'benefit-statement.national' },
      schema: {
        tags,
        querystring: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
        response: {
          200: z.object({
            year: z.int(),
            years: z.array(z.int()),
            statements: z.int(),
            /** Statements that are not counted, by state. */
            left: z.record(z.string(), z.int()),
            tables: z.array(
              z.object({
                measure: z.enum(['taxes', 'value-added', 'output']),
                rows: z.array(
                  z.object({ place: z.string(), name: words, location: z.number(), shared: z.number() }),
                ),
                location: z.number(),
                shared: z.number(),
                addsUp: z.boolean(),
              }),
            ),
            twice: z.array(
              z.object({
                project: z.string(),
                kind: words,
                period: z.string(),
                statements: z.array(z.string()),
              }),
            ),
          }),
        },
      },
    },
    async ({ query, asker }) => {
      mustHaveRole(asker, 'benefit-statement.national');
      const { records } = await programme();
      const { places } = records.world.pack;
      const names = new Map(places.map(({ code, name }) => [code, name]));
      const nameOf = (code: string) => names.get(code) ?? { zh: code, en: code };
      const lastYear = records.world.now().getUTCFullYear() - 1;
      const year = query.year ?? lastYear;
      const { moved, claims, statements, left, years } = await countedIn(records, year);
      const twice = countedTwice(claims);
      return {
        year,
        years: [...new Set([...years, lastYear])].sort((a, b) => b - a),
        statements,
        left,
        tables: measures.map((measure) => {
          const { rows, addsUp, ...sums } = countedOnce(measure, moved);
          return {
            ...sums,
            addsUp: addsUp && twice.length === 0,
            rows: rows.map((row) => ({ ...row, name: { ...nameOf(row.place) } })),
          };
        }),
        twice: twice.map(({ kind, statements, ...rest }) => ({
          ...rest,
          kind: { ...kindNames[benefitKind.parse(kind)] },
          statements: [...statements],
        })),
      };
    },
  );

  const tableOf = async (id: string, lang: 'zh' | 'en', asker: Parameters<typeof mustBeAllowed>[0]) => {
    const { records } = await programme();
    const record = await records.get<BenefitStatementContent>(id, 'benefit-statement');
    mustBeAllowed(asker, 'benefit-statement.read', record);
    const agreement = await records.get<{ projects: { key: string; name: string }[] }>(
      record.content.agreement,
      'agreement',
    );
    return statementTable(record, agreement.content.projects, lang);
  };
  const named = (id: string, ending: string) => `attachment; filename="${id}.${ending}"`;

  api.get(
    '/benefit-statements/:id/lines.csv',
    { config: { deed: 'benefit-statement.read' }, schema: { tags, params: one, querystring: language } },
    async ({ params, query, asker }, reply) => {
      const { columns, rows } = await tableOf(params.id, query.lang, asker);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', named(params.id, 'csv'))
        .send(
          csvText(
            columns.map(({ heading }) => heading),
            rows,
          ),
        );
    },
  );

  api.get(
    '/benefit-statements/:id/lines.xlsx',
    { config: { deed: 'benefit-statement.read' }, schema: { tags, params: one, querystring: language } },
    async ({ params, query, asker }, reply) => {
      const { sheets, ...table } = await tableOf(params.id, query.lang, asker);
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', named(params.id, 'xlsx'))
        .send(workbook(table, sheets));
    },
  );
}
