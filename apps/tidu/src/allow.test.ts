import { kinds } from '@tidu/programme';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allow } from './allow.ts';
import { canary, type Watched } from './authorisation/canaries.cases.ts';
import { isConcerned, isSealed, mostSeen } from './authorisation/concerned.cases.ts';
import { textOf } from './authorisation/unpacked.cases.ts';
import { type Route, type Walked, type Walker, walkedProgramme } from './authorisation/walked.cases.ts';

/** Of the programme's own routes, those that everybody may call, with why: any other declares its deed. */
const openToEverybody: readonly RegExp[] = [
  /^(GET|POST|DELETE) \/api\/session/, // who asks, and signing in
  /^(POST|PUT) \/api\/account\/second-factor$/, // looks at the session itself, which may still wait
  /^POST \/api\/invitations\/(find|take)$/, // for the bearer of an invitation
  /^GET \/api\/search$/, // finds what the asker may read
  /^GET \/api\/park-fields$/, // what may be said of a park
  /^GET \/api\/(records\/:id\/files|files\/:id)$/, // decided by the record: its .read
  /^GET \/api\/records\/:id(\/comments)?$/, // whoever may not read the record is told that there is none
  /^GET \/api\/calls$/, // the calls of the pack
  /^GET \/api\/assessment-frameworks/, // by what parks are assessed
  /^POST \/api\/zones$/, // computes on what it is given
  /^POST \/api\/benefit-calculation$/, // computes on what it is given
  /^GET \/api\/agreement-templates$/, // the clauses of the pack
  /^GET \/api\/project-flows$/, // counts and sums of several companies together
  /^GET \/api\/project-template$/, // an empty table to fill in
  /^GET \/api\/(review-rules|house-key)$/,
  /^GET \/api\/measures\/(in-force|table\.xlsx$)/, // what offices give is published
  /^(GET|POST) \/api\/comparison/, // computes on what it is given
  /^POST \/api\/measures\/(try|benefits)$/, // computes on what it is given
  /^(GET|POST) \/api\/guidance\//, // rests on what the asker may see
  /^GET \/api\/project-choices$/, // industries, eastern partners, and the own park
];

/** The statistics' routes: who sees what there is decided by clearance, and tested beside it. */
const ofTheStatistics =
  /^\/api\/(status|places|agglomerations|parks(\/:id)?|sources|codes\/:list|map\/:layer|figures(\/:name)?|verify|query(\.\w+)?|downloads\/:ticket|views(\/:id)?|(desk\/)?releases(\/:id(\/.*)?)?|loads(\/:id\/.*)?|catalog(\.\w+)?|quality(\/.*)?|sdmx\/.*|inbox(\/:id(\/\w+)?)?|concordances|openapi\.json)$/;

/** Writes that need no account: an objection to a public notice is anybody's. */
const writableByEverybody: readonly string[] = ['objection.create'];

/** Which records are taken of those that there are; any other number takes others. */
const seed = Number(process.env.TIDU_SEED ?? 5);

let walked: Walked;
beforeAll(async () => {
  walked = await walkedProgramme(seed);
});
afterAll(() => walked?.close());

const programmeRoutes = () => walked.routes.filter(({ deed, open }) => deed || open);
const combinations = new Set<string>();
/** Canaries that came out to somebody. */
const heard = new Set<string>();
let requests = 0;
const seen = { refused: 0, notReached: 0, faults: new Set<string>() };

