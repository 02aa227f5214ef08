import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clock } from '@tidu/programme';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../house.store.ts';
import { httpServer } from '../../http.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-measures-'));
let house: House;
let server: FastifyInstance;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  house = await openHouse({ data: folder, now: () => new Date('2026-06-01T02:00:00Z') });
  server = await httpServer({ house, webRoot: join(folder, 'no-page'), openToPublic: true });
  const { accounts } = await house.programme();
  for (const { id, role, organisation } of await accounts.samples()) {
    if (
      ![
        'org-ministry',
        'org-company-2',
        'org-park-taiyuan',
        'org-park-bozhou',
        'org-province-140000',
      ].includes(organisation)
    )
      continue;
    const { token } = await accounts.signIn.asSample(id, { address: '192.0.2.1', client: 'test' });
    cookies[organisation] ??= `tidu=${token}`;
    if (role === 'ministry') cookies.ministry = `tidu=${token}`;
  }
}, 120_000);
afterAll(async () => {
  await server?.close();
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, as = '') {
  const answer = await server.inject({
    method,
    url: `/api/measures/${url}`,
    ...(payload && { payload }),
    headers: cookies[as] ? { cookie: cookies[as] } : {},
  });
  return { status: answer.statusCode, ...answer.json() };
}
const ids = ({ measures }: { measures: { id: string }[] }) => measures.map(({ id }) => id);

/** A grant of Taiyuan; its rate is what changes. */
const grant = (
  rate: string,
  first = 2_000_000,
) => `title: { zh: 太原设备补助, en: Equipment grant of Taiyuan }
issuer: { zh: 太原市, en: Taiyuan }
source: own
wording: paraphrase
holds: { in: ["140100"], from: 2026-01-01 }
kind: equipment
about: { zh: 测试, en: A test }
eligible:
  - when: project.equipmentCny >= 5000000
    says: { zh: 设备500万元以上, en: Five million of equipment and more }
    clause: { zh: 第三条, en: Article 3 }
gives:
  per: once
  amounts:
    - amount: project.equipmentCny * ${rate}
      says: { zh: 按比例, en: A share }
examples:
  - name: { zh: 两千万, en: Twenty million }
    date: 2026-06-01
    place: "140100"
    project: { equipmentCny: 20000000 }
    expect: { verdict: given, total: ${first} }
`;
const written = (text: string) => ({
  measure: 'taiyuan-grant',
  title: { zh: '太原设备补助', en: 'Equipment grant of Taiyuan' },
  text,
  place: '140100',
  owner: 'org-park-taiyuan',
});

describe('the library of measures', () => {
  it('is open to everybody, and finds by place, kind, day, word and pinyin', async () => {
    const all = await ask('GET', 'in-force?date=any');
    expect(all.measures.length).toBe(all.all);
    expect(all.unread).toEqual([]);
    const chengdu = ids(await ask('GET', 'in-force?place=510100'));
    expect(chengdu).toContain('west-income-tax-15');
    expect(ids(await ask('GET', 'in-force?place=440300'))).not.toContain('west-income-tax-15');
    expect(ids(await ask('GET', 'in-force?place=510100&date=2031-01-01'))).not.toContain(
      'west-income-tax-15',
    );
    const tax = await ask('GET', 'in-force?kind=tax');
    expect(tax.measures.every(({ kind }: { kind: string }) => kind === 'tax')).toBe(true);
    expect(tax.measures.length).toBe(tax.kinds.tax);
    expect(ids(await ask('GET', 'in-force?q=西部地区'))).toContain('west-income-tax-15');
    expect(ids(await ask('GET', 'in-force?q=xibudiqu'))).toContain('west-income-tax-15');
    expect(ids(await ask('GET', 'in-force?q=nothing-of-the-kind'))).toEqual([]);
  });

  it('tells of each what is computed: examples, coverage, findings, and what a company is asked', async () => {
    const one = await ask('GET', 'in-force/west-income-tax-15');
    expect(one.examples.every(({ right }: { right: boolean }) => right)).toBe(true);
    expect(one.coverage.taken).toBeGreaterThan(0);
    expect(one.source.title).toBeTruthy();
    expect(one.fields.map(({ path }: { path: string }) => path)).toContain('yearly.taxableCny');
    expect(await ask('GET', 'in-force/nothing')).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('works out what a place gives to a company, and by which clause', async () => {
    const subject = {
      date: '2026-06-01',
      place: '510100',
      project: { encouraged: true, encouragedShare: 0.8 },
      yearly: { taxableCny: 10_000_000 },
    };
    const found = await ask('POST', 'benefits', { subject, measure: 'west-income-tax-15' });
    expect(found.outcomes).toHaveLength(1);
    expect(found.outcomes[0]).toMatchObject({ verdict: 'given' });
    expect(found.outcomes[0].reasons[0]).toMatchObject({
      part: 'eligible',
      said: true,
      clause: { en: 'Article 1' },
    });
    const open = await ask('POST', 'benefits', { subject: { date: '2026-06-01', place: '510100' } });
    expect(open.outcomes.length).toBeGreaterThan(3);
    expect(await ask('POST', 'benefits', { subject: { place: 'Chengdu' } })).toMatchObject({ status: 400 });
  });
});

describe('a measure that an office writes', () => {
  it('is tried as it is typed: faults with their line, then examples as they come out', async () => {
    const wrong = await ask('POST', 'try', { text: grant('p.rate') });
    expect(wrong.faults[0]).toMatchObject({
      line: 15,
      path: 'gives.amounts.0.amount',
      expression: 'project.equipmentCny * p.rate',
    });
    const unlike = await ask('POST', 'try', { text: grant('0.2') });
    expect(unlike.measure.examples[0]).toMatchObject({
      right: false,
      came: { verdict: 'given', total: 4_000_000 },
    });
    const subject = { date: '2026-06-01', place: '140100', project: { equipmentCny: 1 } };
    const right = await ask('POST', 'try', { text: grant('0.1'), subject });
    expect(right.measure.examples[0].right).toBe(true);
    expect(right.outcome).toMatchObject({ verdict: 'not-eligible' });
    expect((await ask('POST', 'try', { text: 'a: [' })).faults.length).toBeGreaterThan(0);
  });

  it('is proposed when it is sound, put in force from above, and stands in the library until it is repealed', async () => {
    const drafted = await ask('POST', '', written(grant('0.1', 1)), 'org-park-taiyuan');
    expect(drafted).toMatchObject({ status: 201, state: 'draft' });
    const act = (name: string, version: number, as: string, given?: object) =>
      ask('POST', `${drafted.id}/acts/${name}`, { version, ...(given && { given }) }, as);
    const refused = await act('propose', 1, 'org-park-taiyuan');
    expect(refused.status).toBe(409);
    expect(refused.reasons[0].en).toContain('comes out otherwise');
    await ask('PUT', drafted.id, { version: 1, content: written(grant('0.1')) }, 'org-park-taiyuan');
    expect(await act('propose', 2, 'org-park-taiyuan')).toMatchObject({ state: 'proposed' });
    expect((await act('put-in-force', 3, 'org-park-taiyuan')).status).toBe(403);
    expect((await ask('GET', drafted.id, undefined, 'org-park-bozhou')).status).toBe(404);
    expect(await act('put-in-force', 3, 'org-province-140000')).toMatchObject({ state: 'in-force' });
    expect(await ask('GET', 'in-force/taiyuan-grant')).toMatchObject({ record: { id: drafted.id } });

    const second = await ask('POST', '', written(grant('0.2', 4_000_000)), 'org-park-taiyuan');
    await ask('POST', `${second.id}/acts/propose`, { version: 1 }, 'org-park-taiyuan');
    await ask('POST', `${second.id}/acts/put-in-force`, { version: 2 }, 'org-province-140000');
    expect(await ask('GET', 'in-force/taiyuan-grant')).toMatchObject({ record: { id: second.id } });
    expect(await ask('GET', drafted.id, undefined, 'org-park-taiyuan')).toMatchObject({ state: 'repealed' });
    await ask(
      'POST',
      `${second.id}/acts/repeal`,
      { version: 3, given: { reason: '测试' } },
      'org-province-140000',
    );
    expect((await ask('GET', 'in-force/taiyuan-grant')).status).toBe(404);
  });

  it('with an error of the linter is refused with what to do; one that asks to be looked at is not', async () => {
    const proposed = async (text: string) => {
      const drafted = await ask('POST', '', written(text), 'org-park-taiyuan');
      return ask('POST', `${drafted.id}/acts/propose`, { version: 1 }, 'org-park-taiyuan');
    };
    const unsourced = await proposed(grant('0.1').replace('source: own', 'source: hearsay'));
    expect(unsourced).toMatchObject({ status: 409 });
    expect(unsourced.reasons[0].en).toBe('the source “hearsay” is not recorded: record it among the sources');
    const rival = await proposed(`${grant('0.1')}excludes: [nothing-of-the-kind]\n`);
    expect(rival.reasons[0].en).toContain('there is no other measure “nothing-of-the-kind”');
    expect((await proposed(grant('0.1'))).state).toBe('proposed');
  });

  it('of a province is not put in force by who proposed it, but by the ministry', async () => {
    const own = { ...written(grant('0.1')), measure: 'shanxi-grant', owner: 'org-province-140000' };
    const { id } = await ask('POST', '', own, 'org-province-140000');
    const act = (name: string, version: number, as: string) =>
      ask('POST', `${id}/acts/${name}`, { version }, as);
    expect(await act('propose', 1, 'org-province-140000')).toMatchObject({ state: 'proposed' });
    const alone = await act('put-in-force', 2, 'org-province-140000');
    expect(alone).toMatchObject({ status: 409, reasons: [{ zh: expect.stringContaining('不能自己施行') }] });
    expect(await act('put-in-force', 2, 'ministry')).toMatchObject({ state: 'in-force' });
    const given = { reason: '测试' };
    await ask('POST', `${id}/acts/repeal`, { version: 3, given }, 'ministry');
    const forged = { ...own, proposedBy: 'somebody' };
    expect(await ask('POST', '', forged, 'org-province-140000')).toMatchObject({ status: 422 });
  });

  it('tells companies whose plans come to get something else, and no others, once for each change', async () => {
    const plan = (of: object) => ({ title: '选址', owner: 'org-company-2', plan: of });
    const post = (payload: object) =>
      server.inject({
        method: 'POST',
        url: '/api/company-plans',
        payload,
        headers: { cookie: cookies['org-company-2'] ?? '' },
      });
    const touched = (await post(plan({ equipmentCny: 20_000_000 }))).json().id;
    const untouched = (await post(plan({ equipmentCny: 1_000_000 }))).json().id;
    const told = async () => {
      const url = '/api/work/notices';
      const answer = await server.inject({
        method: 'GET',
        url,
        headers: { cookie: cookies['org-company-2'] ?? '' },
      });
      const { notices } = answer.json() as { notices: { record: string; words: { en: string } }[] };
      const about = notices.filter(({ words }) => words.en.includes('Equipment grant of Taiyuan'));
      return about.map(({ record, words }) => `${record}: ${words.en}`).sort();
    };
    const drafted = await ask('POST', '', written(grant('0.1')), 'org-park-taiyuan');
    await ask('POST', `${drafted.id}/acts/propose`, { version: 1 }, 'org-park-taiyuan');
    expect(await told()).toEqual([]);
    await ask('POST', `${drafted.id}/acts/put-in-force`, { version: 2 }, 'org-province-140000');
    const first = `${touched}: “Equipment grant of Taiyuan” is in force: what this plan may get has changed: Taiyuan +CNY 2,000 thousand over ten years`;
    expect(await told()).toEqual([first]);
    expect(first).not.toContain(untouched);
    const given = { reason: '测试' };
    await ask('POST', `${drafted.id}/acts/repeal`, { version: 3, given }, 'org-province-140000');
    expect(await told()).toEqual([first, first.replace('in force', 'repealed').replace('+', '−')]);
  });

  it("neither leaves the writer's territory nor takes the place of another's", async () => {
    const outside = grant('0.1').replace('["140100"]', '["140100", "140200"]');
    const first = await ask('POST', '', written(outside), 'org-park-taiyuan');
    const told = await ask('POST', `${first.id}/acts/propose`, { version: 1 }, 'org-park-taiyuan');
    expect(told.reasons[0].en).toContain('140200');
    const taken = { ...written(grant('0.1')), measure: 'west-income-tax-15' };
    const other = await ask('POST', '', taken, 'org-park-taiyuan');
    const said = await ask('POST', `${other.id}/acts/propose`, { version: 1 }, 'org-park-taiyuan');
    expect(said.reasons[0].en).toContain('another place');
    const elsewhere = { ...written(grant('0.1')), place: '341600' };
    expect((await ask('POST', '', elsewhere, 'org-park-taiyuan')).status).toBe(422);
  });

  it('says before it is put in force who would gain and what it would cost, on made-up companies', async () => {
    const asked = { id: 'taiyuan-grant', text: grant('0.1') };
    const found = await ask('POST', 'what-if', asked, 'org-park-taiyuan');
    expect(found).toMatchObject({
      synthetic: true,
      faults: [],
      difference: { lose: 0, before: expect.any(Number) },
    });
    expect(found.difference.gain).toBeGreaterThan(0);
    expect(found.difference.byMeasure.map(({ measure }: { measure: string }) => measure)).toContain(
      'taiyuan-grant',
    );
    expect(found.difference.after - found.difference.before).toBeGreaterThan(0);
    expect((await ask('POST', 'what-if', asked, 'org-park-bozhou')).status).toBe(403);
    expect((await ask('POST', 'what-if', asked)).status).toBe(401);
  });
});

describe('measures as a workbook', () => {
  it('go out to everybody and come back from offices as texts, with faults by sheet, row and column', async () => {
    const given = await server.inject({
      method: 'GET',
      url: '/api/measures/table.xlsx?measure=west-income-tax-15',
    });
    expect(given.statusCode).toBe(200);
    const sent = async (bytes: Buffer, as: string) => {
      const form = new FormData();
      form.append('file', new Blob([Uint8Array.from(bytes)]), 'measures.xlsx');
      const { headers, body } = new Request('http://localhost', { method: 'POST', body: form }) as Request & {
        body: ReadableStream;
      };
      const payload = Buffer.from(await new Response(body).arrayBuffer());
      const answer = await server.inject({
        method: 'POST',
        url: '/api/measures/table',
        payload,
        headers: { 'content-type': headers.get('content-type') ?? '', cookie: cookies[as] ?? '' },
      });
      return { status: answer.statusCode, ...answer.json() };
    };
    const found = await sent(given.rawPayload, 'org-park-taiyuan');
    expect(found).toMatchObject({ status: 200, faults: [], measures: [{ id: 'west-income-tax-15' }] });
    expect(found.measures[0].text).toContain('project.encouragedShare >= 0.6');
    expect(await sent(Buffer.from('no workbook'), 'org-park-taiyuan')).toMatchObject({ status: 422 });
    expect((await sent(given.rawPayload, '')).status).toBe(401);
    const none = await server.inject({ method: 'GET', url: '/api/measures/table.xlsx?measure=nothing' });
    expect(none.statusCode).toBe(404);
  });
});

describe('the use of measures', () => {
  it('is told of the own territory, on made-up companies, with what somebody should look at', async () => {
    const all = await ask('GET', 'use', undefined, 'ministry');
    expect(all).toMatchObject({ status: 200, synthetic: true });
    expect(all.measures.some(({ total }: { total: number }) => total > 0)).toBe(true);
    const own = await ask('GET', 'use', undefined, 'org-province-140000');
    expect(own.measures.length).toBeLessThan(all.measures.length);
    expect((await ask('GET', 'use')).status).toBe(401);
  });

  it('is told to the ministry by companies’ own plans too, and nothing of fewer than three companies', async () => {
    const { records } = await house.programme();
    const plan = (await ask('GET', '../comparison')).profiles[0].plan;
    const ready = (n: number) =>
      records.create('company-plan', { title: `选址${n}`, owner: `org-company-${n}`, plan }, clock, {
        sample: true,
        state: 'ready',
      });
    const told = async () => {
      const { plans, measures } = await ask('GET', 'use', undefined, 'ministry');
      return { plans, measures: measures.map((one: { plans: object }) => one.plans) };
    };
    await ready(1);
    await ready(2);
    const few = await told();
    expect(few.plans).toEqual({ fewest: 3, sample: true });
    expect(few.measures.every((one: object) => Object.keys(one).length === 0)).toBe(true);
    await ready(3);
    const enough = await told();
    expect(enough.measures.map((one: { companies?: number }) => one.companies)).toContain(3);
    expect(JSON.stringify(enough)).not.toMatch(/选址|org-company/);
    const province = await ask('GET', 'use', undefined, 'org-province-140000');
    expect(province).not.toHaveProperty('plans');
    expect(province.measures[0]).not.toHaveProperty('plans');
  });
});
