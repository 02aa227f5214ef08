import { useCallback } from 'react';
import { change, number, percent } from '../../../words/amount.ts';
import { periodName } from '../../../words/month.ts';
import { useWords } from '../../../words/words.ts';
import { SeriesChart } from '../../series.chart.tsx';
import { IntervalChart } from '../interval.chart.tsx';
import { type Effect, EffectSentences, type ToldEffect } from './effect-sentences.tsx';

/** An effect that could be told: sentences first, then by period, the control, and what to mind. */
export function EffectTold({ effect, answer }: { effect: Effect; answer: ToldEffect }) {
  const { t, language } = useWords();
  const signed = useCallback((value: number | null) => change(value, language), [language]);
  const nameOf = (relative: number) =>
    relative < -1
      ? t('effect.ahead', { n: -relative })
      : relative === -1
        ? t('effect.base')
        : t('effect.since', { n: relative + 1 });
  const base = { name: nameOf(-1), value: 0, low: 0, high: 0 };
  const points = answer.byPeriod.map(({ relative, percent: value, low, high }) => ({
    name: nameOf(relative),
    value,
    low,
    high,
  }));
  const first = answer.byPeriod.findIndex(({ relative }) => relative >= 0);
  return (
    <>
      <EffectSentences effect={effect} answer={answer} />
      <p className="quiet">
        {t('effect.treatedFrom', {
          list: answer.starts
            .map(({ period, parks }) =>
              t('effect.starts', { period: periodName(period, language), count: parks }),
            )
            .join(t('list.comma')),
        })}{' '}
        {t('effect.compared', { count: answer.comparable.length })}
      </p>
      <section>
        <h2>{t('effect.byPeriod')}</h2>
        <p className="quiet">{t('effect.byPeriodLead')}</p>
        <IntervalChart
          title={t('effect.byPeriod')}
          along={t('effect.relative')}
          points={first < 0 ? points : points.toSpliced(first, 0, base)}
          format={signed}
        />
      </section>
      <Control effect={effect} answer={answer} />
      <section>
        <h2>{t('effect.cautions')}</h2>
        <ul className="plain-list">
          {answer.cautions.map((caution) => (
            <li key={caution}>{t(`effect.caution.${caution}`)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** The course of what was recognised beside its control, and what the control is made of. */
function Control({ effect, answer }: { effect: Effect; answer: ToldEffect }) {
  const { t, of, language } = useWords();
  const { missBefore, ratio, donors, earlier, course } = answer.synthetic;
  const index = useCallback(
    (value: number | null) => (value === null ? '' : number(value, language, 1)),
    [language],
  );
  return (
    <section>
      <h2>{t('effect.synthetic.title')}</h2>
      <p className="quiet">
        {t('effect.synthetic.lead', {
          miss: percent(missBefore, language, 1),
          ratio: number(ratio, language, 1),
        })}
      </p>
      <SeriesChart
        title={t('effect.synthetic.course', { what: t(`effect.what.${effect.measured ?? 'all'}`) })}
        kind="line"
        points={course.map(({ period }) => periodName(period, language))}
        series={(['actual', 'synthetic'] as const).map((line) => ({
          name: t(`effect.synthetic.${line === 'actual' ? 'actual' : 'control'}`),
          values: course.map((at) => at[line]),
        }))}
        format={index}
        height={300}
        along={t('effect.promises.year')}
      />
      {earlier ? (
        <p className="quiet">
          {t('effect.synthetic.earlier', {
            from: periodName(earlier.from, language),
            percent: change(earlier.percent, language),
            ratio: number(earlier.ratio, language, 1),
          })}
        </p>
      ) : null}
      {donors.length > 0 ? (
        <details>
          <summary>{t('effect.synthetic.donors')}</summary>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('effect.synthetic.city')}</th>
                <th scope="col" className="num">
                  {t('effect.synthetic.weight')}
                </th>
              </tr>
            </thead>
            <tbody>
              {donors.map(({ place, names, weight }) => (
                <tr key={place}>
                  <th scope="row">{of(names)}</th>
                  <td className="num">{percent(100 * weight, language, 1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
    </section>
  );
}
