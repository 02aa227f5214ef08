import { join } from 'node:path';
import { readPack } from '@tidu/reference/pack';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clock } from '../account/asker.ts';
import { registeredAnswer, registeredAssessment } from '../assessment/assessment.store.ts';
import { registeredRound } from '../assessment/round.store.ts';
import type { Round } from '../assessment/round.ts';
import type { Database } from '../ground/database.store.ts';
import { onBothEngines } from '../ground/engines.cases.ts';
import { Records } from '../ground/records.store.ts';
import { readProgrammePack } from '../pack.file.ts';
import { parkKind } from '../park/park.workflow.ts';
import { seedAssessment } from './assessment.store.ts';

const root = join(import.meta.dirname, '../../../../packs/cn');
onBothEngines('the demonstration of assessments', (engine) => {
  let database: Database;
  let records: Records;

  beforeAll(async () => {
    const pack = readPack(root);
    database = await engine.open();
    records = new Records(
      database,
      [
        { kind: parkKind, extra: async () => ({ fields: [] }) },
        registeredRound,
        registeredAssessment,
        registeredAnswer,
      ],
      {
        pack,
        rules: readProgrammePack(root),
        measures: undefined as never,
        plans: { faults: () => [] },
        placements: { faults: () => [], setByHand: () => [] },
        figures: {
          trade: async ({ place, period }) => ({
            known: true,
            valueCny: Number(place) * (period.startsWith('2025') ? 1.1 : 1),
            period,
            receipt: { place, period },
          }),
        },
        now: () => new Date('2026-06-01T02:00:00Z'),
      },
    );
    await seedAssessment(records);
    for (const { id, name, place } of pack.parks) {
      const content = { name, place, packId: id, committee: `org-park-${id}`, facts: [], open: [] };
      await records.create('park', content, clock, { state: 'recognised' });
    }
    await seedAssessment(records);
  });
  afterAll(() => database.close());

  it('needs parks, and has one round that is over and one that is answered, marked as samples', async () => {
    const { records: rounds } = await records.list({ kind: 'assessment-round' });
    expect(rounds.map(({ state, sample }) => [state, sample])).toEqual([
      ['published', true],
      ['opened', true],
    ]);
  });

  it('ranks thirteen parks, with totals that differ and a proposal for a person to decide', async () => {
    const [round] = await records.whole<Round>({ kind: 'assessment-round', state: 'published' });
    const standings = round?.content.standings ?? [];
    expect(standings).toHaveLength(13);
    expect(standings[0]?.total).toBeGreaterThan(70);
    expect(standings.at(-1)?.total).toBeLessThan(40);
    expect(round?.content.proposals.map(({ rule }) => rule)).toEqual(['below-40']);
  });
});
