import { describe, expect, it } from 'vitest';
import { isUseToBeNoted, sessionHolds } from './session.ts';

const minutes = 60_000;
const hours = 60 * minutes;

describe('a session', () => {
  it('ends half an hour after it was used last', () => {
    const session = { madeAt: 0, usedAt: 2 * hours };
    expect(sessionHolds(session, 2 * hours + 30 * minutes - 1)).toBe(true);
    expect(sessionHolds(session, 2 * hours + 30 * minutes)).toBe(false);
  });

  it('ends after twelve hours, however busy', () => {
    expect(sessionHolds({ madeAt: 0, usedAt: 12 * hours - 1 }, 12 * hours - 1)).toBe(true);
    expect(sessionHolds({ madeAt: 0, usedAt: 12 * hours - 1 }, 12 * hours)).toBe(false);
  });

  it('is written down as used once a minute', () => {
    expect(isUseToBeNoted({ madeAt: 0, usedAt: 0 }, minutes - 1)).toBe(false);
    expect(isUseToBeNoted({ madeAt: 0, usedAt: 0 }, minutes)).toBe(true);
  });
});
