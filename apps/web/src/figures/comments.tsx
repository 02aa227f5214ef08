import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { workAsks } from '../api/work.asks.ts';
import { type CommentSaid, work } from '../api/work.client.ts';
import { CommentForm } from '../forms/comment.form.tsx';
import { useWords } from '../words/words.ts';
import { Trouble } from './state.tsx';

/**
 * What people say about a record, and where one says something: among all concerned, or within one's
 * own organisation. Whoever sees only what is public sees none of it.
 */
export function Comments({ record }: { record: string }) {
  const { t } = useWords();
  const { data, error } = useQuery(workAsks.comments(record));
  if (error) return <Trouble error={error} />;
  if (!data?.inOffice) return null;
  return (
    <section className="comments" aria-label={t('comment.title')}>
      <h2>{t('comment.title')}</h2>
      {data.comments.length === 0 ? (
        <p className="quiet">{t('comment.none')}</p>
      ) : (
        <ol>
          {data.comments.map((comment) => (
            <Said key={comment.id} record={record} comment={comment} />
          ))}
        </ol>
      )}
      <CommentForm record={record} />
    </section>
  );
}

function Said({ record, comment }: { record: string; comment: CommentSaid }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const takingBack = useMutation({
    mutationFn: () => work.takeBack(record, comment.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['comments', record] }),
  });
  const { name, organisation, audience, text, mentions, at, editedAt, deletedAt, mine } = comment;
  return (
    <li>
      <p className="comment-by">
        <b>{name}</b> {of(organisation)} <time dateTime={at}>{momentOf(at)}</time>
        {audience === 'organisation' ? <span className="state-tag">{t('comment.internal')}</span> : null}
        {editedAt && !deletedAt ? (
          <span className="quiet">{t('comment.edited', { at: momentOf(editedAt) })}</span>
        ) : null}
      </p>
      {deletedAt ? (
        <p className="quiet">{t('comment.deleted', { at: momentOf(deletedAt) })}</p>
      ) : editing ? (
        <CommentForm record={record} was={comment} done={() => setEditing(false)} />
      ) : (
        <>
          <p className="comment-text">{text}</p>
          {mentions.length > 0 ? (
            <p className="quiet">
              {t('comment.mentions', { names: mentions.map((one) => one.name).join(t('list.comma')) })}
            </p>
          ) : null}
          {mine ? (
            <p className="comment-acts">
              <button type="button" onClick={() => setEditing(true)}>
                {t('comment.edit')}
              </button>
              <button type="button" disabled={takingBack.isPending} onClick={() => takingBack.mutate()}>
                {t('comment.delete')}
              </button>
            </p>
          ) : null}
        </>
      )}
      {takingBack.error ? <Trouble error={takingBack.error} /> : null}
    </li>
  );
}

const momentOf = (at: string): string => new Date(at).toLocaleString('sv').slice(0, 16);
