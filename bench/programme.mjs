/**
 * The data of the programme's pages, asked of a running server on the embedded store, one request after
 * another, signed in as the ministry: a batch with a thousand applications and 5000 parks beside the
 * demonstration.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { percentile, timed } from './clock.mjs';
import { largeBatch, manyParks } from './rooms.mjs';

const port = 46214;
const rounds = 40;
const applications = 1000;
const parks = 5000;
const aim = 250;

export async function benchProgramme({ pack, folder, say }) {
  const data = join(folder, 'programme');
  say(`\nmaking a batch with ${applications} applications`);
  const { batch, application } = await largeBatch(data, { pack, applications });
  say(`and ${parks} parks`);
  const park = await manyParks(data, { pack, parks });
  const server = await serve(data);
  const at = `http://127.0.0.1:${port}/api`;
  try {
    const cookie = await signIn(at, 'ministry');
    const pages = [
      { name: 'registry of parks, first page', address: 'park-registry?size=50' },
      { name: 'registry of parks, last page', address: 'park-registry?size=50&page=100&sort=place' },
      {
        name: 'parks by region, state and name',
        address: 'park-registry?region=west&state=recognised&name=1&size=50',
      },
      { name: 'profile of a park', address: `park-profiles/${park}/facts` },
      { name: 'its files', address: `records/${park}/files` },
      { name: 'batches', address: 'batches' },
      { name: 'call of the batch', address: `batches/${batch}` },
      {
        name: 'applications, first hundred',
        address: `applications?parent=${batch}&sort=changed&size=100`,
      },
      {
        name: 'applications, last hundred',
        address: `applications?parent=${batch}&sort=changed&size=100&page=10`,
      },
      {
        name: 'applications in one state',
        address: `applications?parent=${batch}&state=submitted&size=100`,
      },
      { name: 'one application', address: `applications/${application}` },
      { name: 'its history', address: `applications/${application}/versions` },
      { name: 'its form measured', address: `applications/${application}/check`, body: {} },
      { name: 'what waits for the ministry', address: 'work/queue' },
      { name: 'counts in the navigation', address: 'work/counts' },
      { name: 'done lately', address: 'work/done' },
      { name: 'search: hrb', address: 'search?q=hrb' },
      { name: 'search: 国家加工贸易', address: `search?q=${encodeURIComponent('国家加工贸易')}` },
      { name: 'monthly reports', address: 'reports' },
      { name: 'board of projects', address: 'project-board' },
      { name: 'promise beside result', address: 'project-results' },
      { name: 'flows of projects', address: 'project-flows' },
      { name: 'plans', address: 'plan-board' },
      { name: 'pairings', address: 'pairings?size=100' },
      { name: 'a pairing', address: 'pairings/pairing-1' },
      { name: 'shares counted once', address: 'benefit-counted-once' },
      { name: 'rounds of assessment', address: 'assessment-rounds' },
      { name: 'a round', address: 'assessment-rounds/assessment-round-1' },
      { name: 'its ranking', address: 'assessment-rounds/assessment-round-1/ranking' },
      { name: 'notices', address: 'notices' },
      { name: 'panel of a batch', address: 'panels/panel-1/applications' },
    ];
    const results = [];
    for (const { name, address, body } of pages) {
      const times = [];
      for (let i = 0; i < rounds; i++) {
        const { ms } = await timed(async () => {
          const response = await fetch(`${at}/${address}`, {
            headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
            ...(body && { method: 'POST', body: JSON.stringify(body) }),
          });
          const text = await response.text();
          if (!response.ok) throw new Error(`${name}: ${text}`);
        });
        times.push(ms);
      }
      results.push({ name, first: times[0], p50: percentile(times, 0.5), p95: percentile(times, 0.95) });
    }
    return { applications, parks, pages: results, aim, met: results.every(({ p95 }) => p95 <= aim) };
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

async function serve(data) {
  const main = join(import.meta.dirname, '../apps/tidu/src/main.ts');
  const server = spawn(process.execPath, [main, 'serve', '--data', data, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(server.stdout, 'data');
  return server;
}

async function signIn(at, account) {
  const response = await fetch(`${at}/session/sample`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  });
  if (!response.ok) throw new Error(`${account} cannot sign in: ${await response.text()}`);
  return response.headers.get('set-cookie').split(';')[0];
}

export function printProgramme({ applications, parks, pages, aim, met }, say) {
  const ms = (n) => n.toFixed(1).padStart(9);
  say('');
  say(
    `the programme with a batch of ${applications} applications and ${parks} parks, ms (${rounds} times each)`,
  );
  say(`  ${'page'.padEnd(42)}${'first'.padStart(9)}${'p50'.padStart(9)}${'p95'.padStart(9)}`);
  for (const { name, first, p50, p95 } of pages) say(`  ${name.padEnd(42)}${ms(first)}${ms(p50)}${ms(p95)}`);
  say(`  p95 of every page, aim ≤ ${aim}: ${met ? 'met' : 'missed'}`);
}
