import type { Position } from '../api/types.ts';
import { type Extent, inSight, panned, type View, wholeOf, zoomed } from './view.ts';

/** A step of the map, by button or key. */
export type Step = 'nearer' | 'farther' | 'whole' | 'north' | 'south' | 'west' | 'east';

const keys: Readonly<Record<string, Step>> = {
  '+': 'nearer',
  '=': 'nearer',
  '-': 'farther',
  '0': 'whole',
  ArrowUp: 'north',
  ArrowDown: 'south',
  ArrowLeft: 'west',
  ArrowRight: 'east',
};

/** As `aria-keyshortcuts` wants it told. */
export const shortcuts = 'ArrowUp ArrowDown ArrowLeft ArrowRight + - 0';

/** The step that a key asks for; with a modifier it is the browser's own. */
export const stepOf = (event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}): Step | undefined => (event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]);

const aside: Readonly<Partial<Record<Step, Position>>> = {
  north: [0, -1],
  south: [0, 1],
  west: [-1, 0],
  east: [1, 0],
};
const pace = 0.2;
const factor = 1.6;

/** The view one step on. */
export function stepped(view: View, step: Step, extent: Extent): View {
  if (step === 'whole') return wholeOf(extent);
  if (step === 'nearer') return zoomed(view, factor, view.centre, extent);
  if (step === 'farther') return zoomed(view, 1 / factor, view.centre, extent);
  const { width, height } = inSight(view, extent);
  const [x, y] = aside[step] ?? [0, 0];
  return panned(view, [x * pace * width, y * pace * height], extent);
}
