import type { LimitKind, PlanResult } from '../../../api/scenario.client.ts';
import { useWords } from '../../../words/words.ts';
import type { PlanNames } from './plan-names.ts';

/** What is not known, and therefore neither limited nor counted. */
export function PlanUnknowns({ plan, names }: { plan: PlanResult; names: PlanNames }) {
  const { t } = useWords();
  const joined = (kinds: readonly LimitKind[]) => kinds.map(names.kind).join(t('list.comma'));
  const byPark = [...Map.groupBy(plan.unlimited, ({ park }) => park)];
  const byGroup = [...Map.groupBy(plan.needsUnknown, ({ group }) => group)];
  if (byPark.length + byGroup.length + plan.valuesUnknown.length === 0) return null;
  return (
    <section aria-labelledby="unknowns-title">
      <h2 id="unknowns-title">{t('placement.unknowns')}</h2>
      <p className="quiet">{t('placement.unknownsLead')}</p>
      <ul className="dotted unknowns">
        {byPark.map(([park, some]) => (
          <li key={park}>
            {t('placement.unlimited', {
              park: names.park(park),
              kinds: joined(some.map(({ kind }) => kind)),
            })}
          </li>
        ))}
        {byGroup.map(([group, some]) => (
          <li key={group}>
            {t('placement.needsUnknown', {
              group: names.group(group),
              kinds: joined(some.map(({ kind }) => kind)),
            })}
          </li>
        ))}
        {plan.valuesUnknown.map(({ term, pairs }) => (
          <li key={term}>
            {t('placement.valuesUnknown', {
              term: t(`placement.terms.${term}`, { defaultValue: term }),
              count: pairs,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
