import type { Guided } from '../../../api/guidance.client.ts';
import type { PlanResult } from '../../../api/scenario.client.ts';
import { money, number, percent } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import { GuidanceReceiptButton } from '../guidance-receipt.tsx';

/** What two scenarios come to, each with its receipt. */
export function ScenarioHeadlines({
  a,
  b,
  first,
  second,
}: {
  /** What the two are called. */
  a: string;
  b: string;
  first: Guided<'plan'>;
  second: Guided<'plan'>;
}) {
  const { t, language } = useWords();
  const both = first.result.status === 'planned' && second.result.status === 'planned';
  const yuan = (value: number) => money(value, language);
  const count = (value: number) => number(value, language);
  const rows: [string, (plan: PlanResult) => number, (value: number) => string][] = [
    [t('placement.movable'), ({ movable }) => movable, yuan],
    [t('placement.placedAmount'), ({ moved }) => moved, yuan],
    [t('placement.byFit'), ({ objective }) => objective, yuan],
    [t('placement.parksServed'), ({ placements }) => new Set(placements.map(({ park }) => park)).size, count],
    [t('placement.count'), ({ placements }) => placements.length, count],
    [t('placement.gap'), ({ gap }) => 100 * gap, (value) => percent(value, language, 2)],
  ];
  const signed = (value: number, said: (value: number) => string) =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${said(Math.abs(value))}`;
  return (
    <div className="wide">
      <table className="plain" aria-label={t('placement.headline')}>
        <thead>
          <tr>
            <th scope="col">{t('placement.headline')}</th>
            <th scope="col" className="num">
              {a} <GuidanceReceiptButton receipt={first.receipt} name={a} />
            </th>
            <th scope="col" className="num">
              {b} <GuidanceReceiptButton receipt={second.receipt} name={b} />
            </th>
            <th scope="col" className="num">
              {t('placement.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, of, said]) => {
            const [one, other] = [of(first.result), of(second.result)];
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="num">{first.result.status === 'planned' ? said(one) : ''}</td>
                <td className="num">{second.result.status === 'planned' ? said(other) : ''}</td>
                <td className="num">{both ? signed(other - one, said) : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
