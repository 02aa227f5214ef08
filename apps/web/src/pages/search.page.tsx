import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { workAsks } from '../api/work.asks.ts';
import { Marked } from '../figures/marked.tsx';
import { SampleMark } from '../figures/record-head.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { recordPage } from '../record-path.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.search);
const shown = 50;

/** Everything that answers a question, with what of it was meant. */
export function SearchPage() {
  const { t, of } = useWords();
  useDocumentWords(t('search.title'));
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(workAsks.search(q, shown));
  return (
    <div className="page">
      <h1>{t('search.title')}</h1>
      <Input.Search
        key={q}
        defaultValue={q}
        className="search-line"
        aria-label={t('search.label')}
        placeholder={t('search.hint')}
        maxLength={100}
        onSearch={(asked) => void navigate({ search: asked.trim() ? { q: asked.trim() } : {} })}
      />
      {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {q === '' ? (
        <Empty title={t('search.empty')} remedy={t('search.emptyRemedy')} />
      ) : data === undefined ? (
        error ? null : (
          <Skeleton height="30vh" />
        )
      ) : data.found.length === 0 ? (
        <Empty title={t('search.none', { question: q })} remedy={t('search.noneRemedy')} />
      ) : (
        <table className="plain found" aria-label={t('search.found')}>
          <thead>
            <tr>
              <th scope="col">{t('search.name')}</th>
              <th scope="col">{t('work.kind')}</th>
              <th scope="col">{t('work.state')}</th>
              <th scope="col">{t('work.due')}</th>
            </tr>
          </thead>
          <tbody>
            {data.found.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Link to={recordPage(one.id)} params={{ id: one.id }}>
                    <Marked text={one.title.zh} marks={one.marks.zh} />
                  </Link>{' '}
                  {one.title.en === one.title.zh ? null : (
                    <span className="quiet">
                      <Marked text={one.title.en} marks={one.marks.en} />
                    </span>
                  )}
                  {one.sample ? <SampleMark /> : null}
                </th>
                <td>{of(one.kindName)}</td>
                <td>{of(one.stateName)}</td>
                <td>{one.due ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data && data.found.length === shown ? <p className="quiet">{t('search.more', { shown })}</p> : null}
    </div>
  );
}
