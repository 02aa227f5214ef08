import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { asks } from '../api/asks.ts';
import type { Parameters } from '../api/http.client.ts';
import { server } from '../api/server.client.ts';
import type { View } from '../api/types.ts';
import { Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import type { ExploreState } from '../url-state.ts';
import { useWords } from '../words/words.ts';

/** Gives the question on the page a name and a link that stays. */
export function SaveViewForm({ state, question }: { state: ExploreState; question: Parameters }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [pinned, setPinned] = useState(false);
  const [saved, setSaved] = useState<View>();
  const [error, setError] = useState<unknown>();
  const loads = useQuery({ ...asks.loads(), enabled: open });
  const latest = state.asKnownAt ?? loads.data?.loads.at(-1)?.id;
  const begin = () => {
    setSaved(undefined);
    setError(undefined);
    setOpen(true);
  };
  const save = async (): Promise<void> => {
    const vintage = pinned && latest !== undefined ? latest : state.asKnownAt;
    try {
      const view = await server.saveView({
        name: { zh: zh.trim(), en: en.trim() || zh.trim() },
        state: { ...state, ...(vintage === undefined ? {} : { asKnownAt: vintage }) } as View['state'],
        question: { ...question, ...(vintage === undefined ? {} : { asKnownAt: String(vintage) }) },
      });
      await client.invalidateQueries({ queryKey: ['views'] });
      setSaved(view);
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <>
      <Button onClick={begin}>{t('saved.save')}</Button>
      <Modal
        open={open}
        title={t('saved.save')}
        okText={t('saved.confirm')}
        cancelText={t('saved.no')}
        okButtonProps={{ disabled: zh.trim() === '' || saved !== undefined }}
        onOk={save}
        onCancel={() => setOpen(false)}
      >
        <label className="stacked" htmlFor="view-zh">
          {t('saved.zh')}
          <Input id="view-zh" value={zh} maxLength={200} onChange={(event) => setZh(event.target.value)} />
        </label>
        <label className="stacked" htmlFor="view-en">
          {t('saved.en')}
          <Input id="view-en" value={en} maxLength={200} onChange={(event) => setEn(event.target.value)} />
        </label>
        {latest === undefined ? null : (
          <Checkbox checked={pinned} onChange={(event) => setPinned(event.target.checked)}>
            {t('saved.pin', { id: latest })}
          </Checkbox>
        )}
        <p className="quiet">{t('saved.pinHint')}</p>
        {saved ? (
          <p role="status">
            {t('saved.done')} ·{' '}
            <Link to={paths.view} params={{ id: saved.id }} onClick={() => setOpen(false)}>
              {`/explore/views/${saved.id}`}
            </Link>
          </p>
        ) : null}
        {error ? <Trouble error={error} /> : null}
      </Modal>
    </>
  );
}
