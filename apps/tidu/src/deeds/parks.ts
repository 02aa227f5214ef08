import { type Deeds, type Grants, of } from '@tidu/programme';

const committee: Grants = { park: [of('own')] };
const ministry: Grants = { ministry: [of('all')] };
const shown = [of('published')];

/** Park profiles: kept by their committees, recognised and warned by the Ministry; everybody sees what is published. */
export const parkDeeds: Deeds = {
  'park.read': {
    ministry: [of('all')],
    province: [of('territory'), of('published')],
    park: [of('own'), of('published')],
    'system-admin': shown,
    'security-admin': shown,
    'audit-admin': shown,
    partner: shown,
    company: shown,
    expert: shown,
    analyst: shown,
    public: shown,
  },
  'park.create': ministry,
  'park.state': committee,
  'park.withdraw': committee,
  'park.open': committee,
  'park.publishProfile': committee,
  'park.recognise': ministry,
  'park.warn': ministry,
  'park.liftWarning': ministry,
  'park.beginExit': ministry,
  'park.stay': ministry,
  'park.exit': ministry,
};
