/** Most periods that a panel goes back. */
const longest = 15;

/**
 * Periods of one length that can be compared: the whole years that are loaded, as far back as they follow one another;
 * where these are not two, January to the latest month with the same months of the years before.
 * @param months loaded, `YYYY-MM`
 * @returns periods as they are written, oldest first; none where nothing can be compared
 * @example comparablePeriods(['2024-01', '2024-02', '2025-01', '2025-02']) // ['2024-01..2024-02', '2025-01..2025-02']
 */
export function comparablePeriods(months: Iterable<string>): string[] {
  const loaded = new Set(months);
  const years = [...new Set([...loaded].map((month) => month.slice(0, 4)))].sort().reverse();
  const has = (year: string, until: number): boolean =>
    Array.from({ length: until }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`).every((month) =>
      loaded.has(month),
    );
  const run = (from: readonly string[], until: number): string[] => {
    const out: string[] = [];
    for (const year of from) {
      if (!has(year, until) || out.length === longest) break;
      if (out.length > 0 && Number(out.at(-1)) - Number(year) !== 1) break;
      out.push(year);
    }
    return out.reverse();
  };
  const whole = run(
    years.filter((year, i) => i > 0 || has(year, 12)),
    12,
  );
  if (whole.length >= 2) return whole;
  const last = [...loaded].sort().at(-1);
  if (last === undefined) return [];
  const until = last.slice(5);
  const partial = run(years, Number(until));
  return partial.length >= 2 ? partial.map((year) => `${year}-01..${year}-${until}`) : [];
}
