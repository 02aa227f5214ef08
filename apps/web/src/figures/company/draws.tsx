import type { Comparison } from '../../api/company.client.ts';
import { money, percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { SpanChart } from './span-chart.tsx';

/** What comes out when all uncertain figures are drawn at once, many times: the two parks chosen stand out. */
export function Draws({ comparison, chosen }: { comparison: Comparison; chosen: readonly string[] }) {
  const { t, of, language } = useWords();
  const { draws, places } = comparison;
  const lines = places.flatMap((place) => {
    const drawn = draws.places[place.code];
    return drawn ? [{ place, drawn }] : [];
  });
  const format = (value: number) => money(value, language);
  return (
    <div className="beside">
      <SpanChart
        title={t('move.draws')}
        scaled
        spans={lines.map(({ place, drawn }) => ({
          name: of(place.names),
          from: drawn.p10,
          to: drawn.p90,
          colour: chosen.includes(place.park) ? 0 : 7,
        }))}
        format={format}
      />
      <table className="plain" aria-label={t('move.draws')}>
        <thead>
          <tr>
            <th scope="col">{t('move.park')}</th>
            {(['p10', 'p50', 'p90', 'first'] as const).map((column) => (
              <th key={column} scope="col" className="num">
                {t(`move.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ place, drawn }) => (
            <tr key={place.park} className={chosen.includes(place.park) ? 'strong' : undefined}>
              <th scope="row">{of(place.names)}</th>
              <td className="num">{format(drawn.p10)}</td>
              <td className="num">{format(drawn.p50)}</td>
              <td className="num">{format(drawn.p90)}</td>
              <td className="num">{percent(drawn.first * 100, language, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
