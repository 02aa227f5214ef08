import { type Deeds, type Grant, of } from '@tidu/programme';

const published = [of('published')];
const everybody = {
  expert: published,
  analyst: published,
  public: published,
  'system-admin': published,
  'security-admin': published,
  'audit-admin': published,
} as const;
const ministry = { ministry: [of('all')] } as const;
/** Who is asked needs to read by what is assessed; ranks are taken out until they are published. */
const underWay: Grant = of('all', 'opened', 'closed', 'scored', 'consultation', 'published');
const ownPark = { park: [of('own')] } as const;
const answering = { park: [of('own')], partner: [of('own')], company: [of('own')] } as const;

/** Rounds, assessments and answers. Acts that a round does to all of its assessments are nobody's alone. */
export const assessmentDeeds: Deeds = {
  'assessment-round.read': {
    ...everybody,
    ...ministry,
    province: [underWay],
    park: [underWay],
    partner: [underWay],
    company: [underWay],
  },
  'assessment-round.create': ministry,
  'assessment-round.change': ministry,
  'assessment-round.reweight': ministry,
  'assessment-round.open': ministry,
  'assessment-round.extend': ministry,
  'assessment-round.close': ministry,
  'assessment-round.score': ministry,
  'assessment-round.consult': ministry,
  'assessment-round.rework': ministry,
  'assessment-round.publish': ministry,
  'assessment-round.decide': ministry,
  'assessment-round.cancel': ministry,
  'assessment-round.report': {
    ...everybody,
    ministry: [of('all', 'scored', 'consultation', 'published')],
    province: published,
    park: published,
    partner: published,
    company: published,
  },
  'assessment.read': {
    ...everybody,
    ...ministry,
    province: [of('territory'), of('published')],
    park: [of('own'), of('published')],
    partner: published,
    company: published,
  },
  'assessment.invite': ministry,
  'assessment.settle': ministry,
  'assessment.check': ministry,
  'assessment.recheck': ministry,
  'assessment.describe': ownPark,
  'assessment.respond': ownPark,
  'assessment.confirm': ownPark,
  'assessment-answer.read': { ...answering, ...ministry },
  'assessment-answer.fill': answering,
  'assessment-answer.submit': answering,
  'assessment-answer.withdraw': answering,
};
