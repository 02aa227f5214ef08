import { Link } from '@tanstack/react-router';
import { paths } from '../../../paths.ts';
import { change, percent } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import type { Effect } from './effect-sentences.tsx';

/** Each park by itself, with its interval, and the way to its page. */
export function EffectParks({ parks }: { parks: Effect['parks'] }) {
  const { t, of, language } = useWords();
  return (
    <section>
      <h2>{t('effect.parks')}</h2>
      <p className="quiet">{t('effect.parksLead')}</p>
      <div className="wide">
        <table className="plain as-lines">
          <caption className="unseen">{t('effect.parks')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('effect.park')}</th>
              <th scope="col" className="num">
                {t('effect.effect')}
              </th>
              <th scope="col" className="num">
                {t('effect.band')}
              </th>
              <th scope="col" className="num">
                {t('effect.chance')}
              </th>
              <th scope="col" className="num">
                {t('effect.control')}
              </th>
            </tr>
          </thead>
          <tbody>
            {parks.map(({ record, id, names, effect, synthetic, why }) => (
              <tr key={record}>
                <th scope="row">
                  <Link to={paths.guidanceEffectPark} params={{ id }} search={(kept) => kept}>
                    {of(names)}
                  </Link>
                </th>
                {effect && synthetic ? (
                  <>
                    <td className="num" data-label={t('effect.effect')}>
                      {change(effect.percent, language)}
                    </td>
                    <td className="num" data-label={t('effect.band')}>
                      {t('effect.interval', {
                        low: change(effect.low, language),
                        high: change(effect.high, language),
                      })}
                    </td>
                    <td className="num" data-label={t('effect.chance')}>
                      {percent(effect.p === null ? null : 100 * effect.p, language, 1)}
                    </td>
                    <td className="num" data-label={t('effect.control')}>
                      {change(synthetic.percent, language)}
                    </td>
                  </>
                ) : (
                  <td colSpan={4} className="quiet">
                    {t(`effect.short.${why ?? 'no-statistics'}`)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
