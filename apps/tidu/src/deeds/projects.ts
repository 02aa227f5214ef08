import { type Deeds, of, projectActs } from '@tidu/programme';

/** Who is concerned by a project sees it; everybody else sees counts and sums of several together. */
const concerned = {
  ministry: [of('all')],
  province: [of('territory')],
  park: [of('own')],
  partner: [of('own')],
  company: [of('own')],
} as const;
const published = [of('published')];
const thePark = { park: [of('own')] } as const;
const either = { park: [of('own')], partner: [of('own')] } as const;

/** Action plans with their tasks, transfer projects, and projects that two claim. */
export const projectDeeds: Deeds = {
  'project.read': concerned,
  'project.create': thePark,
  'project.edit': thePark,
  ...Object.fromEntries(projectActs.map((act) => [`project.${act}`, thePark])),
  'project.confirm': { partner: [of('own')] },
  'claim.read': { ministry: [of('all')], park: [of('own')] },
  'claim.propose': thePark,
  'claim.agree': thePark,
  'claim.refuse': thePark,
  'claim.decide': { ministry: [of('all')] },
  'claim.reopen': { ministry: [of('all')] },
  'plan.read': {
    ministry: [of('all')],
    province: [of('territory'), of('published')],
    park: [of('own'), of('published')],
    partner: [of('own'), of('published')],
    company: published,
    expert: published,
    analyst: published,
    public: published,
    'system-admin': published,
    'security-admin': published,
    'audit-admin': published,
  },
  'plan.create': thePark,
  'plan.edit': thePark,
  'plan.adopt': thePark,
  'plan.start': thePark,
  'plan.complete': thePark,
  'plan.abandon': thePark,
  'task.read': {
    ministry: [of('all')],
    province: [of('territory')],
    park: [of('own')],
    partner: [of('own')],
    company: [of('own')],
  },
  'task.create': thePark,
  'task.edit': thePark,
  'task.begin': either,
  'task.report': either,
  'task.claim': either,
  'task.resume': either,
  'task.accept': thePark,
  'task.send-back': thePark,
};
