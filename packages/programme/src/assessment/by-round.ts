import { clock } from '../account/asker.ts';
import type { Facts } from '../ground/kind.ts';
import type { Guard } from '../ground/workflow.ts';

/**
 * What a round brings about for all of its assessments and answers at once, when it has come to a state itself:
 * nobody does it to a single one, and nothing of it happens before.
 */
export const whenRoundIs = <C, X extends { readonly roundState: string }>(
  state: string,
): Guard<Facts<C, X>> => ({
  name: `round-is-${state}`,
  holds: ({ asker, extra }) =>
    (asker.account === clock.account && extra.roundState === state) || {
      zh: '由考核轮次统一处理',
      en: 'the round does this for all at once',
    },
});
