import { describe, expect, it } from 'vitest';
import type { ResultSeen } from '../../../api/scenario.client.ts';
import { stillSeen } from './result-seen.ts';

const was: ResultSeen = {
  on: '2026-01-01',
  sha256: 'a',
  figures: ['f'],
  records: ['park-taiyuan@3', 'agreement-1@1'],
  seen: 's',
  pack: 'cn 2026',
  program: '1',
  status: 'planned',
  moved: 1,
  movable: 1,
  objective: 1,
};

describe('a result that was kept', () => {
  it('is the same while its checksum is', () => {
    expect(stillSeen(was, { ...was, program: '2' }).same).toBe(true);
  });

  it('names the records that changed, came or went, each once', () => {
    const now = { ...was, sha256: 'b', seen: 't', records: ['park-taiyuan@4', 'agreement-2@1'] };
    expect(stillSeen(was, now)).toMatchObject({
      same: false,
      records: ['agreement-1', 'agreement-2', 'park-taiyuan'],
      sight: false,
    });
  });

  it('tells other sight of the same records from other statistics', () => {
    expect(stillSeen(was, { ...was, sha256: 'b', seen: 't' })).toMatchObject({ figures: false, sight: true });
    expect(stillSeen(was, { ...was, sha256: 'b', figures: ['g'] })).toMatchObject({
      figures: true,
      sight: false,
    });
  });
});
