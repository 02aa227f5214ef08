import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { programmeAsks } from '../api/programme.asks.ts';
import { SampleMark, StateTag } from '../figures/record-head.tsx';
import { RecordTable } from '../figures/record-table.tsx';
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
        <RecordTable
          records={[...notices.data.records].reverse()}
          page={paths.notice}
          label={t('notice.title')}
          columns={[t('notice.name'), t('notice.until')]}
        />
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
