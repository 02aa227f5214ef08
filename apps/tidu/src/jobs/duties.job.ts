import type { Programme } from '@tidu/programme';
import { tick } from './clock.job.ts';
import { type Senders, sendOutbox } from './outbox.job.ts';

const everySecond = 1000;

/** A programme that nobody has begun is not begun unasked. */
type Awaited = (() => Promise<Programme>) & { awaited(): boolean };

/** What a server does unasked: sends what is in the outbox, and sees to what time brings about. */
export function keepDuties(
  programme: Awaited,
  senders: Senders,
  say: (line: string) => void,
): { stop(): Promise<void> } {
  const whenBegun = (work: (opened: Programme) => Promise<unknown>) => async () => {
    if (!programme.awaited()) await work(await programme());
  };
  const sending = repeated(
    5 * everySecond,
    'sending',
    whenBegun((opened) => sendOutbox(opened, senders)),
    say,
  );
  const watching = repeated(600 * everySecond, 'the clock', whenBegun(tick), say);
  return {
    stop: async () => {
      await Promise.all([sending.stop(), watching.stop()]);
    },
  };
}

/** Again and again, with a pause after each, whatever happened; what is under way is waited for at the end. */
function repeated(
  pause: number,
  name: string,
  work: () => Promise<void>,
  say: (line: string) => void,
): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let lastFault = '';
  let underway = Promise.resolve();
  const run = async (): Promise<void> => {
    try {
      await work();
      lastFault = '';
    } catch (error) {
      const fault = (error as Error).message;
      // A fault that lasts is told once.
      if (fault !== lastFault) say(`${name}: ${fault}`);
      lastFault = fault;
    }
    if (!stopped) timer = setTimeout(begin, pause);
  };
  const begin = () => {
    underway = run();
  };
  timer = setTimeout(begin, everySecond);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await underway;
    },
  };
}