/** Walks one route as one person, and looks into what comes back for canaries that are none of theirs. */
async function walk(route: Route, walker: Walker, subject?: Watched, body: unknown = route.body) {
  const places = walked.house.pack.places;
  const id = subject?.record.id ?? 'park-taiyuan';
  const url = route.url.replace(':id', id).replace(':park', 'taiyuan').replace(/:\w+/g, '1');
  const payload = route.method === 'GET' ? {} : { payload: (body ?? {}) as object };
  const answer = await walked.server.inject({
    method: route.method,
    url:
      route.url.endsWith('s') && route.method === 'GET' && !route.url.includes(':') ? `${url}?size=500` : url,
    headers: { cookie: walker.cookie },
    ...payload,
  });
  requests += 1;
  const near = subject ? (isConcerned(walker.asker, subject.record, places) ? 'own' : 'other') : 'none';
  combinations.add(
    `${route.method} ${route.url}|${walker.asker.role}|${near}|${subject?.record.state ?? ''}`,
  );
  if (answer.statusCode >= 500)
    seen.faults.add(`${route.method} ${route.url} ${answer.statusCode}: ${answer.body.slice(0, 200)}`);
  if (answer.statusCode === 400) seen.notReached += 1;
  if ([401, 403, 404].includes(answer.statusCode)) seen.refused += 1;
  return { status: answer.statusCode, leaks: leaksIn(textOf(answer.rawPayload), walker), url };
}

function leaksIn(body: string, { asker }: Walker): string[] {
  const found = new Set(body.match(canary) ?? []);
  return [...found].filter((word) => {
    heard.add(word);
    const source = walked.watched[Number(/\d+/.exec(word)?.[0])] as Watched;
    const most = mostSeen(asker, source.record, source.kind, walked.house.pack.places);
    if (isSealed(asker, source.record, source.texts.get(word) ?? '')) return true;
    return most === 'nothing' || (most !== 'all' && !most.published.includes(word));
  });
}

const said = (route: Route, { asker }: Walker, subject?: Watched) =>
  `${route.method} ${route.url} as ${asker.account} (${asker.role}), record ${subject?.record.id} in ${subject?.record.state}`;

