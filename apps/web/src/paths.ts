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
  signIn: '/sign-in',
} as const;
