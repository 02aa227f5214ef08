/**
 * Classes of the map. Breaks are fixed, so that a colour means the same in every month.
 * Shares run through one hue from light to dark; growth runs from ochre (decline) through a
 * near-white to teal (rise), a pair that colour-blind readers tell apart.
 */
export interface Ramp {
  readonly breaks: readonly number[];
  readonly colours: readonly string[];
}

export const shareRamp: Ramp = {
  breaks: [0.03, 0.1, 0.3, 1, 3, 8],
  colours: ['#dbe9e2', '#c3dbd2', '#a0c8bd', '#70aca1', '#438c83', '#1f6b64', '#0b4743'],
};

export const growthRamp: Ramp = {
  breaks: [-20, -10, -2, 2, 10, 20],
  colours: ['#8f4e14', '#c28742', '#e6c795', '#dad6ca', '#b3d5cd', '#5ea69b', '#166b62'],
};

/** Below and above the whole alike: half as much is as far from it as twice as much. */
export const quotientRamp: Ramp = {
  breaks: [0.25, 0.5, 0.8, 1.25, 2, 4],
  colours: growthRamp.colours,
};

/** From no pressure to full. */
export const pressureRamp: Ramp = { breaks: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6], colours: shareRamp.colours };

/** Places for which the customs publish nothing: neither low nor high. */
export const unpublished = '#f7f5f1';

export function colourOf(value: number | null | undefined, { breaks, colours }: Ramp): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return unpublished;
  const at = breaks.findIndex((edge) => value < edge);
  return colours[at === -1 ? colours.length - 1 : at] ?? unpublished;
}

/** From which value to which each class runs; open at both ends. */
export const classes = ({ breaks, colours }: Ramp): { colour: string; from?: number; to?: number }[] =>
  colours.map((colour, i) => ({ colour, from: breaks[i - 1], to: breaks[i] }));
