import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { asks } from '../api/asks.ts';
import { FindingDrawer } from '../figures/finding.drawer.tsx';
import { FindingList } from '../figures/finding-list.tsx';
import { SourceCalendars } from '../figures/source-calendars.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { FindingFilter } from '../forms/finding-filter.form.tsx';
import { RunForm } from '../forms/run.form.tsx';
import { paths } from '../paths.ts';
import { type QualityState, qualityParameters } from '../url-state.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.quality);
const pageLength = 50;

/** The quality board: what is loaded and how soon it came, and what the checks found, to be decided upon. */
export function QualityPage() {
  const { t } = useWords();
  useDocumentWords(t('quality.title'));
  const state = route.useSearch();
  const navigate = useNavigate();
  const status = useQuery(asks.status());
  const sources = useQuery(asks.qualitySources());
  const findings = useQuery(asks.findings(qualityParameters(state, pageLength)));
  const error = status.error ?? sources.error ?? findings.error;
  const choose = (chosen: QualityState) =>
    void navigate({ to: paths.quality, search: (was) => ({ ...was, page: undefined, ...chosen }) });
  if (error) return <Trouble error={error} retry={() => void findings.refetch()} />;
  if (!status.data || !sources.data || !findings.data) return <Skeleton height="60vh" />;
  const desk = status.data.clearance === 'desk';
  const nothing = Object.keys(findings.data.counts.state).length === 0;
  return (
    <div className="page quality">
      <h1>{t('quality.title')}</h1>
      <p className="quiet">{t('quality.lead')}</p>
      {desk ? <RunForm sources={sources.data.sources} /> : null}
      <section aria-labelledby="findings-title">
        <h2 id="findings-title">{t('quality.list')}</h2>
        {nothing ? (
          <Empty
            title={t('quality.notRun')}
            remedy={t(desk ? 'quality.notRunRemedy' : 'quality.publicNotRun')}
          />
        ) : (
          <>
            <FindingFilter
              state={state}
              counts={findings.data.counts}
              sources={sources.data.sources}
              choose={choose}
            />
            <FindingList
              found={findings.data}
              length={pageLength}
              page={state.page ?? 1}
              turn={(page) => choose({ page })}
              sources={sources.data.sources}
              stale={findings.isPlaceholderData}
            />
          </>
        )}
      </section>
      <SourceCalendars board={sources.data} />
      {state.finding === undefined ? null : (
        <FindingDrawer
          id={state.finding}
          desk={desk}
          sources={sources.data.sources}
          close={() => choose({ finding: undefined, ...(state.page ? { page: state.page } : {}) })}
        />
      )}
    </div>
  );
}
