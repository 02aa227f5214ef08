import type { Position } from '../api/types.ts';

/** The part of a sheet that is in sight: its middle in sheet units, and how many times it is enlarged. */
export interface View {
  readonly centre: Position;
  readonly zoom: number;
}

/** Width and height in sheet units. */
export type Extent = readonly [number, number];

const nearest = 8;

export const wholeOf = ([width, height]: Extent): View => ({ centre: [width / 2, height / 2], zoom: 1 });

/** What is in sight, in sheet units. */
export function inSight({ centre, zoom }: View, [width, height]: Extent) {
  const size = { width: width / zoom, height: height / zoom };
  return { left: centre[0] - size.width / 2, top: centre[1] - size.height / 2, ...size };
}

/**
 * The view enlarged `factor` times, where `about` stays in the place it has on the screen.
 * @example zoomed(wholeOf([1000, 800]), 2, [1000, 400], [1000, 800]).centre // [750, 400]
 */
export function zoomed(view: View, factor: number, about: Position, extent: Extent): View {
  const zoom = clamp(view.zoom * factor, 1, nearest);
  const kept = view.zoom / zoom;
  const centre = view.centre.map((at, i) => (about[i] ?? at) + (at - (about[i] ?? at)) * kept);
  return within({ centre: centre as Position, zoom }, extent);
}

/** The view moved by sheet units, never past the edge of the sheet. */
export const panned = ({ centre, zoom }: View, [x, y]: Position, extent: Extent): View =>
  within({ centre: [centre[0] + x, centre[1] + y], zoom }, extent);

function within({ centre, zoom }: View, extent: Extent): View {
  const [x, y] = centre.map((at, i) => {
    const size = extent[i] ?? 0;
    return clamp(at, size / zoom / 2, size - size / zoom / 2);
  });
  return { centre: [x ?? 0, y ?? 0], zoom };
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
