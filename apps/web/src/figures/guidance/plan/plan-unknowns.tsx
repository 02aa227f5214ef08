import type { LimitKind, PlanResult } from '../../../api/scenario.client.ts';
import { useWords } from '../../../words/words.ts';
import type { PlanNames } from './plan-names.ts';

/** So many are read at a glance. */
const atFirst = 6;

/** What is not known, and therefore neither limited nor counted. */
export function PlanUnknowns({ plan, names }: { plan: PlanResult; names: PlanNames }) {
  const { t } = useWords();
  const joined = (kinds: readonly LimitKind[]) => kinds.map(names.kind).join(t('list.comma'));
  const byPark = [...Map.groupBy(plan.unlimited, ({ park }) => park)];
  const byGroup = [...Map.groupBy(plan.needsUnknown, ({ group }) => group)];
  const count = byPark.length + byGroup.length + plan.valuesUnknown.length;
  if (count === 0) return null;
  return (
    <section aria-labelledby="unknowns-title">
      <h2 id="unknowns-title">{t('placement.unknowns')}</h2>
      <p className="quiet">{t('placement.unknownsLead')}</p>
      <details open={count <= atFirst}>
        <summary>{t('placement.unknownsAll', { count })}</summary>
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
      </details>
    </section>
  );
}
