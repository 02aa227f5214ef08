/** A month of a series; January and February together stand at February. */
export interface Point {
  readonly month: string;
  readonly amount: number | null;
}

/**
 * January and February added up, as the customs themselves publish them: Chinese New Year falls in
 * either, and what one of them lacks the other has. A year of which only one is loaded has neither.
 *
 * @param amounts  by month, in order; null where unknown
 * @example joinedMonths([{ month: '2024-01', amount: 3 }, { month: '2024-02', amount: 2 }]) // [{ month: '2024-02', amount: 5 }]
 */
export function joinedMonths(amounts: readonly Point[]): Point[] {
  const byMonth = new Map(amounts.map(({ month, amount }) => [month, amount]));
  return amounts.flatMap(({ month, amount }): Point[] => {
    if (month.endsWith('-01')) return [];
    if (!month.endsWith('-02')) return [{ month, amount }];
    const january = byMonth.get(`${month.slice(0, 5)}01`);
    if (january === undefined) return [];
    return [{ month, amount: january === null || amount === null ? null : january + amount }];
  });
}
