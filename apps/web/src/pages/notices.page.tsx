import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { programmeAsks } from '../api/programme.asks.ts';
import { Deadline } from '../figures/deadline.tsx';
import { SampleMark, StateTag } from '../figures/record-head.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** Public notices and issued lists: what everybody may read and object to. */
export function NoticesPage() {
  const { t, of } = useWords();
  useDocumentWords(t('notice.title'));
  const notices = useQuery(programmeAsks.list('notices'));
  const lists = useQuery(programmeAsks.list('lists'));
  const error = notices.error ?? lists.error;
  if (error) return <Trouble error={error} retry={() => void notices.refetch()} />;
  if (!notices.data || !lists.data) return <Skeleton height="60vh" />;
  return (
    <div className="page">
      <h1>{t('notice.title')}</h1>
      <p className="quiet">
        {t('notice.lead')} <Link to={paths.parkCases}>{t('parkCase.title')}</Link>
      </p>
      {notices.data.records.length === 0 ? (
        <Empty title={t('notice.none')} remedy={t('notice.noneRemedy')} />
      ) : (
        <div className="wide">
          <table className="plain" aria-label={t('notice.title')}>
            <thead>
              <tr>
                <th scope="col">{t('notice.name')}</th>
                <th scope="col">{t('recognition.state')}</th>
                <th scope="col">{t('notice.until')}</th>
              </tr>
            </thead>
            <tbody>
              {[...notices.data.records].reverse().map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link to={paths.notice} params={{ id: one.id }}>
                      {of(one.title)}
                    </Link>
                    {one.sample ? <SampleMark /> : null}
                  </th>
                  <td>
                    <StateTag record={one} />
                  </td>
                  <td>{one.due ? <Deadline date={one.due} /> : ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {lists.data.records.length > 0 ? (
        <section aria-labelledby="lists-title">
          <h2 id="lists-title">{t('listing.title')}</h2>
          <ul className="dotted">
            {[...lists.data.records].reverse().map((one) => (
              <li key={one.id}>
                <Link to={paths.listing} params={{ id: one.id }}>
                  {of(one.title)}
                </Link>{' '}
                <StateTag record={one} />
                {one.sample ? <SampleMark /> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
