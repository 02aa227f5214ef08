import { useWords } from '../../../words/words.ts';
import { Skeleton, Trouble } from '../../state.tsx';
import { GuidanceReceiptButton } from '../guidance-receipt.tsx';
import { PlanShown } from './plan-shown.tsx';
import type { usePlan } from './use-plan.ts';

/** What a scenario comes to: its plan with its receipt, the one before it while the next is reckoned. */
export function ScenarioResult({
  plan: { data, quick, stale, error, retry },
}: {
  plan: ReturnType<typeof usePlan>;
}) {
  const { t } = useWords();
  return (
    <section
      aria-labelledby="result-title"
      aria-busy={stale && !error}
      className={stale ? 'scenario-result stale' : 'scenario-result'}
    >
      <h2 id="result-title">
        {t('placement.result')} <GuidanceReceiptButton receipt={data?.receipt} name={t('placement.result')} />
      </h2>
      {error ? <Trouble error={error} retry={retry} /> : null}
      {data && !error ? <PlanShown plan={data.result} quick={quick} /> : null}
      {data || error ? null : <Skeleton height="60vh" />}
    </section>
  );
}
