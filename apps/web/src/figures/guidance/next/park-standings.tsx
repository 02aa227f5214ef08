import { Link } from '@tanstack/react-router';
import type { Guided } from '../../../api/guidance.client.ts';
import { paths } from '../../../paths.ts';
import { change, money, percent } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';

type Ministry = Guided<'ministry-next'>['result'];

/** Every park: how its city goes, what recognition changed, what its projects keep, and what is not known. */
export function ParkStandings({ parks }: Pick<Ministry, 'parks'>) {
  const { t, of, language } = useWords();
  const part = (value: number | null) => percent(value === null ? null : 100 * value, language, 2);
  const columns = [
    'exports',
    'change',
    'share',
    'shareBefore',
    'effect',
    'promised',
    'reported',
    'notStated',
    'ties',
  ] as const;
  return (
    <section>
      <h2>{t('guidanceNext.parks')}</h2>
      <div className="wide">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('guidanceNext.park')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`guidanceNext.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parks.map((park) => (
              <tr key={park.record}>
                <th scope="row">
                  <Link to={paths.guidancePark} params={{ id: park.id }}>
                    {of(park.names)}
                  </Link>
                </th>
                <td className="num">{money(park.exports, language)}</td>
                <td className="num">{change(park.change, language)}</td>
                <td className="num">{part(park.share)}</td>
                <td className="num">{part(park.shareBefore)}</td>
                <td className="num">{change(park.effect, language)}</td>
                <td className="num">{money(park.promised, language)}</td>
                <td className="num">{money(park.reported, language)}</td>
                <td className="num">
                  {park.notStated} / {park.stateable}
                </td>
                <td className="num">{park.ties}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
