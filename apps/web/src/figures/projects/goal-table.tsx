import type { Goal } from '../../api/project.client.ts';
import { number, percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { Empty } from '../state.tsx';

/** Goals with their targets, what was measured last, and what part of the way that is. */
export function GoalTable({ goals }: { goals: readonly Goal[] }) {
  const { t, language } = useWords();
  return (
    <section aria-labelledby="goals-title">
      <h2 id="goals-title">{t('plan.goals')}</h2>
      {goals.length === 0 ? (
        <Empty title={t('plan.noGoals')} remedy={t('plan.noGoalsRemedy')} />
      ) : (
        <div className="wide">
          <table className="plain as-lines" aria-label={t('plan.goals')}>
            <thead>
              <tr>
                <th scope="col">{t('plan.goal')}</th>
                <th scope="col" className="num">
                  {t('plan.fromValue')}
                </th>
                <th scope="col" className="num">
                  {t('plan.measured')}
                </th>
                <th scope="col" className="num">
                  {t('plan.toValue')}
                </th>
                <th scope="col" className="num">
                  {t('plan.reached')}
                </th>
              </tr>
            </thead>
            <tbody>
              {goals.map(({ name, unit, from, to, measured }) => {
                const last = [...measured].sort((a, b) => a.year - b.year).at(-1);
                const say = (value: number) => number(value, language, value % 1 === 0 ? 0 : 1);
                const way =
                  last && to.value !== from.value
                    ? (last.value - from.value) / (to.value - from.value)
                    : null;
                return (
                  <tr key={`${name} ${unit}`}>
                    <th scope="row">
                      {name} <small>{unit}</small>
                    </th>
                    <td className="num" data-label={t('plan.fromValue')}>
                      {say(from.value)} <small>{from.year}</small>
                    </td>
                    <td className="num" title={last?.source} data-label={t('plan.measured')}>
                      {last ? (
                        <>
                          {say(last.value)} <small>{last.year}</small>
                        </>
                      ) : (
                        '—'
                      )}
                    </td>
                    <td className="num" data-label={t('plan.toValue')}>
                      {say(to.value)} <small>{to.year}</small>
                    </td>
                    <td className="num strong" data-label={t('plan.reached')}>
                      {percent(way === null ? null : 100 * way, language, 0)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
