import { useQuery } from '@tanstack/react-query';
import { programmeAsks } from '../api/programme.asks.ts';
import { RecordTable } from '../figures/record-table.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** Intents: to a park those that reached it, to a company those that it sent. */
export function IntentsPage() {
  const { t } = useWords();
  useDocumentWords(t('intent.title'));
  const { data, error, refetch } = useQuery(programmeAsks.list('intents', { sort: 'changed' }));
  const session = useQuery(programmeAsks.session());
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data || !session.data) return <Skeleton height="60vh" />;
  const park = session.data.asker?.role === 'park';
  return (
    <div className="page">
      <h1>{t('intent.title')}</h1>
      <p className="quiet">{t(park ? 'intent.leadPark' : 'intent.leadCompany')}</p>
      {data.records.length === 0 ? (
        <Empty
          title={t('intent.none')}
          remedy={t(park ? 'intent.noneRemedyPark' : 'intent.noneRemedyCompany')}
        />
      ) : (
        <RecordTable
          records={data.records}
          page={paths.intent}
          label={t('intent.title')}
          columns={[t('intent.one'), t('intent.due')]}
        />
      )}
    </div>
  );
}
