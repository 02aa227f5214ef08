import { clock } from '../account/asker.ts';
import type { Records } from '../ground/records.store.ts';
import type { AnyRegistered } from '../ground/registered.ts';

/**
 * Does what time alone brings about: every act of the clock whose guards say that its time has come.
 * @returns how many were done
 */
export async function letTimePass(records: Records, kinds: readonly AnyRegistered[]): Promise<number> {
  let count = 0;
  for (const { kind } of kinds) {
    const acts = Object.values(kind.workflow.acts).filter(({ by }) => by === 'clock');
    const state = [...new Set(acts.flatMap(({ from }) => [...from]))];
    if (state.length === 0) continue;
    for (const record of await records.whole({ kind: kind.name, state })) {
      const due = (await records.possible(record, clock)).find(
        ({ by, allowed }) => by === 'clock' && allowed,
      );
      if (!due) continue;
      await records.act(record.id, due.act, {}, record.version, clock);
      count++;
    }
  }
  return count;
}
