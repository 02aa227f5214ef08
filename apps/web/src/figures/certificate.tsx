import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { asks } from '../api/asks.ts';
import { server } from '../api/server.client.ts';
import type { ReleaseFace } from '../api/types.ts';
import { number, percent } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import { AttackedCells } from './attacked.table.tsx';
import { Skeleton, Trouble } from './state.tsx';

/** The proof that no firm can be told from a release, and what the desk may do with it. */
export function Certificate({ release }: { release: ReleaseFace }) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const { data, error } = useQuery(asks.certificate(release.id));
  const [trouble, setTrouble] = useState<unknown>();
  const [reason, setReason] = useState('');
  const act = (work: () => Promise<unknown>) => async () => {
    setTrouble(undefined);
    await work()
      .then(() => client.invalidateQueries({ queryKey: ['releases'] }))
      .catch(setTrouble);
  };
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height={160} />;
  const said: [string, string][] = [
    [t('release.cells'), number(data.cells, language)],
    [t('release.open'), number(data.published, language)],
    [t('release.primary'), number(data.primary, language)],
    [t('release.secondary'), number(data.secondary, language)],
    [t('release.kept'), percent(100 * data.kept, language, 1)],
    [t('release.recoverable'), number(data.recoverable.length, language)],
    [t('release.revised'), number(data.revised.length, language)],
    [t('release.against'), data.against.join(t('list.comma')) || t('release.nobody')],
    [t('release.bytes'), data.sha256.slice(0, 12)],
  ];
  return (
    <section aria-labelledby="proof-title">
      <h2 id="proof-title">
        {t('release.proof')} {release.id}
      </h2>
      <dl className="summary">
        {said.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {release.status === 'draft' ? (
        <p className="actions">
          <Button
            type="primary"
            disabled={data.recoverable.length > 0 || data.revised.length > 0}
            onClick={act(() => server.publish(release.id))}
          >
            {t('release.publish')}
          </Button>
          <Button onClick={act(() => server.discardDraft(release.id))}>{t('release.discard')}</Button>
        </p>
      ) : null}
      {release.status === 'published' ? (
        <p className="actions">
          <Input
            aria-label={t('release.reason')}
            placeholder={t('release.reasonNeeded')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            style={{ maxWidth: 280 }}
          />
          <Button
            danger
            disabled={reason.trim() === ''}
            onClick={act(() => server.withdrawRelease(release.id, reason))}
          >
            {t('release.withdraw')}
          </Button>
        </p>
      ) : null}
      {trouble ? <Trouble error={trouble} /> : null}
      {data.revised.length === 0 ? null : (
        <details>
          <summary>{t('release.revisedList')}</summary>
          <ul>
            {data.revised.map(({ key, toldAt }) => (
              <li key={`${key.join()} ${toldAt}`}>
                {key.join(' · ')}
                {t('list.comma')}
                {t('release.toldAt', { load: toldAt })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {data.attacked.length === 0 ? null : <AttackedCells release={release} proof={data} />}
    </section>
  );
}
