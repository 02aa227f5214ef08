import { type Deeds, of, roles } from '@tidu/programme';

const security = { 'security-admin': [of('all')] };
const system = { 'system-admin': [of('all')] };
const audit = { 'audit-admin': [of('all')] };
const everybodyWithAnAccount = Object.fromEntries(
  roles.filter((role) => role !== 'public').map((role) => [role, [of('all')]]),
);

/** People, organisations and the trail: three administrators, none of whom does what another does. */
export const accountDeeds: Deeds = {
  'account.own': everybodyWithAnAccount,
  'account.list': security,
  'account.create': security,
  'account.change': security,
  'account.invite': security,
  'account.reset': security,
  'account.disable': security,
  'account.enable': security,
  'account.end-sessions': security,
  'account.link': security,
  'account.require-factor': security,
  'organisation.list': { ...system, ...security },
  'organisation.create': system,
  'organisation.change': system,
  'organisation.disable': system,
  'organisation.enable': system,
  'audit.read': audit,
  'audit.verify': audit,
  'audit.export': audit,
};
