import { type Asker, covers, type Deeds, type Face, type Grant, grantsOf, NotFound } from '@tidu/programme';
import { deeds as allDeeds } from './deeds/deeds.ts';
import { Refused } from './errors.ts';

/** What a decision is about: a record, or the face that a new one would have. */
export type Subject = Face & { readonly state: string; readonly kind: string; readonly id?: string };

/**
 * May they? The one place that decides: role × organisation × territory × state of the record.
 * @returns the grant by which they may, the widest first; nothing when they may not
 */
export function allow(
  asker: Asker,
  deed: string,
  subject: Subject,
  deeds: Deeds = allDeeds,
): Grant | undefined {
  return grantsOf(deeds, deed, asker.role)
    .filter((grant) => covers(grant, asker, subject))
    .sort((a, b) => Number(a.of === 'published') - Number(b.of === 'published'))[0];
}

/**
 * Who may not read a record is told that there is none.
 * @throws NotFound; Refused `not-signed-in` or `not-allowed`
 */
export function mustBeAllowed(asker: Asker, deed: string, subject: Subject): Grant {
  const grant = allow(asker, deed, subject);
  if (grant) return grant;
  if (subject.id !== undefined && !allow(asker, `${subject.kind}.read`, subject)) {
    throw new NotFound(`there is no ${subject.kind} ${subject.id}`);
  }
  throw refusal(asker, deed);
}

/** For deeds that are about no record. @throws Refused `not-signed-in` or `not-allowed` */
export function mustHaveRole(asker: Asker, deed: string): void {
  if (grantsOf(allDeeds, deed, asker.role).length === 0) throw refusal(asker, deed);
}

function refusal(asker: Asker, deed: string): Refused {
  if (asker.role === 'public') return new Refused('not-signed-in', 'this needs an account', 'sign in first');
  return new Refused(
    'not-allowed',
    `${deed} is not for the role ${asker.role} here`,
    'see docs/operate/roles.md for who may do what',
  );
}
