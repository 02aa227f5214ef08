import type { PlanResult } from '../../../api/scenario.client.ts';
import { useWords } from '../../../words/words.ts';
import { Empty, Skeleton } from '../../state.tsx';
import { PlacementsTable } from './placements.table.tsx';
import { PlanBlocking } from './plan-blocking.tsx';
import { PlanConflicts } from './plan-conflicts.tsx';
import { PlanFlows } from './plan-flows.tsx';
import { PlanLimits } from './plan-limits.tsx';
import { usePlanNames } from './plan-names.ts';
import { PlanShares } from './plan-shares.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { PlanUnknowns } from './plan-unknowns.tsx';

/** A plan: what goes where, what holds it back, and what is not known; or why there is none. */
export function PlanShown({ plan, quick }: { plan: PlanResult; quick: boolean }) {
  const { t } = useWords();
  const names = usePlanNames();
  if (!names) return <Skeleton height="60vh" />;
  if (plan.status !== 'planned') return <PlanConflicts plan={plan} names={names} />;
  return (
    <div className="plan-shown">
      <PlanSummary plan={plan} quick={quick} />
      {plan.limits.length === 0 && plan.needsUnknown.length > 0 ? (
        <p className="caution">{t('placement.needsMissing')}</p>
      ) : null}
      {plan.placements.length === 0 ? (
        <Empty title={t('placement.nothingPlaced')} remedy={t('placement.nothingPlacedRemedy')} />
      ) : (
        <>
          <PlanFlows placements={plan.placements} names={names} />
          <PlacementsTable placements={plan.placements} names={names} />
        </>
      )}
      <PlanLimits plan={plan} names={names} />
      <PlanShares plan={plan} names={names} />
      <PlanBlocking plan={plan} names={names} />
      <PlanUnknowns plan={plan} names={names} />
    </div>
  );
}
