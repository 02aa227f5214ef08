import type { Role } from './asker.ts';

/** What an organisation is in the programme. */
export const organisationKinds = [
  'ministry',
  'province',
  'park',
  'partner',
  'company',
  'expert',
  'auditor',
  'system',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Which roles people of an organisation may have: nobody speaks for a ministry who is not of it. */
const rolesOf: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  ministry: ['ministry', 'analyst', 'audit-admin'],
  province: ['province', 'analyst'],
  park: ['park'],
  partner: ['partner'],
  company: ['company'],
  expert: ['expert'],
  auditor: ['audit-admin'],
  system: ['system-admin', 'security-admin', 'audit-admin'],
};

/** @example mayHaveRole('province', 'ministry') // false */
export const mayHaveRole = (kind: OrganisationKind, role: Role): boolean => rolesOf[kind].includes(role);
