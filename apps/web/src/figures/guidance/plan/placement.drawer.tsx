import { Drawer } from 'antd';
import type { Placement } from '../../../api/scenario.client.ts';
import { money, number, percent } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import type { PlanNames } from './plan-names.ts';

const digits = 3;
const equal = 1e-6;

/** One placement: why this park, why not the next, and what would have to change. */
export function PlacementDrawer({
  placement,
  names,
  close,
}: {
  placement: Placement | undefined;
  names: PlanNames;
  close: () => void;
}) {
  const { t } = useWords();
  const title = placement
    ? t('placement.placement', {
        origin: names.place(placement.origin),
        group: names.group(placement.group),
        park: names.park(placement.park),
      })
    : '';
  return (
    <Drawer
      open={placement !== undefined}
      onClose={close}
      size={Math.min(600, window.innerWidth)}
      title={title}
      closable={{ 'aria-label': t('placement.close') }}
      destroyOnHidden
    >
      {placement ? <Why placement={placement} names={names} /> : null}
    </Drawer>
  );
}

function Why({ placement, names }: { placement: Placement; names: PlanNames }) {
  const { t, language } = useWords();
  const { amount, value, paid, next } = placement;
  const score = (one: number) => number(one, language, digits);
  return (
    <div className="placement-why">
      <p>{t('placement.placed', { amount: money(amount, language), value: score(value) })}</p>
      <h3>{t('placement.reasons')}</h3>
      <Terms valued={placement} />
      {paid > equal ? <p>{t('placement.paidSays', { value: score(paid) })}</p> : null}
      {next ? (
        <>
          <h3>{t('placement.nextIs', { park: names.park(next.park) })}</h3>
          <p>
            {t('placement.nextValue', { value: score(next.value) })}{' '}
            {next.value <= value ? t('placement.nextLower') : null}{' '}
            {next.full.length > 0
              ? t(next.value <= value ? 'placement.nextAlsoFull' : 'placement.nextFull')
              : null}
          </p>
          {next.full.length > 0 ? (
            <ul className="dotted">
              {next.full.map(({ rule, price, short }) => (
                <li key={JSON.stringify(rule)}>
                  {t('placement.fullOf', { rule: names.rule(rule), price: score(price) })}
                  {short > 0 && rule.kind
                    ? t('placement.fullShort', {
                        short: `${number(short, language, short < 10 ? 2 : 0)} ${names.unit(rule.kind)}`,
                      })
                    : null}
                </li>
              ))}
            </ul>
          ) : null}
          <Terms valued={next} />
          <h3>{t('placement.change')}</h3>
          <p>
            {next.behind > equal
              ? t('placement.changeValue', { behind: score(next.behind) })
              : t('placement.changeEqual')}
          </p>
        </>
      ) : (
        <p>{t('placement.noNext')}</p>
      )}
    </div>
  );
}

/** By what a park is good for goods: each reason with its weight and its score. */
function Terms({ valued }: { valued: Pick<Placement, 'terms' | 'pairing' | 'preference'> }) {
  const { t, language } = useWords();
  const weights = valued.terms.reduce((sum, { weight, value }) => sum + (value === null ? 0 : weight), 0);
  return (
    <>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('placement.term')}</th>
            <th scope="col" className="num">
              {t('placement.weight')}
            </th>
            <th scope="col" className="num">
              {t('placement.score')}
            </th>
          </tr>
        </thead>
        <tbody>
          {valued.terms.map(({ term, weight, value }) => (
            <tr key={term}>
              <th scope="row">{t(`placement.terms.${term}`, { defaultValue: term })}</th>
              <td className="num">
                {value === null ? '' : percent(weights > 0 ? (100 * weight) / weights : null, language, 0)}
              </td>
              <td className="num">
                {value === null ? t('placement.unknown') : number(value, language, digits)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {valued.pairing !== 0 ? (
        <p>{t('placement.pairingBonus', { value: number(valued.pairing, language, digits) })}</p>
      ) : null}
      {valued.preference !== 0 ? (
        <p>{t('placement.preferenceBonus', { value: number(valued.preference, language, digits) })}</p>
      ) : null}
    </>
  );
}
