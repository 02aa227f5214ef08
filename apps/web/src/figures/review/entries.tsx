import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asks } from '../../api/asks.ts';
import type { Entry } from '../../api/review.client.ts';
import { paths } from '../../paths.ts';
import { useWords } from '../../words/words.ts';

interface Props {
  entries: readonly Entry[];
  label: string;
  /** The reader may open the applications. */
  linked?: boolean;
}

/** Parks by name, place and applicant, as a notice or a list names them; what is known of none has no column. */
export function Entries({ entries, label, linked = false }: Props) {
  const { t, of } = useWords();
  const places = useQuery(asks.places());
  const placeName = ({ place, placeName: said }: Entry) => {
    const found = places.data?.places.find(({ code }) => code === place);
    return found ? of(found.name) : said || place;
  };
  const told = (['applicant', 'partner'] as const).filter((column) =>
    entries.some((one) => one[column] !== ''),
  );
  return (
    <div className="wide">
      <table className="plain" aria-label={label}>
        <thead>
          <tr>
            {['order', 'park', 'place', ...told].map((column) => (
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
                {linked && one.application ? (
                  <Link to={paths.application} params={{ id: one.application }}>
                    {of(one.name)}
                  </Link>
                ) : (
                  of(one.name)
                )}
              </th>
              <td>{placeName(one)}</td>
              {told.map((column) => (
                <td key={column}>{one[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
