/** Every address of the page, in one table. */
export const paths = {
  overview: '/',
  parks: '/parks',
  park: '/parks/$id',
  gradient: '/gradient',
  explore: '/explore',
  view: '/explore/views/$id',
  data: '/data',
  releases: '/releases',
  quality: '/quality',
  recognition: '/recognition',
  newBatch: '/recognition/new',
  batch: '/recognition/batches/$id',
  application: '/applications/$id',
  signIn: '/sign-in',
} as const;
