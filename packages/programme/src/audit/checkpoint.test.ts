import { describe, expect, it } from 'vitest';
import { differsFrom, signedText } from './checkpoint.ts';

describe('a checkpoint', () => {
  it('signs the same text whatever the order of its fields, and no key', () => {
    const checkpoint = {
      at: '2026-01-01T00:00:00Z',
      head: 'ab',
      lines: 2,
      format: 'tidu-audit-checkpoint/1',
    } as const;
    expect(signedText({ ...checkpoint, key: 'k' } as typeof checkpoint)).toBe(
      '{"at":"2026-01-01T00:00:00Z","format":"tidu-audit-checkpoint/1","head":"ab","lines":2}',
    );
  });

  it('holds for a trail that went on from it', () => {
    expect(differsFrom({ lines: 2, head: 'ab' }, 9, 'ab')).toBeUndefined();
    expect(differsFrom({ lines: 0, head: '00' }, 0, undefined)).toBeUndefined();
  });

  it('shows that the trail was written anew, or cut off', () => {
    expect(differsFrom({ lines: 2, head: 'ab' }, 9, 'cd')).toEqual({ seq: 2, why: 'rewritten' });
    expect(differsFrom({ lines: 2, head: 'ab' }, 1, undefined)).toEqual({ seq: 2, why: 'cut-off' });
  });
});
