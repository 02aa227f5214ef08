import { type Deeds, type Grants, of } from '@tidu/programme';

const concerned: Grants = {
  ministry: [of('all')],
  province: [of('territory'), of('own')],
  park: [of('own')],
  partner: [of('own')],
  company: [of('own')],
  expert: [of('assigned')],
};

/** Files on records of any kind: handed in by those concerned who may read the record, whole and not only what is published. */
export const fileDeeds: Deeds = {
  'file.add': concerned,
  'file.mark': concerned,
  'file.withdraw': concerned,
};
