import { type Deeds, of } from '@tidu/programme';

/** Whose scenario it is and with whom it is shared; the lifecycle keeps the acts to whose it is. */
const concerned = [of('own')];
const offices = {
  ministry: concerned,
  province: concerned,
  park: concerned,
  partner: concerned,
  analyst: concerned,
};
const seeing = [of('own'), of('all', 'open')];

export const scenarioDeeds: Deeds = {
  'scenario.read': {
    ministry: seeing,
    province: seeing,
    park: seeing,
    partner: seeing,
    analyst: seeing,
  },
  'scenario.create': offices,
  'scenario.edit': offices,
  'scenario.share': offices,
  'scenario.open': offices,
  'scenario.withdraw': offices,
  'scenario.archive': offices,
  'scenario.restore': offices,
};
