import { useQuery } from '@tanstack/react-query';
import { companyAsks } from '../../api/company.asks.ts';
import type { CompanyPlan } from '../../api/company.client.ts';
import { useWords } from '../../words/words.ts';
import { Skeleton, Trouble } from '../state.tsx';

/** Of every item of the comparison: whether the plan tells enough for it, and what is missing. */
export function PlanStanding({ plan }: { plan: CompanyPlan }) {
  const { t, of } = useWords();
  const { data, error } = useQuery(companyAsks.compared(plan));
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height={300} />;
  const { places, leftOut, compared } = data;
  return (
    <aside className="checks" aria-label={t('move.standing')}>
      <h2>{t('move.standing')}</h2>
      <p className="quiet">{t('move.standingLead')}</p>
      <ul>
        {(places[0]?.items ?? []).map(({ item, names }) => {
          const lacking = leftOut.find((one) => one.item === item);
          const fields = new Set(lacking?.missing.map((one) => of(one.names)));
          return (
            <li key={item} data-verdict={compared.includes(item) ? 'met' : 'unknown'}>
              <span className="sign" aria-hidden="true">
                {compared.includes(item) ? '✓' : '·'}
              </span>
              <span>
                {of(names)}{' '}
                {lacking ? (
                  <small className="quiet">
                    {lacking.unknownIn.length === places.length
                      ? t('move.lacks', { fields: [...fields].join(t('list.comma')) })
                      : t('move.lacksIn', {
                          count: lacking.unknownIn.length,
                          fields: [...fields].join(t('list.comma')),
                        })}
                  </small>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
    </aside>
  );
}
