import { Worker } from 'node:worker_threads';
import { GuidanceRefused } from '@tidu/guidance';
import type { PlainGround } from './plain-ground.ts';

export interface GuidanceAsked {
  readonly id: number;
  readonly name: string;
  readonly request: unknown;
  readonly ground: PlainGround;
}
export type GuidanceAnswered =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly refused: Pick<GuidanceRefused, 'code' | 'message' | 'remedy'> };

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

let thread: Worker | undefined;
let asked = 0;
const waiting = new Map<number, Waiting>();

/** The thread that reckons: begun when first asked, and anew where it came to an end. It keeps no process alive that waits for nothing. */
function reckoning(packRoot: string): Worker {
  if (thread) return thread;
  const begun = new Worker(new URL('./guidance-thread.worker.ts', import.meta.url), { workerData: packRoot });
  const settle = (id: number, how: (one: Waiting) => void) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) begun.unref();
    if (one) how(one);
  };
  const end = (error: Error) => {
    if (thread === begun) thread = undefined;
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(error));
  };
  begun.on('message', (answered: GuidanceAnswered) =>
    settle(answered.id, ({ resolve, reject }) => {
      if ('result' in answered) return resolve(answered.result);
      const { code, message, remedy } = answered.refused;
      reject(new GuidanceRefused(code, message, remedy));
    }),
  );
  begun.on('error', end);
  begun.on('exit', () => end(new Error('the thread that reckons guidance came to an end')));
  thread = begun;
  return begun;
}

/**
 * Reckons a piece of guidance in a thread of its own, so that a server answers meanwhile.
 * @throws GuidanceRefused as the guidance does
 */
export function reckonApart(packRoot: string, asking: Omit<GuidanceAsked, 'id'>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    asked += 1;
    waiting.set(asked, { resolve, reject });
    const at = reckoning(packRoot);
    at.ref();
    at.postMessage({ id: asked, ...asking } satisfies GuidanceAsked);
  });
}
