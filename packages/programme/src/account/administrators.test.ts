import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Administered,
  administrators,
  againstChanging,
  againstCreating,
  isAdministrator,
} from './administrators.ts';
import { type Role, roles } from './asker.ts';

const account = (id: string, role: Role, more: Partial<Administered> = {}): Administered => ({
  id,
  role,
  email: `${id}@example.org`,
  disabled: false,
  ...more,
});
const system = account('system', 'system-admin');
const security = account('security', 'security-admin');
const audit = account('audit', 'audit-admin');
const officer = account('officer', 'ministry');
const all = [system, security, audit, officer];
const said = (reasons: { en: string }[]) => reasons.map(({ en }) => en).join('; ');

describe('the three administrators', () => {
  it('are not one person under two names', () => {
    expect(said(againstCreating({ role: 'audit-admin', email: 'Security@example.org ' }, all))).toContain(
      'kept apart',
    );
    expect(said(againstCreating({ role: 'park', email: 'audit@example.org' }, all))).toContain('kept apart');
    expect(againstCreating({ role: 'park', email: 'officer@example.org' }, all)).toEqual([]);
    expect(
      said(
        againstChanging(officer, { role: 'system-admin' }, 'security', [
          ...all,
          account('twin', 'expert', { email: officer.email }),
        ]),
      ),
    ).toContain('kept apart');
  });

  it('never change themselves', () => {
    expect(said(againstChanging(security, { role: 'ministry' }, 'security', all))).toContain('own role');
    expect(
      said(
        againstChanging(security, { disabled: true }, 'security', [...all, account('s2', 'security-admin')]),
      ),
    ).toContain('own role');
  });

  it('are never without one of each kind', () => {
    expect(said(againstChanging(audit, { disabled: true }, 'security', all))).toContain('last account');
    expect(said(againstChanging(audit, { role: 'park' }, 'security', all))).toContain('last account');
    expect(
      againstChanging(audit, { disabled: true }, 'security', [...all, account('a2', 'audit-admin')]),
    ).toEqual([]);
    const asleep = account('a2', 'audit-admin', { disabled: true });
    expect(said(againstChanging(audit, { disabled: true }, 'security', [...all, asleep]))).toContain(
      'last account',
    );
  });

  it('give nobody the role of the public', () => {
    expect(said(againstCreating({ role: 'public', email: '' }, all))).toContain('no accounts');
    expect(said(againstChanging(officer, { role: 'public' }, 'security', all))).toContain('no accounts');
  });

  it('whatever is done in whatever order: each kind keeps one in force, and no person holds two keys', () => {
    const step = fc.record({
      who: fc.nat(9),
      by: fc.nat(9),
      role: fc.option(fc.constantFrom(...roles), { nil: undefined }),
      disabled: fc.option(fc.boolean(), { nil: undefined }),
      email: fc.constantFrom('system@example.org', 'a@example.org', 'b@example.org'),
      make: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let now = all;
        for (const { who, by, role, disabled, email, make } of steps) {
          if (make) {
            const made = { role: role ?? 'park', email };
            if (againstCreating(made, now).length === 0)
              now = [...now, account(`new-${now.length}`, made.role, made)];
            continue;
          }
          const chosen = now[who % now.length] as Administered;
          const to = { ...(role && { role }), ...(disabled !== undefined && { disabled }) };
          const asker = (now[by % now.length] as Administered).id;
          if (againstChanging(chosen, to, asker, now).length > 0) continue;
          now = now.map((one) => (one === chosen ? { ...one, ...to } : one));
        }
        const inForce = now.filter(({ disabled }) => !disabled);
        for (const kind of administrators) expect(inForce.some(({ role }) => role === kind)).toBe(true);
        for (const one of inForce.filter(({ role }) => isAdministrator(role))) {
          expect(inForce.filter(({ email }) => email === one.email)).toHaveLength(1);
        }
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
