import type { PlanRequest, PlanResult } from '../../../api/scenario.client.ts';
import { money, number } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import { placementsMoved } from './placements-moved.ts';
import type { PlanNames } from './plan-names.ts';
import { type Cause, whyMoved } from './why-moved.ts';

const shown = 50;
interface Side {
  request: PlanRequest;
  plan: PlanResult;
}

/** Placements that have another amount under the second plan, and why. */
export function PlacementsMoved({ a, b, names }: { a: Side; b: Side; names: PlanNames }) {
  const { t, language } = useWords();
  const moved = placementsMoved(a.plan, b.plan);
  const plain = (value: number | null, kind: Parameters<PlanNames['unit']>[0]) =>
    value === null
      ? t('placement.lifted')
      : `${number(value, language, Number.isInteger(value) ? 0 : 2)} ${names.unit(kind)}`;
  const said = (cause: Cause): string => {
    if (cause.cause === 'limit')
      return t('placement.causes.limit', {
        kind: names.kind(cause.kind),
        from: plain(cause.from, cause.kind),
        to: plain(cause.to, cause.kind),
      });
    if (cause.cause === 'full' || cause.cause === 'freed')
      return t(`placement.causes.${cause.cause}`, { kind: names.kind(cause.kind) });
    if (cause.cause === 'goes' || cause.cause === 'comes')
      return t(`placement.causes.${cause.cause}`, {
        parks: cause.parks.map(names.park).join(t('list.comma')),
      });
    if (cause.cause === 'value')
      return Number.isNaN(cause.from) || Number.isNaN(cause.to)
        ? t('placement.causes.weights')
        : t('placement.causes.value', {
            from: number(cause.from, language, 3),
            to: number(cause.to, language, 3),
          });
    return t(`placement.causes.${cause.cause}`);
  };
  const signed = (value: number) => `${value > 0 ? '+' : ''}${money(value, language)}`;
  return (
    <section aria-labelledby="moved-title">
      <h2 id="moved-title">{t('placement.movedTo')}</h2>
      {moved.length === 0 ? (
        <p>{t('placement.movedNone')}</p>
      ) : (
        <div className="wide">
          <table className="plain" aria-label={t('placement.movedTo')}>
            <thead>
              <tr>
                <th scope="col">{t('placement.origin')}</th>
                <th scope="col">{t('placement.group')}</th>
                <th scope="col">{t('placement.toPark')}</th>
                <th scope="col" className="num">
                  {t('placement.inFirst')}
                </th>
                <th scope="col" className="num">
                  {t('placement.inSecond')}
                </th>
                <th scope="col" className="num">
                  {t('placement.difference')}
                </th>
                <th scope="col">{t('placement.cause')}</th>
              </tr>
            </thead>
            <tbody>
              {moved.slice(0, shown).map((one) => (
                <tr key={`${one.origin} ${one.group} ${one.park}`}>
                  <th scope="row">{names.place(one.origin)}</th>
                  <td>{names.group(one.group)}</td>
                  <td>{names.park(one.park)}</td>
                  <td className="num">{money(one.first, language)}</td>
                  <td className="num">{money(one.second, language)}</td>
                  <td className="num">{signed(one.second - one.first)}</td>
                  <td>{whyMoved(one, moved, a, b).map(said).join(t('list.comma'))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {moved.length > shown ? (
        <p className="quiet">{t('placement.showing', { shown, count: moved.length })}</p>
      ) : null}
    </section>
  );
}
