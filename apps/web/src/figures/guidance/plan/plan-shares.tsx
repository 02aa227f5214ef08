import type { PlanResult } from '../../../api/scenario.client.ts';
import { money, number } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import type { PlanNames } from './plan-names.ts';

const shown = 20;

/** What each park gets, beside the even split; and what stays where it is, with why. */
export function PlanShares({ plan, names }: { plan: PlanResult; names: PlanNames }) {
  const { t, language } = useWords();
  const stays = [...plan.stays].sort((a, b) => b.amount - a.amount);
  return (
    <div className="two">
      <section aria-labelledby="shares-title">
        <h2 id="shares-title">{t('placement.byPark')}</h2>
        <table className="plain" aria-label={t('placement.byPark')}>
          <tbody>
            {plan.parks
              .toSorted((a, b) => b.amount - a.amount)
              .map(({ park, amount, evenSplits }) => (
                <tr key={park}>
                  <th scope="row">{names.park(park)}</th>
                  <td className="num">{money(amount, language)}</td>
                  <td className="num quiet">
                    {evenSplits === null
                      ? ''
                      : t('placement.ofEven', { times: number(evenSplits, language, 2) })}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
      {stays.length > 0 ? (
        <section aria-labelledby="stays-title">
          <h2 id="stays-title">{t('placement.stays')}</h2>
          <p className="quiet">{t('placement.staysLead')}</p>
          <table className="plain" aria-label={t('placement.stays')}>
            <tbody>
              {stays.slice(0, shown).map(({ origin, group, amount, why }) => (
                <tr key={`${origin} ${group}`}>
                  <th scope="row">
                    {names.place(origin)} {names.group(group)}
                  </th>
                  <td className="num">{money(amount, language)}</td>
                  <td>{t(`placement.staysWhy.${why}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {stays.length > shown ? (
            <p className="quiet">{t('placement.showing', { shown, count: stays.length })}</p>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}
