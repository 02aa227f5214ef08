/** What a prediction rests on, each as it was known at its origin; formulas in docs/methods/prediction.md. */
export const features = [
  'trend-1',
  'trend-3',
  'usual',
  'place-trend-1',
  'place-trend-3',
  'specialisation',
  'density',
  'share',
  'value-added',
  'wage-gap',
  'park',
  'central',
  'west',
  'northeast',
] as const;
export type Feature = (typeof features)[number];
