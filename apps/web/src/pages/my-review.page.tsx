import { useQuery } from '@tanstack/react-query';
import { programmeAsks } from '../api/programme.asks.ts';
import { reviewAsks } from '../api/review.asks.ts';
import { RecordTable } from '../figures/record-table.tsx';
import { ExpertRegister } from '../figures/review/expert-register.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { TiesForm } from '../forms/review/ties.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** An expert's own: what there is to judge, and with whom they have to do. */
export function MyReviewPage() {
  const { t } = useWords();
  useDocumentWords(t('myReview.title'));
  const scores = useQuery(programmeAsks.list('scores', { sort: 'changed' }));
  const experts = useQuery(programmeAsks.list('experts'));
  const session = useQuery(programmeAsks.session());
  const error = scores.error ?? experts.error;
  if (error) return <Trouble error={error} retry={() => void scores.refetch()} />;
  if (!scores.data || !experts.data || !session.data) return <Skeleton height="60vh" />;
  const own = session.data.asker?.role === 'expert' ? experts.data.records[0] : undefined;
  const order = ['draft', 'submitted', 'counted', 'recused'];
  const records = [...scores.data.records].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return (
    <div className="page">
      <h1>{t('myReview.title')}</h1>
      <p className="quiet">{t('myReview.lead')}</p>
      {records.length === 0 ? (
        <Empty title={t('myReview.none')} remedy={t(own ? 'myReview.noneRemedy' : 'myReview.notExpert')} />
      ) : (
        <RecordTable
          records={records}
          page={paths.score}
          label={t('myReview.title')}
          columns={[t('review.column.park'), t('application.column.changed')]}
          dateOf={(one) => one.changedAt.slice(0, 10)}
        />
      )}
      {own ? <Ties id={own.id} /> : null}
      {experts.data.mayCreate ? <ExpertRegister records={experts.data.records} /> : null}
    </div>
  );
}

function Ties({ id }: { id: string }) {
  const { t } = useWords();
  const { data, error } = useQuery(reviewAsks.expert(id));
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height={80} />;
  return (
    <section aria-labelledby="ties-title">
      <h2 id="ties-title">{t('ties.title')}</h2>
      <p className="quiet">{t('ties.lead')}</p>
      <TiesForm key={data.version} record={data} />
    </section>
  );
}
