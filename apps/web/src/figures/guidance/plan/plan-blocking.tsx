import type { PlanResult } from '../../../api/scenario.client.ts';
import { number } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import type { PlanNames } from './plan-names.ts';

const shown = 20;

/** Pairs that would both rather have each other than what the plan gives them. */
export function PlanBlocking({
  plan: { blocking, blockingInAll },
  names,
}: {
  plan: PlanResult;
  names: PlanNames;
}) {
  const { t, language } = useWords();
  // An approximation does not look for them.
  if (blockingInAll === null) return null;
  return (
    <section aria-labelledby="blocking-title">
      <h2 id="blocking-title">{t('placement.blocking')}</h2>
      {blocking.length === 0 ? (
        <p>{t('placement.noBlocking')}</p>
      ) : (
        <>
          <p className="quiet">{t('placement.blockingLead')}</p>
          <div className="wide">
            <table className="plain" aria-label={t('placement.blocking')}>
              <thead>
                <tr>
                  <th scope="col">{t('placement.origin')}</th>
                  <th scope="col">{t('placement.group')}</th>
                  <th scope="col">{t('placement.park')}</th>
                  <th scope="col">{t('placement.blockingGot')}</th>
                  <th scope="col" className="num">
                    {t('placement.blockingGains')}
                  </th>
                  <th scope="col">{t('placement.blockingGives')}</th>
                </tr>
              </thead>
              <tbody>
                {blocking.slice(0, shown).map(({ origin, group, park, instead, firmGains, displaces }) => (
                  <tr key={`${origin} ${group} ${park}`}>
                    <th scope="row">{names.place(origin)}</th>
                    <td>{names.group(group)}</td>
                    <td>{names.park(park)}</td>
                    <td>{instead === null ? t('placement.stays') : names.park(instead)}</td>
                    <td className="num">{number(firmGains, language, 3)}</td>
                    <td>
                      {displaces
                        ? `${names.place(displaces.origin)} ${names.group(displaces.group)}`
                        : t('placement.hasRoom')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {blockingInAll > shown ? (
            <p className="quiet">{t('placement.showing', { shown, count: blockingInAll })}</p>
          ) : null}
        </>
      )}
    </section>
  );
}
