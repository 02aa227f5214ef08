import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { programmeAsks } from '../api/programme.asks.ts';
import { Deadline } from '../figures/deadline.tsx';
import { ApplicationTable } from '../figures/recognition/application-table.tsx';
import { SampleMark, StateTag } from '../figures/record-head.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** Batches of recognition with their states and clocks, and the applications that concern the reader. */
export function RecognitionPage() {
  const { t, of } = useWords();
  useDocumentWords(t('recognition.title'));
  const session = useQuery(programmeAsks.session());
  const batches = useQuery(programmeAsks.list('batches'));
  const signedIn = Boolean(session.data?.asker);
  const applications = useQuery({
    ...programmeAsks.list('applications', { sort: 'changed', size: '20' }),
    enabled: signedIn,
  });
  if (batches.error) return <Trouble error={batches.error} retry={() => void batches.refetch()} />;
  if (!batches.data) return <Skeleton height="60vh" />;
  const { records, mayCreate } = batches.data;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('recognition.title')}</h1>
        {mayCreate ? <Link to={paths.newBatch}>{t('recognition.newBatch')}</Link> : null}
      </div>
      <p className="quiet">{t('recognition.lead')}</p>
      {records.length === 0 ? (
        <Empty
          title={t('recognition.none')}
          remedy={t(mayCreate ? 'recognition.noneMinistry' : 'recognition.noneRemedy')}
        />
      ) : (
        <section aria-label={t('recognition.batches')} className="wide">
          <table className="plain" aria-label={t('recognition.batches')}>
            <thead>
              <tr>
                <th scope="col">{t('recognition.batch')}</th>
                <th scope="col">{t('recognition.state')}</th>
                <th scope="col">{t('recognition.due')}</th>
              </tr>
            </thead>
            <tbody>
              {[...records].reverse().map((batch) => (
                <tr key={batch.id}>
                  <th scope="row">
                    <Link to={paths.batch} params={{ id: batch.id }}>
                      {of(batch.title)}
                    </Link>
                    {batch.sample ? <SampleMark /> : null}
                  </th>
                  <td>
                    <StateTag record={batch} />
                  </td>
                  <td>{batch.due ? <Deadline date={batch.due} /> : t('recognition.noDue')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {signedIn && applications.data && applications.data.records.length > 0 ? (
        <section aria-labelledby="latest-title">
          <h2 id="latest-title">{t('recognition.latest')}</h2>
          <ApplicationTable records={applications.data.records} label={t('recognition.latest')} />
        </section>
      ) : null}
      {applications.error ? <Trouble error={applications.error} /> : null}
    </div>
  );
}
