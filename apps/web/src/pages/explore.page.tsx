import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { asks } from '../api/asks.ts';
import { downloadAddress, type Parameters } from '../api/server.client.ts';
import type { QueryAnswer, Status } from '../api/types.ts';
import { AnswerTable } from '../figures/answer-table.tsx';
import { Asked } from '../figures/asked.tsx';
import { LeftOvers } from '../figures/left-over.tsx';
import { pivot } from '../figures/pivot.ts';
import { Notes } from '../figures/receipt.drawer.tsx';
import { useRowNames } from '../figures/row-names.ts';
import { SeriesChart } from '../figures/series.chart.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { Choice } from '../forms/choice.form.tsx';
import { ExploreForm } from '../forms/explore.form.tsx';
import { type ExploreState, exploreDefaults, exploreParameters, list, views } from '../url-state.ts';
import { change, money, number } from '../words/amount.ts';
import { shortLanguage } from '../words/language.ts';
import { monthName } from '../words/month.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi('/explore');

/** Any question to the loaded statistics, as a table, lines or bars, to look at or take away. */
export function ExplorePage() {
  const { t } = useWords();
  useDocumentWords(t('explore.title'));
  const status = useQuery(asks.status());
  if (status.error) return <Trouble error={status.error} retry={status.refetch} />;
  if (!status.data) return <Skeleton height="60vh" />;
  const { months } = status.data;
  if (!months) return <Empty title={t('data.empty')} remedy={t('data.emptyRemedy')} />;
  return <Explorer loaded={months} answers={status.data.answers} />;
}

function Explorer({
  loaded,
  answers,
}: {
  loaded: { first: string; last: string };
  answers: Status['answers'];
}) {
  const { t, language } = useWords();
  const state: ExploreState = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (change: ExploreState) =>
    void navigate({ search: (was) => ({ ...was, ...change }), replace: true, resetScroll: false });
  const parameters = exploreParameters(state, loaded);
  const answer = useQuery(asks.query(parameters));
  const view = state.view ?? 'table';
  return (
    <div className="page">
      <h1>{t('explore.title')}</h1>
      <ExploreForm
        state={state}
        loaded={loaded}
        answers={answers}
        onChange={choose}
        onReset={() =>
          void navigate({ search: ({ lang }: { lang?: string }) => (lang ? { lang } : {}), replace: true })
        }
      />
      <div className="result-head">
        <Choice
          label={t('explore.view')}
          options={views.map((value) => ({ value, label: t(`explore.views.${value}`) }))}
          value={view}
          onChange={(view) => choose({ view })}
        />
        <Downloads
          parameters={{ ...parameters, lang: shortLanguage(language) }}
          off={!answer.data || !!answer.error}
        />
      </div>
      {answer.error ? (
        <Trouble error={answer.error} retry={answer.refetch} />
      ) : !answer.data ? (
        <Skeleton height={360} />
      ) : (
        <Result
          state={state}
          period={parameters.period}
          answer={answer.data}
          by={list(state.by ?? exploreDefaults.by.join())}
          view={view}
          stale={answer.isPlaceholderData}
        />
      )}
    </div>
  );
}

function Downloads({ parameters, off }: { parameters: Parameters; off: boolean }) {
  const { t } = useWords();
  return (
    <div className="downloads">
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          href={downloadAddress(format, parameters)}
          download={`tidu.${format}`}
          disabled={off}
        >
          {t(`explore.${format}`)}
        </Button>
      ))}
    </div>
  );
}

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

function Result({ state, period, answer, by, view, stale }: ResultProps) {
  const { t, language } = useWords();
  const name = useRowNames(by);
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
  const dimensions = by.filter((dimension) => answer.columns.includes(dimension));
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
        <AnswerTable answer={answer} dimensions={dimensions} name={name} format={format} />
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
        {t('explore.rows', { count: answer.rows.length })} ·{' '}
        {t('explore.loads', { count: answer.loads.length })}
        {answer.missingMonths.length > 0
          ? ` · ${t('explore.missing', { months: answer.missingMonths.map((month) => monthName(month, language)).join(t('list.comma')) })}`
          : ''}
      </p>
      <Notes codes={answer.notes} />
    </section>
  );
}
