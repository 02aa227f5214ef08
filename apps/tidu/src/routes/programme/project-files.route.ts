import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import { dateIn, filtered, type Programme, type Project, projectsIn } from '@tidu/programme';
import { z } from 'zod';
import { mustBeAllowed } from '../../allow.ts';
import { csvLines } from '../../csv.ts';
import { Refused } from '../../errors.ts';
import type { Api } from '../../http.server.ts';
import { projectNames } from '../../project-names.ts';
import { projectTable, templateTable } from '../../project-table.ts';
import type { ToldTable } from '../../table.ts';
import { contentTypes } from '../../table-file.file.ts';
import { tableRows } from '../../table-rows.file.ts';
import { workbook } from '../../workbook.file.ts';
import { words } from '../schemas.ts';
import { projectFilter, seenBy, sorted } from './projects.route.ts';

const fault = z.object({
  row: z.int(),
  column: z.string(),
  value: z.string(),
  reason: words,
  remedy: words,
});
const language = z.enum(['zh', 'en']).default('zh');
const format = z.enum(['csv', 'xlsx']).default('xlsx');
const largestFile = 2 * 2 ** 20;
/** Enough to work on; the rest comes when these are mended. */
const mostFaults = 500;

/** Projects out as a file and in from one. */
export async function projectFileRoutes(api: Api, programme: () => Promise<Programme>): Promise<void> {
  await api.register(multipart, { limits: { fileSize: largestFile, files: 1 } });

  api.get(
    '/project-table',
    {
      config: { deed: 'project.read' },
      schema: { tags: ['projects'], querystring: projectFilter.extend({ language, format }) },
    },
    async ({ query, asker }, reply) => {
      const opened = await programme();
      const { language: told, format: wanted, ...filter } = query;
      const projects = sorted(filtered(await seenBy(opened, asker), filter), 'changed');
      const table = projectTable(projects, await projectNames(opened), told);
      return send(reply, table, wanted, told);
    },
  );

  api.get(
    '/project-template',
    {
      config: { open: 'an empty table to fill in' },
      schema: { tags: ['projects'], querystring: z.object({ language, format }) },
    },
    async ({ query }, reply) => send(reply, templateTable(query.language), query.format, query.language),
  );

  api.post(
    '/project-import',
    {
      config: { deed: 'project.create' },
      schema: {
        tags: ['projects'],
        querystring: z.object({ park: z.string().max(80) }),
        response: { 200: z.object({ made: z.int(), faults: z.array(fault), more: z.int() }) },
      },
    },
    async (request) => {
      const { records, accounts } = await programme();
      const park = await records.get<{ committee: string }>(request.query.park, 'park');
      const parkOrganisation = park.organisations[0] ?? '';
      const face = { ...park, kind: 'project', state: 'lead', parent: park.id };
      const { id: _, ...subject } = face;
      mustBeAllowed(request.asker, 'project.create', subject);
      if (!request.isMultipart())
        throw new Refused('not-understood', 'a file comes as a form (multipart/form-data)', 'choose a file');
      const part = await request.file();
      if (!part) throw new Refused('not-understood', 'there is no file', 'choose a file');
      const rows = await tableRows(part.filename, await part.toBuffer());
      const { pack, rules } = records.world;
      const { projects, faults } = projectsIn(rows, {
        park: park.id,
        parkOrganisation,
        territory: park.territory,
        pack,
        industries: rules.industries,
        partners: (await accounts.organisations.list()).filter(({ kind }) => kind === 'partner'),
        today: dateIn(records.world.now()),
      });
      // All of them or none.
      await records.createAll<Project>('project', projects, request.asker);
      const told = faults
        .slice(0, mostFaults)
        .map((one) => ({ ...one, reason: { ...one.reason }, remedy: { ...one.remedy } }));
      return { made: projects.length, faults: told, more: Math.max(0, faults.length - mostFaults) };
    },
  );
}

interface Replying {
  headers(values: Record<string, string>): { send(body: Readable): unknown };
}

function send(reply: Replying, table: ToldTable, as: 'csv' | 'xlsx', told: 'zh' | 'en'): unknown {
  const name = `tidu-projects-${table.count}.${as}`;
  const bytes =
    as === 'csv' ? Readable.from(csvLines(table), { objectMode: false }) : workbook(table, sheetNames[told]);
  return reply
    .headers({ 'content-type': contentTypes[as], 'content-disposition': `attachment; filename="${name}"` })
    .send(bytes);
}

const sheetNames = { zh: ['项目', '说明'], en: ['Projects', 'About'] } as const;
