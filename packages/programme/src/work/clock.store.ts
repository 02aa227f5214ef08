import { clock } from '../account/asker.ts';
import type { Records } from '../ground/records.store.ts';
import { NotCurrent } from '../ground/refusal.ts';
import type { AnyRegistered } from '../ground/registered.ts';
import { NotPossible } from '../ground/workflow.ts';

/**
 * Does what time alone brings about: every act of the clock whose guards say that its time has come. What cannot be
 * done keeps nothing else from being done.
 * @returns how many were done
 * @throws  Error at the end, naming what could not be done
 */
export async function letTimePass(records: Records, kinds: readonly AnyRegistered[]): Promise<number> {
  let count = 0;
  const failed: string[] = [];
  for (const { kind } of kinds) {
    const acts = Object.values(kind.workflow.acts).filter(({ by }) => by === 'clock');
    const state = [...new Set(acts.flatMap(({ from }) => [...from]))];
    if (state.length === 0) continue;
    for (const record of await records.whole({ kind: kind.name, state })) {
      const due = (await records.possible(record, clock)).find(
        ({ by, allowed }) => by === 'clock' && allowed,
      );
      if (!due) continue;
      try {
        await records.act(record.id, due.act, {}, record.version, clock);
        count++;
      } catch (error) {
        // Whoever was quicker has done it, or the next look will.
        if (error instanceof NotCurrent || error instanceof NotPossible) continue;
        failed.push(`"${due.act}" of ${record.id}: ${(error as Error).message}`);
      }
    }
  }
  if (failed.length > 0) throw new Error(`could not be done: ${failed.join('; ')}`);
  return count;
}
