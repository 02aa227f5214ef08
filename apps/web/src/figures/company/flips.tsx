import { useQuery } from '@tanstack/react-query';
import { asks } from '../../api/asks.ts';
import type { Comparison } from '../../api/company.client.ts';
import { change } from '../../words/amount.ts';
import { valueText } from '../../words/figure-text.ts';
import { useWords } from '../../words/words.ts';

/** What one figure alone would have to be for the first two parks to change places. */
export function Flips({ comparison }: { comparison: Comparison }) {
  const { t, of, language } = useWords();
  const { flips, figures } = comparison;
  const { data } = useQuery(asks.places());
  if (!flips) return null;
  const nameOf = (code: string | undefined) => {
    const found = data?.places.find((place) => place.code === code);
    return found ? of(found.short ?? found.name) : '';
  };
  const lines = flips.figures
    .flatMap(({ figure, now, at }) => {
      const found = figures.find(({ id }) => id === figure);
      return at !== undefined && found ? [{ found, now, at, by: Math.abs(at / now - 1) }] : [];
    })
    .sort((a, b) => a.by - b.by);
  return (
    <section aria-labelledby="flips-title">
      <h2 id="flips-title">{t('move.flips')}</h2>
      <p className="quiet">
        {t('move.flipsLead', { first: nameOf(flips.first), second: nameOf(flips.second) })}{' '}
        {lines.length === 0 ? t('move.noFlip', { count: flips.figures.length }) : null}
      </p>
      {lines.length > 0 ? (
        <div className="wide">
          <table className="plain" aria-label={t('move.flips')}>
            <thead>
              <tr>
                <th scope="col">{t('move.figure')}</th>
                <th scope="col" className="num">
                  {t('move.now')}
                </th>
                <th scope="col" className="num">
                  {t('move.flipsAt')}
                </th>
                <th scope="col" className="num">
                  {t('move.changeBy')}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ found, now, at }) => (
                <tr key={found.id}>
                  <th scope="row">
                    {of(found.names)} <small className="quiet">{nameOf(found.place)}</small>
                  </th>
                  <td className="num">{valueText(now, found.unit, language)}</td>
                  <td className="num">{valueText(at, found.unit, language)}</td>
                  <td className="num">{change((at / now - 1) * 100, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
