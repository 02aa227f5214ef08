import { type Deeds, type Grants, of } from '@tidu/programme';

/** Whoever has an account has a queue, is told things and may say how. */
const everyAccount: Grants = {
  'system-admin': [of('all')],
  'security-admin': [of('all')],
  'audit-admin': [of('all')],
  ministry: [of('all')],
  province: [of('all')],
  park: [of('all')],
  partner: [of('all')],
  company: [of('all')],
  expert: [of('all')],
  analyst: [of('all')],
};

/** Who speaks to whom about a record; experts are kept out of it, so that they judge by themselves. */
const inOffice: Grants = {
  ministry: [of('all')],
  province: [of('territory')],
  park: [of('own')],
  partner: [of('own')],
  company: [of('own')],
};

export const workDeeds: Deeds = {
  'work.queue': everyAccount,
  'work.notices': everyAccount,
  'comment.create': inOffice,
  'monthly-report.read': { ministry: [of('all')], province: [of('territory')], park: [of('own')] },
  'monthly-report.begin': { park: [of('own')] },
  'monthly-report.edit': { park: [of('own')] },
  'monthly-report.submit': { park: [of('own')] },
  'monthly-report.accept': { province: [of('territory')] },
  'monthly-report.return': { ministry: [of('all')], province: [of('territory')] },
  'webhook.manage': { 'system-admin': [of('all')] },
  'outbox.manage': { 'system-admin': [of('all')] },
};
