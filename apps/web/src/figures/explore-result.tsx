import type { QueryAnswer } from '../api/types.ts';
import type { ExploreState } from '../url-state.ts';
import { change, money, number } from '../words/amount.ts';
import { monthName } from '../words/month.ts';
import { useWords } from '../words/words.ts';
import { AnswerTable } from './answer-table.tsx';
import { Asked } from './asked.tsx';
import { LeftOvers } from './left-over.tsx';
import { pivot } from './pivot.ts';
import { Notes } from './receipt.drawer.tsx';
import { useRowNames } from './row-names.ts';
import { SeriesChart } from './series.chart.tsx';
import { Empty } from './state.tsx';

interface ResultProps {
  state: ExploreState;
  period: string;
  answer: QueryAnswer;
  by: readonly string[];
  view: 'table' | 'line' | 'bar';
  stale: boolean;
}

/** More lines than these, or more bars, nobody tells apart. */
const drawn = { series: 12, points: 40 };

/** The answer under its question: a table, lines or bars, and what there is to know about it. */
export function ExploreResult({ state, period, answer, by, view, stale }: ResultProps) {
  const { t, language } = useWords();
  const name = useRowNames(by);
  const placeName = useRowNames(answer.unpublished.length > 0 ? ['prefecture'] : []);
  const format = (value: number | null) =>
    answer.unit === 'percent'
      ? change(value, language)
      : answer.unit === 'CNY' || answer.unit === 'USD'
        ? money(value, language, answer.unit)
        : value === null
          ? '—'
          : number(value, language, state.measure === 'unit-value' ? 2 : 0);
  const { currencies } = answer;
  const aside = (
    <>
      <LeftOvers answer={answer} edition={state.edition} boundaries={state.boundaries} format={format} />
      {currencies ? (
        <p className="quiet">{t('laid.onlyOne', { cny: currencies.onlyCny, usd: currencies.onlyUsd })}</p>
      ) : null}
    </>
  );
  if (answer.rows.length === 0)
    return (
      <>
        {aside}
        <Empty title={t('explore.empty')} remedy={t('explore.emptyRemedy')} />
      </>
    );
  const dimensions = answer.columns.slice(0, answer.heads);
  const cut = answer.count > answer.rows.length;
  const timed = dimensions.some((dimension) => dimension === 'month' || dimension === 'year');
  const { points, series, left } = pivot(answer.rows, dimensions, name, drawn);
  return (
    <section
      aria-label={t(`explore.views.${view}`)}
      aria-busy={stale}
      className={stale ? 'stale' : undefined}
    >
      <Asked state={state} period={period} />
      {aside}
      {view === 'table' ? (
        <AnswerTable
          answer={answer}
          dimensions={dimensions}
          across={state.across}
          name={name}
          format={format}
        />
      ) : cut ? (
        <Empty
          title={t('tabled.tooManyToDraw')}
          remedy={t('tabled.tooManyToDrawRemedy', { count: number(answer.count, language) })}
        />
      ) : view === 'line' && !timed ? (
        <Empty title={t('explore.needsTime')} remedy={t('explore.needsTimeRemedy')} />
      ) : (
        <>
          <SeriesChart
            title={t('explore.title')}
            kind={view}
            points={points}
            series={series}
            format={format}
            height={420}
            tabled={false}
          />
          {left ? <p className="quiet">{t('explore.onlyFirst', left)}</p> : null}
        </>
      )}
      <p className="quiet">
        {cut
          ? t('tabled.firstOnly', {
              count: number(answer.count, language),
              shown: number(answer.rows.length, language),
            })
          : t('explore.rows', { count: answer.count })}{' '}
        · {t('explore.loads', { count: answer.loads.length })}
        {answer.missingMonths.length > 0
          ? ` · ${t('explore.missing', { months: answer.missingMonths.map((month) => monthName(month, language)).join(t('list.comma')) })}`
          : ''}
      </p>
      {answer.unpublished.length > 0 ? (
        <p className="quiet">
          {t('tabled.unpublished', {
            places: answer.unpublished.map((code) => placeName('prefecture', code)).join(t('list.comma')),
          })}
        </p>
      ) : null}
      <Notes codes={answer.notes} />
    </section>
  );
}
