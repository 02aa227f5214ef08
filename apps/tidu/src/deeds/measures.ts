import { type Deeds, of } from '@tidu/programme';

/** Offices write measures for their own territory; a province or the ministry puts them in force, and not who proposed it. */
const writers = { ministry: [of('own')], province: [of('own')], park: [of('own')] };
const above = { ministry: [of('all')], province: [of('territory')] };
const published = [of('published')];

export const measureDeeds: Deeds = {
  'measure.read': {
    ministry: [of('all')],
    province: [of('territory'), of('published')],
    park: [of('own'), of('published')],
    partner: published,
    company: published,
    expert: published,
    analyst: published,
    public: published,
  },
  'measure.create': writers,
  'measure.edit': writers,
  'measure.propose': writers,
  'measure.put-in-force': above,
  'measure.return': above,
  'measure.repeal': above,
  /** Over made-up companies: what a change would do, and what measures cost. */
  'measure.what-if': { ministry: [of('all')], province: [of('all')], park: [of('all')] },
  'measure.use': { ministry: [of('all')], province: [of('all')], park: [of('all')] },
};
