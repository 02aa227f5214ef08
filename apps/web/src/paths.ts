/** Every address of the page, in one table. */
export const paths = {
  overview: '/',
  parks: '/parks',
  park: '/parks/$id',
  explore: '/explore',
  data: '/data',
} as const;
