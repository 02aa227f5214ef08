import type { MeasureOutcome } from '../../api/measure.client.ts';
import { money } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { toldValue } from './told-value.ts';

/** What a measure gives to a company: the verdict, the amount by year, and the way to it step by step. */
export function Outcome({ outcome }: { outcome: MeasureOutcome }) {
  const { t, of, language } = useWords();
  const { verdict, total, years, by, open, reasons, year } = outcome;
  return (
    <div className="measure-outcome" aria-live="polite">
      <p className="verdict" data-verdict={verdict}>
        <b>{t(`measure.verdicts.${verdict}`)}</b>{' '}
        {verdict === 'given'
          ? total === undefined
            ? t('measure.amountUnknown')
            : t('measure.total', { amount: money(total, language) })
          : null}
      </p>
      {by ? <p>{t('measure.by', { name: of(by) })}</p> : null}
      {open.length > 0 ? (
        <p>{t('measure.openFields', { fields: open.map(({ names }) => of(names)).join(t('list.comma')) })}</p>
      ) : null}
      {years && verdict === 'given' ? <ByYear years={years} /> : null}
      {reasons.length > 0 ? (
        <>
          <h3>{t('measure.reasons', { year })}</h3>
          <ol className="measure-reasons">
            {reasons.map((one) => (
              <li key={`${one.part}${one.index}`} data-said={String(one.said)}>
                <span className="reason-said">
                  {typeof one.said === 'number'
                    ? money(one.said, language)
                    : t(`measure.said.${one.said === undefined ? 'open' : one.said}`)}
                </span>
                <span>
                  {one.clause ? <b className="clause">{of(one.clause)} </b> : null}
                  {one.says ? of(one.says) : t(`measure.parts.${one.part}`)}
                  <small className="quiet">
                    {one.figures
                      .map(({ names, unit, value }) => `${of(names)} ${toldValue(value, unit, language, t)}`)
                      .join(' · ')}
                  </small>
                  <code>{one.expression}</code>
                </span>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </div>
  );
}

function ByYear({ years }: { years: readonly number[] }) {
  const { t, language } = useWords();
  return (
    <div className="wide">
      <table className="plain measure-years" aria-label={t('measure.byYear')}>
        <thead>
          <tr>
            <th scope="row">{t('measure.year')}</th>
            {years.map((_, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place in the list
              <th key={i} scope="col" className="num">
                {i + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('measure.amount')}</th>
            {years.map((yuan, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place in the list
              <td key={i} className="num">
                {money(yuan, language)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
