import type { ComparedPlace, Comparison } from '../../api/company.client.ts';
import { money } from '../../words/amount.ts';
import { figureText } from '../../words/figure-text.ts';
import { useWords } from '../../words/words.ts';
import { SpanChart } from './span-chart.tsx';

const most = 10;

/** What each uncertain figure alone does to one park, the widest first. */
export function Tornado({ comparison, place }: { comparison: Comparison; place: ComparedPlace }) {
  const { t, of, language } = useWords();
  const lines = comparison.tornado
    .flatMap(({ figure, places }) => {
      const ends = places[place.code];
      const found = comparison.figures.find(({ id }) => id === figure);
      return ends && found && ends.low !== ends.high ? [{ found, ...ends }] : [];
    })
    .slice(0, most);
  const title = t('move.tornadoOf', { park: of(place.names) });
  if (lines.length === 0) return <p className="quiet">{t('move.nothingUncertain')}</p>;
  const format = (value: number) => money(value, language);
  return (
    <div>
      <h3>{of(place.names)}</h3>
      <SpanChart
        title={title}
        spans={lines.map(({ found, low, high }) => ({ name: of(found.names), from: low, to: high }))}
        format={format}
      />
      <details>
        <summary>{t('table.show')}</summary>
        <table className="plain" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('move.figure')}</th>
              <th scope="col" className="num">
                {t('move.atLow')}
              </th>
              <th scope="col" className="num">
                {t('move.atHigh')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ found, low, high }) => (
              <tr key={found.id}>
                <th scope="row">
                  {of(found.names)} <small className="quiet">{figureText(found, language)}</small>
                </th>
                <td className="num">{format(low)}</td>
                <td className="num">{format(high)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
