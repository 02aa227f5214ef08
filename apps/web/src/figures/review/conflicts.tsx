import type { PanelContent, ReviewedApplications } from '../../api/review.client.ts';
import { useWords } from '../../words/words.ts';

interface Props {
  panel: Partial<PanelContent>;
  applications: ReviewedApplications['applications'];
}

/** Experts of the pool in the order of the draw: who sits, and who may not judge what, with the reason. */
export function Conflicts({ panel, applications }: Props) {
  const { t, of } = useWords();
  const { pool, reasons = [], names = {}, drawn, ranking, replaced = [] } = panel;
  if (!pool) return null;
  const titleOf = new Map(applications.map(({ id, title }) => [id, of(title)]));
  const own = Map.groupBy(reasons, ({ expert }) => expert);
  const seatOf = new Map(drawn?.members.map(({ expert, seat }) => [expert, seat]));
  const severityOf = new Map(ranking?.experts.map(({ expert, effect }) => [expert, effect]));
  const order = drawn?.order.map(({ expert }) => expert) ?? pool.experts.map(({ id }) => id);
  const columns = ['expert', ...(drawn ? ['seat'] : []), 'conflicts', ...(ranking ? ['severity'] : [])];
  return (
    <section aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">{t('review.conflicts.title')}</h2>
      <p className="quiet">{t('review.conflicts.lead', { count: reasons.length })}</p>
      <div className="wide">
        <table className="plain review-experts" aria-labelledby="conflicts-title">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={column === 'severity' ? 'num' : undefined}>
                  {t(`review.conflicts.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {order.map((expert) => {
              const seat = seatOf.get(expert);
              const effect = severityOf.get(expert);
              return (
                <tr key={expert}>
                  <th scope="row">{names[expert] ?? expert}</th>
                  {drawn ? (
                    <td>
                      {seat === undefined ? '' : t(seat === 'reserve' ? 'review.reserve' : 'review.seated')}
                    </td>
                  ) : null}
                  <td>
                    {(own.get(expert) ?? [])
                      .map((one) => `${titleOf.get(one.application) ?? one.application}（${of(one)}）`)
                      .join('；') || t('review.conflicts.none')}
                  </td>
                  {ranking ? (
                    <td className="num">
                      {effect === undefined ? '' : `${effect > 0 ? '+' : '−'}${Math.abs(effect).toFixed(1)}`}
                    </td>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {replaced.length > 0 ? (
        <ul className="dotted">
          {replaced.map((one) => (
            <li key={`${one.application} ${one.expert}`}>
              {t('review.replaced', {
                expert: names[one.expert] ?? one.expert,
                application: titleOf.get(one.application) ?? one.application,
                by: one.by ? (names[one.by] ?? one.by) : '—',
                reason: one.reason,
              })}
            </li>
          ))}
        </ul>
      ) : null}
      {ranking && ranking.components.length > 1 ? (
        <p className="bad">{t('review.apart', { count: ranking.components.length })}</p>
      ) : null}
      {ranking && ranking.indispensable.length > 0 ? (
        <p className="quiet">
          {t('review.indispensable', {
            experts: ranking.indispensable.map((one) => names[one] ?? one).join(t('list.comma')),
          })}
        </p>
      ) : null}
    </section>
  );
}
