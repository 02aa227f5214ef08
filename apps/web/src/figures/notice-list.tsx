import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { workAsks } from '../api/work.asks.ts';
import { work } from '../api/work.client.ts';
import { recordPage } from '../record-path.ts';
import { useWords } from '../words/words.ts';
import { Trouble } from './state.tsx';

/** What I was told, the latest first; opening one marks it as read. */
export function NoticeList() {
  const { t, of } = useWords();
  const client = useQueryClient();
  const { data, error } = useQuery(workAsks.notices());
  const reading = useMutation({
    mutationFn: work.read,
    onSuccess: () => client.invalidateQueries({ queryKey: ['work'] }),
  });
  if (error) return <Trouble error={error} />;
  if (!data) return null;
  return (
    <section aria-label={t('notices.title')}>
      <h2>
        {t('notices.title')}{' '}
        {data.unread > 0 ? (
          <span className="count">{t('notices.unread', { count: data.unread })}</span>
        ) : null}
      </h2>
      {data.notices.length === 0 ? <p className="quiet">{t('notices.none')}</p> : null}
      <ul className="lately">
        {data.notices.map((one) => (
          <li key={one.id} className={one.readAt ? undefined : 'unread'}>
            <Link
              to={recordPage(one.record)}
              params={{ id: one.record }}
              onClick={() => (one.readAt ? undefined : reading.mutate([one.id]))}
            >
              {of(one.title)}
            </Link>
            <br />
            {of(one.words)}{' '}
            <span className="quiet">{new Date(one.at).toLocaleString('sv').slice(0, 16)}</span>
          </li>
        ))}
      </ul>
      {data.unread > 0 ? (
        <p className="comment-acts">
          <button type="button" disabled={reading.isPending} onClick={() => reading.mutate('all')}>
            {t('notices.readAll')}
          </button>
        </p>
      ) : null}
    </section>
  );
}