describe('the table of deeds', () => {
  it('lets nobody read what does not concern them, whatever the state', () => {
    const wrong = walked.watched.flatMap(({ record, kind }) =>
      walked.walkers.flatMap(({ asker }) => {
        const grant = allow(asker, `${kind.name}.read`, { ...record });
        const may =
          grant === undefined ||
          grant.of === 'published' ||
          isConcerned(asker, record, walked.house.pack.places);
        return may ? [] : [`${asker.account} reads ${kind.name} in ${record.state} by ${grant.of}`];
      }),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('says for every route of the programme which deed it is, or stands on the list of open ones', () => {
    const undeclared = walked.routes.filter(({ method, url, deed }) => {
      const open = openToEverybody.some((route) => route.test(`${method} ${url}`));
      return !deed && !open && !ofTheStatistics.test(url);
    });
    expect(undeclared.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  });
});

describe('over every route, every role, near and far, in every state', () => {
  it('a record opens to those concerned alone, and is not there for the others', async () => {
    const wrong: string[] = [];
    for (const route of programmeRoutes().filter(
      ({ method, url, kind }) => method === 'GET' && kind && /:id$/.test(url),
    )) {
      for (const subject of walked.watched.filter(({ kind }) => kind.name === route.kind)) {
        for (const walker of walked.walkers) {
          const { status, leaks } = await walk(route, walker, subject);
          const most = mostSeen(walker.asker, subject.record, subject.kind, walked.house.pack.places);
          if (leaks.length > 0) wrong.push(`LEAK ${said(route, walker, subject)}: ${leaks}`);
          if (most === 'nothing' && status !== 404) wrong.push(`${status} ${said(route, walker, subject)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('nothing else that is read tells of it: lists, searches, versions, comments, tables, files', async () => {
    const wrong: string[] = [];
    for (const route of programmeRoutes().filter(
      ({ method, url, kind }) => method === 'GET' && !(kind && /:id$/.test(url)),
    )) {
      for (const subject of subjectsOf(route)) {
        for (const walker of walked.walkers) {
          const { leaks } = await walk(route, walker, subject);
          if (leaks.length > 0) wrong.push(`LEAK ${said(route, walker, subject)}: ${leaks.slice(0, 3)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('nobody changes what does not concern them, and nothing comes back that tells of it', async () => {
    const wrong: string[] = [];
    for (const route of programmeRoutes().filter(({ method, deed }) => method !== 'GET' && deed)) {
      for (const subject of subjectsOf(route)) {
        for (const walker of walked.walkers.filter(({ asker }) => !mightDoHarm(route, asker.role))) {
          const body = bodyOf(route, subject);
          const { status, leaks } = await walk(route, walker, subject, body);
          const concerned = subject && isConcerned(walker.asker, subject.record, walked.house.pack.places);
          if (leaks.length > 0) wrong.push(`LEAK ${said(route, walker, subject)}: ${leaks.slice(0, 3)}`);
          if (subject && !concerned && status < 400) wrong.push(`${status} ${said(route, walker, subject)}`);
          if (
            walker.asker.role === 'public' &&
            !route.deed?.endsWith('.read') &&
            !writableByEverybody.includes(route.deed ?? '') &&
            ![401, 403].includes(status)
          ) {
            wrong.push(`${status} ${said(route, walker, subject)}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('covers every kind that there is, and says how much it has walked', () => {
    const without = kinds.filter(({ kind }) => !walked.watched.some((one) => one.kind.name === kind.name));
    process.stdout.write(
      `authorisation, seed ${seed}: ${combinations.size} combinations of route × role × near/far × state, ${requests} requests, ` +
        `${walked.routes.length} routes, ${walked.watched.length} records, ${walked.walkers.length} people; ` +
        `${seen.refused} refused, ${seen.notReached} not understood; ` +
        `kinds without a sample: ${without.map(({ kind }) => kind.name).join(', ') || 'none'}\n${[...seen.faults].join('\n')}\n`,
    );
    expect(without.map(({ kind }) => kind.name)).toEqual([]);
    expect([...seen.faults]).toEqual([]);
    // Canaries that nobody ever hears would prove nothing.
    const silent = kinds.filter(({ kind }) => {
      const ofKind = walked.watched.filter((one) => one.kind.name === kind.name);
      return (
        ofKind.length > 0 && !ofKind.some(({ mark }) => [...heard].some((word) => word.startsWith(mark)))
      );
    });
    expect(silent.map(({ kind }) => kind.name)).toEqual([]);
    expect(combinations.size).toBeGreaterThan(1000);
  });
});

/** Records to try a route on: of its kind one in each of some states; where it takes any record, one of each kind. */
function subjectsOf({ url, kind, deed }: Route): (Watched | undefined)[] {
  if (!url.includes(':')) return [undefined];
  const ofKind = kind ?? kinds.find((one) => deed?.startsWith(`${one.kind.name}.`))?.kind.name;
  if (ofKind) {
    const all = walked.watched.filter((one) => one.kind.name === ofKind);
    const act = /\/acts\/(\w[\w-]*)$/.exec(url)?.[1];
    const from = act
      ? (all[0]?.kind.workflow.acts as Record<string, { from: readonly string[] }>)?.[act]?.from
      : undefined;
    const fitting = all.find(({ record }) => from?.includes(record.state)) ?? all[0];
    return fitting ? [...new Set([fitting, all.at(-1)])] : [];
  }
  if (!url.includes('/records/')) return [undefined];
  return kinds.flatMap(({ kind: { name } }) => walked.watched.find((one) => one.kind.name === name) ?? []);
}

/** A change is made on version 0, which no record has: whoever may is told so, and nothing changes. */
function bodyOf({ method, url, body, deed }: Route, subject: Watched | undefined): unknown {
  if (method === 'PUT' && subject && /:id$/.test(url)) return { version: 0, content: subject.plain };
  if (method === 'POST' && deed?.endsWith('.create')) {
    const sample = walked.watched.find(({ kind }) => url === `/api/${kind.plural}`);
    if (sample) return sample.plain;
  }
  return body;
}

/** What would end the walk: an administrator who disables accounts, somebody who signs themselves out. */
const mightDoHarm = ({ deed = '' }: Route, role: string): boolean =>
  (/^(account|organisation)\./.test(deed) && /-admin$/.test(role)) ||
  (deed === 'account.own' && role !== 'public');
