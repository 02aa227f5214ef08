import type { Records } from '../ground/records.store.ts';
import type { BenefitStatementContent } from './benefit-statement.ts';
import { type StatementState, standing } from './benefit-statement.workflow.ts';
import type { Shared } from './counted-once.ts';

/** The statements of a year that stand, for the national table; and how many do not, by state. */
export async function sharedIn(
  records: Records,
  year: number,
): Promise<{ shared: Shared[]; left: Record<string, number>; years: number[] }> {
  const all = await records.whole<BenefitStatementContent>({ kind: 'benefit-statement' });
  const ofYear = all.filter(({ content }) => content.year === year);
  const stands = (state: string) => standing.includes(state as StatementState);
  return {
    shared: ofYear.flatMap(({ id, state, content: { parkPlace, partnerPlace, settled } }) =>
      settled && stands(state)
        ? [{ statement: id, park: parkPlace, partner: partnerPlace, settlement: settled.settlement }]
        : [],
    ),
    left: Object.fromEntries(
      [...Map.groupBy(ofYear, ({ state }) => state)]
        .filter(([state]) => !stands(state))
        .map(([state, many]) => [state, many.length]),
    ),
    years: [...new Set(all.map(({ content }) => content.year))].sort((a, b) => b - a),
  };
}
