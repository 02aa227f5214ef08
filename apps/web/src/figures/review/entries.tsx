import { Link } from '@tanstack/react-router';
import type { Entry } from '../../api/review.client.ts';
import { paths } from '../../paths.ts';
import { useWords } from '../../words/words.ts';

/** Parks by name, place and applicant, as a notice or a list names them. */
export function Entries({ entries, label }: { entries: readonly Entry[]; label: string }) {
  const { t, of } = useWords();
  return (
    <div className="wide">
      <table className="plain" aria-label={label}>
        <thead>
          <tr>
            {(['order', 'park', 'place', 'applicant', 'partner'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`entry.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((one, i) => (
            <tr key={one.application ?? one.park ?? one.place}>
              <td>{i + 1}</td>
              <th scope="row">
                {one.application ? (
                  <Link to={paths.application} params={{ id: one.application }}>
                    {of(one.name)}
                  </Link>
                ) : (
                  of(one.name)
                )}
              </th>
              <td>{one.placeName || one.place}</td>
              <td>{one.applicant}</td>
              <td>{one.partner}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
