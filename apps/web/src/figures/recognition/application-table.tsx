import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asks } from '../../api/asks.ts';
import type { Face } from '../../api/programme.client.ts';
import { paths } from '../../paths.ts';
import { useWords } from '../../words/words.ts';
import { Deadline } from '../deadline.tsx';
import { SampleMark, StateTag } from '../record-head.tsx';

/** Applications by name, place, state and what is due. */
export function ApplicationTable({ records, label }: { records: readonly Face[]; label: string }) {
  const { t, of } = useWords();
  const places = useQuery(asks.places());
  const nameOf = new Map(places.data?.places.map(({ code, name }) => [code, name]));
  const placeName = (code: string) => {
    const name = nameOf.get(code);
    return name ? of(name) : code;
  };
  return (
    <div className="wide">
      <table className="plain applications" aria-label={label}>
        <thead>
          <tr>
            {(['park', 'place', 'province', 'state', 'due', 'changed'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`application.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to={paths.application} params={{ id: one.id }}>
                  {of(one.title)}
                </Link>
                {one.sample ? <SampleMark /> : null}
              </th>
              <td>{placeName(one.territory)}</td>
              <td>{one.territory ? placeName(`${one.territory.slice(0, 2)}0000`) : ''}</td>
              <td>
                <StateTag record={one} />
              </td>
              <td>{one.due ? <Deadline date={one.due} /> : ''}</td>
              <td>{one.changedAt.slice(0, 10)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
