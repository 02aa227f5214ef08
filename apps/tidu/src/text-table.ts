/** How wide a terminal shows a text: Chinese signs take two columns. */
const width = (text: string): number =>
  [...text].reduce(
    (sum, sign) =>
      sum +
      (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(
        sign,
      )
        ? 2
        : 1),
    0,
  );

/** Rows as aligned columns; those in `right` end at the same place. */
export function columnsOfText(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, width(cell));
    });
  }
  const padded = (cell: string, i: number): string => {
    const space = ' '.repeat((widths[i] ?? 0) - width(cell));
    return right.includes(i) ? space + cell : cell + space;
  };
  return rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n');
}
