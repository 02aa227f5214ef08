import { useWords } from '../words/words.ts';

export interface MapRow {
  code: string;
  name: string;
  value: number | null;
}

/** What the map shows, as a table; what is not published stands at the end. */
export function MapTable({
  rows,
  title,
  head,
  format,
}: {
  rows: readonly MapRow[];
  title: string;
  head: string;
  format: (value: number | null) => string;
}) {
  const { t } = useWords();
  if (rows.length === 0) return <p className="quiet">{t('table.empty')}</p>;
  const sorted = [...rows].sort(
    (a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY),
  );
  return (
    <section className="scroll" aria-label={title}>
      <table className="plain">
        <caption className="unseen">{t('table.caption', { title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.place')}</th>
            <th scope="col" className="num">
              {head}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.name}</th>
              <td className="num">{format(row.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
