import type { PlanResult } from '../../../api/scenario.client.ts';
import { money, percent } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';

/** What a plan comes to, and how good it is at least. */
export function PlanSummary({ plan, quick }: { plan: PlanResult; quick: boolean }) {
  const { t, language } = useWords();
  const { moved, movable, placements, objective } = plan;
  const parks = new Set(placements.map(({ park }) => park)).size;
  const gap = percent(100 * plan.gap, language, 2);
  const how = quick ? 'quickSays' : plan.approximate ? 'approximateSays' : 'fullSays';
  return (
    <div className="plan-summary" role="status">
      <p>
        {t('placement.moved', {
          movable: money(movable, language),
          moved: money(moved, language),
          share: percent(movable > 0 ? (100 * moved) / movable : null, language, 1),
          parks,
          count: placements.length,
        })}{' '}
        <span className="quiet">{t('placement.objective', { objective: money(objective, language) })}</span>
      </p>
      <p className="quiet">
        {quick || plan.approximate ? <span className="approximate">{t('placement.quick')}</span> : null}{' '}
        {t(`placement.${how}`, { gap })}
      </p>
    </div>
  );
}
