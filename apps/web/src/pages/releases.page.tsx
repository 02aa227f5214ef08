import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { asks } from '../api/asks.ts';
import { Certificate } from '../figures/certificate.tsx';
import { OpenData } from '../figures/open-data.tsx';
import { ReleaseTable } from '../figures/release-table.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { DraftForm } from '../forms/draft.form.tsx';
import { paths } from '../paths.ts';
import { readReleases } from '../url-state.ts';
import { periodName } from '../words/month.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.releases);

/** What was released, for everybody; for the desk, drafts with their proof, and where they are made. */
export function ReleasesPage() {
  const { t, of, language } = useWords();
  useDocumentWords(t('release.title'));
  const { release: chosen, show = 'value' } = route.useSearch();
  const navigate = route.useNavigate();
  const status = useQuery(asks.status());
  const desk = status.data?.clearance === 'desk';
  const { data, error } = useQuery({ ...asks.releases(desk), enabled: status.data !== undefined });
  if (error ?? status.error) return <Trouble error={error ?? status.error} />;
  if (!data) return <Skeleton height="60vh" />;
  const newestFirst = [...data.releases].reverse();
  const shown = newestFirst.find(({ id }) => id === chosen) ?? newestFirst[0];
  return (
    <div className="page">
      <h1>{t('release.title')}</h1>
      <p className="quiet">{t('release.lead')}</p>
      {newestFirst.length === 0 ? (
        <Empty
          title={t(desk ? 'release.noneDesk' : 'release.none')}
          remedy={t(desk ? 'release.noneDeskRemedy' : 'release.noneRemedy')}
        />
      ) : (
        <section aria-label={t('release.list')} className="wide">
          <table className="plain" aria-label={t('release.list')}>
            <thead>
              <tr>
                {(['name', 'period', 'flow', 'status'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`release.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {newestFirst.map(({ id, title, period, flow, status: state, synthetic }) => (
                <tr key={id} className={state === 'withdrawn' ? 'withdrawn' : undefined}>
                  <th scope="row">
                    <Link
                      to={paths.releases}
                      search={(was) => ({ ...was, release: id })}
                      aria-current={id === shown?.id ? 'true' : undefined}
                    >
                      {id} {of(title)}
                    </Link>
                    {synthetic ? <span className="bad"> {t('release.synthetic')}</span> : null}
                  </th>
                  <td>
                    {periodName(
                      period.from === period.to ? period.from : `${period.from}..${period.to}`,
                      language,
                    )}
                  </td>
                  <td>{t(`flow.${flow}`)}</td>
                  <td>{t(`release.${state}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {shown && desk ? <Certificate key={`proof ${shown.id}`} release={shown} /> : null}
      {shown ? (
        <ReleaseTable
          key={shown.id}
          release={shown}
          desk={desk}
          show={show}
          onShow={(show) =>
            void navigate({
              search: (was) => readReleases({ ...was, show }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      ) : null}
      <OpenData release={shown?.status === 'published' ? shown.id : undefined} />
      {desk ? <DraftForm /> : null}
    </div>
  );
}
