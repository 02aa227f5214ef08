import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failedAgain, stillToWait, type Tries, waitAfter } from './throttle.ts';

const day = 24 * 60 * 60_000;

describe('the door that was tried in vain', () => {
  it('forgives some mistakes, then waits twice as long each time', () => {
    expect([1, 4, 5, 6, 7, 8].map((failed) => waitAfter(failed, 'account'))).toEqual([
      0, 0, 1_000, 2_000, 4_000, 8_000,
    ]);
    expect(waitAfter(20, 'address')).toBe(0);
    expect(waitAfter(21, 'address')).toBe(1_000);
  });

  it('never stays shut for longer than a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(), (failed, lastAt) => {
        expect(stillToWait({ failed, lastAt }, 'account', lastAt)).toBeLessThanOrEqual(15 * 60_000);
        expect(stillToWait({ failed, lastAt }, 'account', lastAt + 15 * 60_000)).toBe(0);
      }),
      { seed: 2 },
    );
  });

  it('waits longer, never shorter, the more often it was tried', () => {
    fc.assert(
      fc.property(fc.nat(2000), (failed) => {
        expect(waitAfter(failed + 1, 'account')).toBeGreaterThanOrEqual(waitAfter(failed, 'account'));
      }),
      { seed: 3 },
    );
  });

  it('lets a guesser who never rests try about a hundred times a day', () => {
    let tries: Tries | undefined;
    let guesses = 0;
    for (let now = 0; now < day; now += Math.max(1, stillToWait(tries, 'account', now))) {
      if (stillToWait(tries, 'account', now) > 0) continue;
      tries = failedAgain(tries, now);
      guesses += 1;
    }
    expect(guesses).toBeLessThan(112);
  });

  it('forgets after a quiet day', () => {
    expect(failedAgain({ failed: 50, lastAt: 0 }, day)).toEqual({ failed: 1, lastAt: day });
    expect(failedAgain({ failed: 50, lastAt: 0 }, day - 1)).toEqual({ failed: 51, lastAt: day - 1 });
    expect(stillToWait(undefined, 'account', 0)).toBe(0);
  });
});
