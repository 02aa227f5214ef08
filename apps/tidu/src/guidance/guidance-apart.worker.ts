import { threadApart } from '@tidu/guidance';
import { packRoot } from '../house.store.ts';
import type { PlainGround } from './plain-ground.ts';

export interface GuidanceAsked {
  readonly name: string;
  readonly request: unknown;
  readonly ground: PlainGround;
}

/**
 * Reckons a piece of guidance in a thread of its own, so that a server answers meanwhile.
 * @throws GuidanceRefused as the guidance does
 */
export const reckonApart = threadApart<GuidanceAsked, unknown>(
  new URL('./guidance-thread.worker.ts', import.meta.url),
  packRoot,
);
