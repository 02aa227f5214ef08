import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callTemplate } from './call.ts';

const pack = join(import.meta.dirname, '../../../../packs/cn');
const read = (file: string): unknown => JSON.parse(readFileSync(join(pack, file), 'utf8'));
const templates = z.array(callTemplate).parse(read('programme/calls.json'));
const sources = new Set(
  z
    .array(z.looseObject({ id: z.string() }))
    .parse(read('sources/programme.json'))
    .map(({ id }) => id),
);

describe('the calls of the pack', () => {
  it('ask for no more than three zones and 60 km², in principle, by the notice of 2021', () => {
    const conditions = templates[0]?.call.conditions ?? [];
    const limits = conditions.filter(({ limit = 0 }) => limit > 1);
    expect(limits.map(({ id, limit, inPrinciple, source }) => [id, limit, inPrinciple, source])).toEqual([
      ['zones', 3, true, 'mofcom-2021-125'],
      ['area', 60, true, 'mofcom-2021-125'],
    ]);
  });

  it('name a source of the pack for every clause', () => {
    const named = templates.flatMap(({ source, call }) => [
      source,
      ...[...call.conditions, ...call.encouraged, ...call.documents, ...call.deadlines].map(
        (one) => one.source,
      ),
    ]);
    expect([...new Set(named)].filter((id) => !sources.has(id))).toEqual([]);
  });

  it('have every id once', () => {
    for (const { call } of templates) {
      for (const list of [call.conditions, call.documents, call.deadlines]) {
        expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
      }
    }
  });
});
