import type { ReactNode } from 'react';

interface LinedRow {
  readonly id: string;
  readonly head: ReactNode;
  readonly cells: readonly ReactNode[];
}

/** A table of one head and figures to each row, which on a narrow screen is a paragraph to each row. */
export function LinedTable({
  name,
  head,
  columns,
  rows,
  texts = [],
}: {
  name: string;
  head: string;
  columns: readonly string[];
  rows: readonly LinedRow[];
  /** Columns that hold no figures. */
  texts?: readonly string[];
}) {
  const look = (column: string | undefined) =>
    column !== undefined && texts.includes(column) ? undefined : 'num';
  return (
    <div className="wide">
      <table className="plain as-lines" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={look(column)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, head: first, cells }) => (
            <tr key={id}>
              <th scope="row">{first}</th>
              {cells.map((cell, i) => (
                <td key={columns[i]} data-label={columns[i]} className={look(columns[i])}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
