import { describe, expect, it } from 'vitest';
import { invitationHolds } from './invitation.ts';

const hours = 60 * 60_000;

describe('an invitation', () => {
  it('opens for three days', () => {
    expect(invitationHolds({ madeAt: 0 }, 72 * hours - 1)).toBe(true);
    expect(invitationHolds({ madeAt: 0 }, 72 * hours)).toBe(false);
  });

  it('opens once', () => {
    expect(invitationHolds({ madeAt: 0, takenAt: hours }, 2 * hours)).toBe(false);
  });

  it('does not open before it was made', () => {
    expect(invitationHolds({ madeAt: hours }, 0)).toBe(false);
  });
});
