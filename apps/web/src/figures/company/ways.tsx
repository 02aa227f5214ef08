import type { ComparedPlace, Comparison } from '../../api/company.client.ts';
import { money, number } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';

/** How goods come from each park to the quay and to the markets. */
export function Ways({ comparison }: { comparison: Comparison }) {
  const { t, of, language } = useWords();
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
  return (
    <section aria-labelledby="ways-title">
      <h2 id="ways-title">{t('move.ways')}</h2>
      <div className="wide">
        <table className="plain ways" aria-label={t('move.ways')}>
          <thead>
            <tr>
              {(['park', 'way', 'perTeu', 'markets'] as const).map((column) => (
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
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
