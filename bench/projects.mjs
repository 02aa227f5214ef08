/**
 * Ten thousand projects, of which 400 claim another's: all compared with all, and what the page of
 * projects asks of the embedded store, cold and again.
 */

import { openDatabase } from '../packages/programme/src/ground/database.store.ts';
import { placeNames } from '../packages/programme/src/project/company-name.ts';
import { comparable } from '../packages/programme/src/project/duplicate-claims.ts';
import { duplicatesAmong } from '../packages/programme/src/project/duplicate-search.ts';
import { filtered, pipeline } from '../packages/programme/src/project/pipeline.ts';
import { pretendedProjects } from '../packages/programme/src/project/pretended.cases.ts';
import { stateNames } from '../packages/programme/src/project/project.workflow.ts';
import { standings } from '../packages/programme/src/project/standings.store.ts';
import { median, percentile, timed } from './clock.mjs';

const count = 10_000;

export async function benchProjects({ pack, say }) {
  say(`\nprojects: ${count} of them`);
  const { projects } = pretendedProjects(count, 400);
  const places = placeNames(pack.places);
  const named = await timed(() => projects.map((one) => comparable(one, places)));
  const compared = [];
  for (let i = 0; i < 5; i++) compared.push((await timed(() => duplicatesAmong(named.result))).ms);

  const database = await openDatabase({ folder: 'memory://' });
  try {
    await fill(database, projects);
    const records = { reading: database.reading, world: { pack } };
    const seen = { asker: { organisation: '' }, grants: [{ of: 'all' }] };
    const board = async () => pipeline(filtered(await standings(records, seen), {}), Object.keys(stateNames));
    const cold = (await timed(board)).ms;
    const again = [];
    for (let i = 0; i < 20; i++) again.push((await timed(board)).ms);
    return {
      count,
      namedMs: named.ms,
      comparedMs: median(compared),
      boardColdMs: cold,
      boardP95Ms: percentile(again, 0.95),
    };
  } finally {
    await database.close();
  }
}

async function fill({ reading }, projects) {
  const rows = projects.map((one, i) => ({
    id: one.id,
    kind: 'project',
    state: 'lead',
    version: 1,
    title_zh: one.project,
    title_en: one.project,
    territory: '140100',
    organisations: ['org-park-taiyuan'],
    people: [],
    parent: null,
    published: false,
    due: null,
    words: [one.company],
    content: JSON.stringify(contentOf(one)),
    sample: true,
    made_at: new Date(i).toISOString(),
    changed_at: new Date(i).toISOString(),
  }));
  for (let from = 0; from < rows.length; from += 500)
    await reading
      .insertInto('record')
      .values(rows.slice(from, from + 500))
      .execute();
}

const contentOf = ({ project, company, creditCode, origin, industry, investment, date }) => ({
  name: project,
  company,
  creditCode,
  park: 'park-1',
  parkOrganisation: 'org-park-taiyuan',
  territory: '140100',
  origin,
  industry,
  chapters: ['85'],
  found: date,
  promised: {
    investment,
    jobs: 200,
    years: [2025, 2026, 2027].map((year) => ({ year, output: investment, exports: investment / 2 })),
  },
  amendments: [],
  results: [
    { year: 2025, paidIn: investment / 3, jobs: 80, output: investment / 2, exports: investment / 4 },
  ],
  course: { reached: [], stalls: [], counted: 1 },
});

export function printProjects({ count: of, namedMs, comparedMs, boardColdMs, boardP95Ms }, say) {
  say(`  names taken apart   ${Math.round(namedMs)} ms`);
  say(`  ${of} compared      ${Math.round(comparedMs)} ms (aim 1000)`);
  say(`  board, first time   ${Math.round(boardColdMs)} ms`);
  say(`  board, p95 of 20    ${Math.round(boardP95Ms)} ms (aim 250)`);
}
