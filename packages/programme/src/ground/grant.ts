import { type Asker, liesIn, type Role } from '../account/asker.ts';
import type { Face } from './kind.ts';

/**
 * How near somebody must be to a record: anybody of the role (`all`), the record's place lies in theirs
 * (`territory`), their organisation is concerned (`own`), it is assigned to them (`assigned`), or
 * everybody may see its public content (`published`).
 */
export const scopes = ['all', 'territory', 'own', 'assigned', 'published'] as const;
export type Scope = (typeof scopes)[number];

/** What a role may do to records within a scope, in some states only where it says so. */
export interface Grant {
  readonly of: Scope;
  readonly in?: readonly string[];
}

/** One deed, e.g. `application.submit`: who may do it. Nobody may what no line grants. */
export type Grants = Readonly<Partial<Record<Role, readonly Grant[]>>>;
export type Deeds = Readonly<Record<string, Grants>>;

/** `of('territory', 'submitted')`: within the own territory, once submitted. */
export const of = (scope: Scope, ...states: readonly string[]): Grant =>
  states.length === 0 ? { of: scope } : { of: scope, in: states };

export const grantsOf = (deeds: Deeds, deed: string, role: Role): readonly Grant[] =>
  Object.hasOwn(deeds, deed) ? (deeds[deed]?.[role] ?? []) : [];

export function covers(grant: Grant, asker: Asker, face: Face & { readonly state: string }): boolean {
  if (grant.in && !grant.in.includes(face.state)) return false;
  switch (grant.of) {
    case 'all':
      return true;
    case 'territory':
      return liesIn(face.territory, asker.territory);
    case 'own':
      return asker.organisation !== '' && face.organisations.includes(asker.organisation);
    case 'assigned':
      return asker.account !== 'public' && (face.people ?? []).includes(asker.account);
    case 'published':
      return face.published;
  }
}
