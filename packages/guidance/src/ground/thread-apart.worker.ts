import { parentPort, Worker } from 'node:worker_threads';
import { GuidanceRefused } from './guidance.ts';

interface Asked<A> {
  readonly id: number;
  readonly asked: A;
}
type Answered<R> =
  | { readonly id: number; readonly answer: R }
  | { readonly id: number; readonly refused: Pick<GuidanceRefused, 'code' | 'message' | 'remedy'> };

interface Waiting<R> {
  readonly resolve: (answer: R) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A thread that answers one question after the other: begun when first asked, and anew where it came to an end. It keeps no process
 * alive that waits for nothing.
 *
 * @param address  of the thread's module, which says with `answering` how it answers
 * @returns a function that asks it; it throws GuidanceRefused as the thread does
 */
export function threadApart<A, R>(address: URL, workerData?: unknown): (asked: A) => Promise<R> {
  let thread: Worker | undefined;
  let count = 0;
  const waiting = new Map<number, Waiting<R>>();

  const running = (): Worker => {
    if (thread) return thread;
    const begun = new Worker(address, { workerData });
    const settle = (id: number, how: (one: Waiting<R>) => void) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0) begun.unref();
      if (one) how(one);
    };
    const end = (error: Error) => {
      if (thread === begun) thread = undefined;
      for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(error));
    };
    begun.on('message', (answered: Answered<R>) =>
      settle(answered.id, ({ resolve, reject }) => {
        if ('answer' in answered) return resolve(answered.answer);
        const { code, message, remedy } = answered.refused;
        reject(new GuidanceRefused(code, message, remedy));
      }),
    );
    begun.on('error', end);
    begun.on('exit', () => end(new Error('the thread that was to answer came to an end')));
    thread = begun;
    return begun;
  };

  return (asked) =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve, reject });
      const at = running();
      at.ref();
      at.postMessage({ id: count, asked } satisfies Asked<A>);
    });
}

/** How a thread answers. What is thrown that is no GuidanceRefused ends it: the next question begins another. */
export function answering<A, R>(answer: (asked: A) => R | Promise<R>): void {
  const say = (answered: Answered<R>) => parentPort?.postMessage(answered);
  parentPort?.on('message', async ({ id, asked }: Asked<A>) => {
    try {
      say({ id, answer: await answer(asked) });
    } catch (error) {
      if (!(error instanceof GuidanceRefused)) throw error;
      const { code, message, remedy } = error;
      say({ id, refused: { code, message: message.slice(0, -`; ${remedy}`.length), remedy } });
    }
  });
}
