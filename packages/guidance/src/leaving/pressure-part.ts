/**
 * What a pressure to move is made of. Each part is a number with a unit; between the value that means no pressure and
 * the one that means full pressure it is scored in a straight line. Weights and scales are judgements, and stand here
 * to be seen and disputed.
 */
export const pressureParts = [
  { part: 'share-lost', weight: 0.3, none: 0, full: 0.1, unit: 'share/year' },
  { part: 'trend-age', weight: 0.15, none: 0, full: 3, unit: 'periods' },
  { part: 'wage-gap', weight: 0.15, none: 0, full: 0.5, unit: 'share' },
  { part: 'power-gap', weight: 0.05, none: 0, full: 0.5, unit: 'share' },
  { part: 'labour-intensity', weight: 0.1, none: 0.03, full: 0.12, unit: 'share' },
  { part: 'value-added', weight: 0.1, none: 0.6, full: 0, unit: 'share' },
  { part: 'concentration', weight: 0.05, none: 0, full: 0.25, unit: 'HHI' },
  { part: 'specialisation', weight: 0.1, none: 0.5, full: 3, unit: 'LQ' },
] as const;

export type PartName = (typeof pressureParts)[number]['part'];

/** What tells groups apart says nothing of all goods together. */
export const partsFor = (group: string) =>
  pressureParts.filter(
    ({ part }) => group !== 'all' || (part !== 'specialisation' && part !== 'labour-intensity'),
  );

/** @returns 0 to 1; NaN where the value is unknown */
export const scored = (value: number, { none, full }: { none: number; full: number }): number =>
  Math.max(0, Math.min(1, (value - none) / (full - none)));
