import { useQuery } from '@tanstack/react-query';
import { companyAsks } from '../../api/company.asks.ts';
import type { CompanyPlan, ComparedPlace } from '../../api/company.client.ts';
import { money } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { Outcome } from '../measures/measure-outcome.tsx';
import { Skeleton, Trouble } from '../state.tsx';

const order = ['given', 'unknown', 'excluded', 'not-eligible', 'not-in-force'];

/** Every measure that holds in a park: what it gives to this plan, and why. */
export function PlaceBenefits({ place, plan }: { place: ComparedPlace; plan: CompanyPlan }) {
  const { t, of, language } = useWords();
  const { data, error } = useQuery(companyAsks.reasons(plan, place.park));
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height={200} />;
  const outcomes = data.outcomes.toSorted(
    (a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || (b.total ?? 0) - (a.total ?? 0),
  );
  return (
    <>
      <h3>{t('move.measures', { count: outcomes.length })}</h3>
      {outcomes.map((outcome) => (
        <details key={outcome.measure} className="measure-there">
          <summary>
            {of(outcome.title)}{' '}
            <small className="quiet">
              {t(`measure.verdicts.${outcome.verdict}`)}
              {outcome.verdict === 'given'
                ? ` ${outcome.total === undefined ? t('measure.amountUnknown') : money(outcome.total, language)}`
                : null}
            </small>
          </summary>
          <Outcome outcome={outcome} />
        </details>
      ))}
    </>
  );
}
