/** Many rows go in together, but not so many that a statement grows past what the engines take. */
export function* inPieces<T>(rows: readonly T[], most = 200): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += most) yield rows.slice(from, from + most);
}
