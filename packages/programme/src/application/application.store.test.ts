import { join } from 'node:path';
import { readPack } from '@tidu/reference/pack';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Asker, Role } from '../account/asker.ts';
import type { Database } from '../ground/database.store.ts';
import { onBothEngines } from '../ground/engines.cases.ts';
import { Records } from '../ground/records.store.ts';
import type { World } from '../ground/world.ts';
import { kinds } from '../kinds.ts';
import { readProgrammePack } from '../pack.file.ts';
import { fullForm, sampleCall, squareZone } from './application.cases.ts';
import { type ApplicationContent, applicationContent } from './application.ts';
import { measureApplication } from './measuring.store.ts';

const packRoot = join(import.meta.dirname, '../../../../packs/cn');
const asker = (role: Role, organisation: string, territory: string): Asker => ({
  account: organisation,
  name: organisation,
  role,
  organisation,
  territory,
});
const ministry = asker('ministry', 'org-ministry', '100000');
const park = asker('park', 'org-park-taiyuan', '140100');
const province = asker('province', 'org-province-140000', '140000');

onBothEngines('applications in the store', (engine) => {
  const asked: string[] = [];
  const world: World = {
    pack: readPack(packRoot),
    rules: readProgrammePack(packRoot),
    measures: undefined as never,
    plans: { faults: () => [] },
    placements: { faults: () => [], setByHand: () => [] },
    figures: {
      trade: async ({ place, period, processing }) => {
        asked.push(`${place} ${period}${processing ? ' processing' : ''}`);
        return period === '2024' && !processing
          ? { known: true, valueCny: 1e8, period, receipt: 'r' }
          : { known: false, why: { zh: '未装载', en: 'not loaded' } };
      },
    },
    now: () => new Date('2025-06-01T04:00:00Z'),
  };
  let database: Database;
  let records: Records;
  let batch: string;
  beforeAll(async () => {
    database = await engine.open();
    records = new Records(database, kinds, world);
    const made = await records.create(
      'batch',
      { name: { zh: '批', en: 'batch' }, call: sampleCall },
      ministry,
    );
    batch = made.id;
    await records.act(batch, 'publishCall', {}, 1, ministry);
  });
  afterAll(() => database.close());

  const content = (changes: Partial<ApplicationContent> = {}): ApplicationContent => ({
    ...applicationContent.parse({
      batch,
      organisation: park.organisation,
      province: province.organisation,
      form: fullForm(),
    }),
    ...changes,
  });
  const forged = {
    ...applicationContent.parse(JSON.parse('{"batch":"b","organisation":"o","province":"p","form":{}}'))
      .course,
    acceptedOn: '2025-06-01',
  };

  it('are made for oneself, by one’s own provincial department, in a batch that is open', async () => {
    const refused = (changes: Partial<ApplicationContent>) =>
      records.create('application', content(changes), park);
    const naming = (field: string) => ({ code: 'not-acceptable', fields: [{ field: `content.${field}` }] });
    await expect(refused({ organisation: 'org-park-dalian' })).rejects.toMatchObject(naming('organisation'));
    await expect(refused({ province: park.organisation })).rejects.toMatchObject(naming('province'));
    await expect(refused({ course: forged })).rejects.toMatchObject(naming('course'));
    await expect(refused({ form: fullForm({ place: '210200' }) })).rejects.toMatchObject(
      naming('form.place'),
    );
    await expect(refused({ batch: 'batch-9' })).rejects.toMatchObject({ code: 'not-found' });
    expect((await records.list({ kind: 'application' })).total).toBe(0);
    expect((await records.create('application', content(), park)).state).toBe('draft');
  });

  it('keep what acts have written, whatever an edit sends', async () => {
    const { id } = await records.create('application', content(), park);
    const edited = await records.edit(
      id,
      content({ organisation: 'org-park-dalian', course: forged, form: fullForm({ applicant: '改' }) }),
      1,
      park,
    );
    expect(edited.content).toMatchObject({ organisation: park.organisation, form: { applicant: '改' } });
    expect(edited.content.course.acceptedOn).toBeUndefined();
    await expect(
      records.edit(id, content({ form: fullForm({ place: '210200' }) }), 2, park),
    ).rejects.toMatchObject({
      code: 'not-acceptable',
    });
    await records.act(id, 'submit', {}, 2, park);
    await expect(records.edit(id, content(), 3, park)).rejects.toMatchObject({ code: 'not-possible' });
    await expect(records.act(id, 'return', { reasons: [] }, 3, province)).rejects.toMatchObject({
      fields: [{ field: 'given.reasons' }],
    });
  });

  it('are measured with what is on record: the map, the statistics, agreements', async () => {
    const boundary = squareZone('', 2, [112, 37]).geometry;
    const call = world.rules.calls[0]?.call;
    const second = await records.create('batch', { name: { zh: '批', en: 'batch' }, call }, ministry);
    const kept = content({ batch: second.id });
    const { lines, lacking } = await measureApplication(records, kept, kept.form, async () => boundary);
    const verdicts = Object.fromEntries(lines.map(({ condition, verdict }) => [condition, verdict]));
    expect(verdicts).toMatchObject({
      level: 'met',
      region: 'met',
      area: 'met',
      inside: 'met',
      pairing: 'judgement',
    });
    expect(lines.find(({ condition }) => condition === 'contribution')).toMatchObject({
      verdict: 'judgement',
      from: 'statistics',
      measured: 0.015,
    });
    expect(lacking.map(({ en }) => en)).toEqual([
      'Application',
      'Map of the boundaries',
      'Agreement of joint building with the east',
    ]);
    expect(asked).toContain('140100 2024 processing');
    const before = asked.length;
    await measureApplication(records, kept, kept.form, async () => boundary);
    expect(asked.length).toBe(before);
  });
});
