import type { DepthFigure } from './comparison.ts';

/** How deep suppliers and labour are in a place, from the statistics; nothing where there are none. */
export type Depth = (place: string, chapter: string) => readonly DepthFigure[];
