import { describe, expect, it } from 'vitest';
import { roles } from './asker.ts';
import { mayHaveRole, organisationKinds } from './membership.ts';

describe('the people of an organisation', () => {
  it('speak for it and for no other', () => {
    expect(mayHaveRole('province', 'province')).toBe(true);
    expect(mayHaveRole('province', 'ministry')).toBe(false);
    expect(mayHaveRole('company', 'park')).toBe(false);
    expect(mayHaveRole('park', 'security-admin')).toBe(false);
  });

  it('have every role that there is but the public’s', () => {
    const given = roles.filter((role) => organisationKinds.some((kind) => mayHaveRole(kind, role)));
    expect(given).toEqual(roles.filter((role) => role !== 'public'));
  });
});
