import type { LimitOfPark, PlanResult } from '../../../api/scenario.client.ts';
import { money, number } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import { SampleMark } from '../../record-head.tsx';
import type { PlanNames } from './plan-names.ts';

/** What one unit more of each limit that is used up would be worth, the dearest first; and every limit with its use. */
export function PlanLimits({
  plan: { limits, sampleLimits },
  names,
}: {
  plan: PlanResult;
  names: PlanNames;
}) {
  const { t, language } = useWords();
  const plain = (value: number) => number(value, language, Math.abs(value) < 10 ? 2 : 0);
  const isSample = ({ park, kind }: LimitOfPark) =>
    sampleLimits.some((one) => one.park === park && one.kind === kind);
  const worth = limits
    .map((one) => ({ one, price: one.price ?? one.priceOpen ?? 0 }))
    .filter(({ one, price }) => one.full && price > 0)
    .sort((a, b) => b.price - a.price);
  return (
    <section aria-labelledby="worth-title">
      <h2 id="worth-title">{t('placement.limitsWorth')}</h2>
      <p className="quiet">{t('placement.limitsWorthLead')}</p>
      {worth.length === 0 ? <p>{t('placement.noneFull')}</p> : null}
      <ul className="dotted">
        {worth.map(({ one, price }) => (
          <li key={`${one.park} ${one.kind}`}>
            {t('placement.worth', {
              park: names.park(one.park),
              kind: names.kind(one.kind),
              unit: names.unit(one.kind),
              price: money(price, language),
            })}{' '}
            {isSample(one) ? <SampleMark /> : null}{' '}
            {one.holds ? (
              <small className="quiet">
                {one.holds.to === null
                  ? t('placement.worthHoldsOn', { from: plain(one.holds.from) })
                  : t('placement.worthHolds', { from: plain(one.holds.from), to: plain(one.holds.to) })}
              </small>
            ) : null}
          </li>
        ))}
      </ul>
      {limits.length === 0 ? null : (
        <details>
          <summary>{t('placement.allLimits')}</summary>
          <div className="wide">
            <table className="plain" aria-label={t('placement.allLimits')}>
              <thead>
                <tr>
                  <th scope="col">{t('placement.park')}</th>
                  <th scope="col">{t('placement.limits')}</th>
                  <th scope="col" className="num">
                    {t('placement.limit')}
                  </th>
                  <th scope="col" className="num">
                    {t('placement.used')}
                  </th>
                  <th scope="col" className="num">
                    {t('placement.price')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {limits.map((one) => (
                  <tr key={`${one.park} ${one.kind}`}>
                    <th scope="row">{names.park(one.park)}</th>
                    <td>
                      {names.kind(one.kind)} <small className="quiet">{names.unit(one.kind)}</small>
                    </td>
                    <td className="num">
                      {isSample(one) ? <SampleMark /> : null} {plain(one.limit)}
                    </td>
                    <td className="num">
                      {plain(one.used)} {one.full ? t('placement.full') : ''}
                    </td>
                    <td className="num">{money(one.price ?? one.priceOpen, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  );
}
