import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { recognitionAsks } from '../api/recognition.asks.ts';
import { type ApplicationContent, emptyForm } from '../api/recognition.client.ts';
import { reviewAsks } from '../api/review.asks.ts';
import { ApplicationRead } from '../figures/recognition/application-read.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { MarksForm } from '../forms/review/marks.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.score);

/** An application beside what one expert thinks of it. */
export function ScorePage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const score = useQuery(reviewAsks.score(id));
  const applicationId = score.data?.content.application ?? '';
  const recused = score.data?.state === 'recused';
  // Not among the records that are asked for again after an act: stepping back takes it away.
  const application = useQuery({
    queryKey: ['application of a score', applicationId],
    queryFn: () => programme.record<ApplicationContent>('applications', applicationId),
    enabled: applicationId !== '' && !recused,
  });
  const batchId = score.data?.content.batch ?? '';
  const batch = useQuery({ ...recognitionAsks.batch(batchId), enabled: batchId !== '' });
  useDocumentWords(score.data ? of(score.data.title) : t('myReview.title'));
  if (score.error) return <Trouble error={score.error} retry={() => void score.refetch()} />;
  if (!score.data) return <Skeleton height="60vh" />;
  const record = score.data;
  return (
    <div className="page">
      <p className="quiet">
        <Link to={paths.myReview}>{t('myReview.title')}</Link>
      </p>
      <RecordHead record={record} />
      <Acts
        plural="scores"
        record={record as RecordSeen}
        without={['mark', 'submit']}
        asked={{ recuse: [{ name: 'reason', label: t('record.reason') }] }}
      />
      {record.content.reason ? <p className="said">{record.content.reason}</p> : null}
      <div className="beside form-and-checks">
        <section aria-label={t('score.application')}>
          {application.data && !recused ? (
            <ApplicationRead
              form={{ ...emptyForm, ...application.data.content.form }}
              call={batch.data?.content.call}
            />
          ) : application.error || recused ? (
            <p className="quiet">{t('score.notYours')}</p>
          ) : (
            <Skeleton height={300} />
          )}
        </section>
        <section aria-label={t('score.marks')}>
          <MarksForm key={record.version} record={record} />
        </section>
      </div>
    </div>
  );
}
