import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { asks } from '../api/asks.ts';
import { handIn, server } from '../api/server.client.ts';
import type { Upload } from '../api/types.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';
import { useDrop } from './drop.ts';
import { UploadRow } from './upload.form.tsx';

/** Where files are handed in, looked at and taken in. */
export function InboxForm() {
  const { t } = useWords();
  const client = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState<number>();
  const [error, setError] = useState<unknown>();
  const { data } = useQuery({
    ...asks.inbox(),
    refetchInterval: ({ state }) =>
      state.data?.uploads.some((upload) => upload.state === 'reading') ? 500 : false,
  });
  const uploads = data?.uploads ?? [];
  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: asks.inbox().queryKey });
  };
  const send = async (files: FileList | null): Promise<void> => {
    if (!files || files.length === 0) return;
    setError(undefined);
    setSent(0);
    await handIn([...files], setSent).catch(setError);
    setSent(undefined);
    if (chooser.current) chooser.current.value = '';
    await refresh();
  };
  const target = useRef<HTMLDivElement>(null);
  const over = useDrop(target, (files) => void send(files));
  const ready = uploads.filter(isReady);
  const done = uploads.filter(({ state }) => state === 'done');
  return (
    <section aria-labelledby="inbox-title" className="inbox">
      <h2 id="inbox-title">{t('inbox.title')}</h2>
      <div ref={target} className={over ? 'drop over' : 'drop'}>
        <p>
          {t('inbox.drop')}{' '}
          <button type="button" className="linkish" onClick={() => chooser.current?.click()}>
            {t('inbox.choose')}
          </button>
        </p>
        <p className="quiet">{t('inbox.hint')}</p>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept=".csv,.tsv,.txt,.xls,.xlsx,.zip"
          onChange={(event) => void send(event.target.files)}
        />
        {sent === undefined ? null : (
          <p role="status">
            <progress value={sent} max={1} /> {t('inbox.sending', { percent: Math.round(sent * 100) })}
          </p>
        )}
      </div>
      {error ? <Trouble error={error} /> : null}
      {uploads.length === 0 ? null : (
        <>
          <ul className="uploads">
            {uploads.map((upload) => (
              <UploadRow key={upload.id} upload={upload} refresh={refresh} />
            ))}
          </ul>
          <p className="actions">
            {ready.length > 1 ? (
              <Button
                type="primary"
                onClick={() => void Promise.all(ready.map(({ id }) => server.load(id, {}))).then(refresh)}
              >
                {t('inbox.loadAll', { count: ready.length })}
              </Button>
            ) : null}
            {done.length > 0 ? (
              <Button
                onClick={() => void Promise.all(done.map(({ id }) => server.discard(id))).then(refresh)}
              >
                {t('inbox.clear')}
              </Button>
            ) : null}
          </p>
        </>
      )}
    </section>
  );
}

const isReady = ({ state, recognised }: Upload): boolean =>
  state === 'received' && recognised?.needs.length === 0;
