import { useQuery } from '@tanstack/react-query';
import { asks } from '../api/asks.ts';
import type { Status } from '../api/types.ts';
import { Choice } from '../forms/choice.form.tsx';
import { ExploreForm } from '../forms/explore.form.tsx';
import { SaveViewForm } from '../forms/save-view.form.tsx';
import { type ExploreState, exploreDefaults, exploreParameters, list, views } from '../url-state.ts';
import { shortLanguage } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import { Downloads } from './downloads.tsx';
import { ExploreResult } from './explore-result.tsx';
import { Skeleton, Trouble } from './state.tsx';
import { ViewsDrawer } from './views.drawer.tsx';

interface Props {
  title: string;
  lead?: string;
  state: ExploreState;
  loaded: { first: string; last: string };
  status: Status;
  choose: (change: ExploreState) => void;
  reset: () => void;
}

/** As many rows as a page lists; a file has all of them. */
const mostRows = 5000;

/** A question with its answer, wherever the question comes from. */
export function Explorer({ title, lead, state, loaded, status, choose, reset }: Props) {
  const { t, language } = useWords();
  const parameters = exploreParameters(state, loaded);
  const answer = useQuery(asks.query({ ...parameters, most: String(mostRows) }));
  const view = state.view ?? 'table';
  return (
    <div className="page">
      <div className="result-head">
        <h1>{title}</h1>
        <div className="downloads">
          <ViewsDrawer desk={status.clearance === 'desk'} />
          {status.clearance === 'desk' ? <SaveViewForm state={state} question={parameters} /> : null}
        </div>
      </div>
      {lead ? <p className="quiet">{lead}</p> : null}
      <ExploreForm state={state} loaded={loaded} answers={status.answers} onChange={choose} onReset={reset} />
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
        <ExploreResult
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
