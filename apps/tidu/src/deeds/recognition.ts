import { type Deeds, of } from '@tidu/programme';

const everybody = [of('published')];
const seen = { company: everybody, partner: everybody, analyst: everybody, public: everybody } as const;
const beyondDraft = [
  'submitted',
  'returned',
  'reported',
  'incomplete',
  'accepted',
  'reviewed',
  'proposed',
  'listed',
  'rejected',
  'withdrawn',
];

/** Batches and applications. What a batch does after its call, and an application after its acceptance, the review does. */
export const recognitionDeeds: Deeds = {
  'batch.read': {
    ...seen,
    ministry: [of('all')],
    province: everybody,
    park: everybody,
    expert: everybody,
    'system-admin': everybody,
    'security-admin': everybody,
    'audit-admin': everybody,
  },
  'batch.create': { ministry: [of('all')] },
  'batch.edit': { ministry: [of('all')] },
  'batch.publishCall': { ministry: [of('all')] },
  'batch.closeCall': { ministry: [of('all')] },
  'batch.cancel': { ministry: [of('all')] },
  'application.read': {
    ...seen,
    ministry: [of('all', ...beyondDraft)],
    province: [of('territory', ...beyondDraft), of('published')],
    park: [of('own'), of('published')],
    expert: [of('assigned'), of('published')],
    'system-admin': everybody,
    'security-admin': everybody,
    'audit-admin': everybody,
  },
  'application.create': { park: [of('own')] },
  'application.edit': { park: [of('own')] },
  'application.submit': { park: [of('own')] },
  'application.complete': { park: [of('own')] },
  'application.withdraw': { park: [of('own')] },
  'application.discard': { park: [of('own')] },
  'application.return': { province: [of('own')] },
  'application.report': { province: [of('own')] },
  'application.countersign': { province: [of('territory')] },
  'application.askToComplete': { ministry: [of('all')] },
  'application.accept': { ministry: [of('all')] },
  'application.reject': { ministry: [of('all')] },
};
