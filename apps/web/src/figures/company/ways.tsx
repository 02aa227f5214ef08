import { useQuery } from '@tanstack/react-query';
import { asks } from '../../api/asks.ts';
import type { ComparedPlace, Comparison } from '../../api/company.client.ts';
import { money, number } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';

/** How goods come from each park to the quay and to the markets, and how deep suppliers are there. */
export function Ways({ comparison }: { comparison: Comparison }) {
  const { t, of, language } = useWords();
  const { data } = useQuery(asks.places());
  const nameOf = (code: string) => {
    const found = data?.places.find((place) => place.code === code);
    return found ? of(found.short ?? found.name) : code;
  };
  const days = (range: { low: number; high: number } | undefined) =>
    range === undefined
      ? t('move.unknown')
      : t('move.days', {
          days:
            range.low === range.high
              ? number(range.low, language)
              : `${number(range.low, language)}–${number(range.high, language)}`,
        });
  const route = ({ routes }: ComparedPlace) => routes.find(({ taken }) => taken);
  const noDepth = comparison.places.every(({ depth }) => depth.length === 0);
  return (
    <section aria-labelledby="ways-title">
      <h2 id="ways-title">{t('move.ways')}</h2>
      {noDepth ? <p className="quiet">{t('move.noDepth')}</p> : null}
      <div className="wide">
        <table className="plain ways" aria-label={t('move.ways')}>
          <thead>
            <tr>
              {(['park', 'way', 'perTeu', 'markets', 'depth'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`move.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparison.places.map((place) => {
              const taken = route(place);
              return (
                <tr key={place.park}>
                  <th scope="row">{of(place.names)}</th>
                  <td>
                    {taken
                      ? [
                          t(`move.mode.${taken.mode}`),
                          ...(taken.by ? [of(taken.by.names)] : []),
                          ...(taken.port ? [of(taken.port.names)] : []),
                          `${number(taken.km, language)} km`,
                        ].join(' · ')
                      : t('move.unknown')}
                  </td>
                  <td className="num">
                    {taken?.cnyPerTeu ? money(taken.cnyPerTeu.likely, language) : t('move.unknown')}
                  </td>
                  <td>
                    {place.markets.map((one) => (
                      <div key={`${one.to}${one.by}`}>
                        {t(`move.market.${one.to}`)} {t(`move.by.${one.by}`)} {days(one.days)}
                      </div>
                    ))}
                  </td>
                  <td>
                    {place.depth.map((one) => (
                      <div key={`${one.name}${one.chapter}`}>
                        {t(`move.depthOf.${one.name}`, { chapter: one.chapter, place: nameOf(one.place) })}{' '}
                        <b>
                          {one.unit === 'CNY' ? money(one.value, language) : number(one.value, language, 2)}
                        </b>{' '}
                        <small className="quiet">{one.period}</small>
                      </div>
                    ))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
