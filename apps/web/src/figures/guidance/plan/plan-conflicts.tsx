import type { PlanResult, RuleOfPlan } from '../../../api/scenario.client.ts';
import { money, number } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import { Empty } from '../../state.tsx';
import type { PlanNames } from './plan-names.ts';

/** Which demands cannot be met together, and what to loosen. */
export function PlanConflicts({
  plan: { status, conflicts },
  names,
}: {
  plan: Pick<PlanResult, 'status' | 'conflicts'>;
  names: PlanNames;
}) {
  const { t, language } = useWords();
  const said = ({ rule, kind }: RuleOfPlan, bound: number): string => {
    const plain = number(bound, language, Math.abs(bound) < 100 ? 2 : 0);
    if (rule === 'limit' && kind) return `${plain} ${names.unit(kind)}`;
    if (rule === 'least' || rule === 'most') return t('placement.ofEven', { times: plain });
    return money(bound, language);
  };
  if (status === 'not-found')
    return <Empty title={t('placement.notFound')} remedy={t('placement.notFoundRemedy')} />;
  return (
    <section className="trouble" role="alert" aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">{t('placement.impossible')}</h2>
      <p>{t('placement.impossibleRemedy')}</p>
      {conflicts.map(({ rules }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a conflict is its place in the list
        <div key={i}>
          <h3>{t('placement.conflict', { number: i + 1 })}</h3>
          <ul className="dotted">
            {rules.map(({ rule, bound, resolvedAt }) => (
              <li key={JSON.stringify(rule)}>
                {names.rule(rule)}{' '}
                <span className="quiet">
                  {resolvedAt === null
                    ? t('placement.dropOnly', { from: said(rule, bound) })
                    : t('placement.loosen', { from: said(rule, bound), to: said(rule, resolvedAt) })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
