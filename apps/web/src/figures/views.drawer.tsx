import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Drawer, Input, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { asks } from '../api/asks.ts';
import { server } from '../api/server.client.ts';
import type { View } from '../api/types.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words.ts';
import { Empty, Skeleton, Trouble } from './state.tsx';

/** The saved views: found by name, opened, sent on; the desk renames and deletes its own. */
export function ViewsDrawer({ desk }: { desk: boolean }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  const views = useQuery({ ...asks.views(), enabled: open });
  const found = (views.data?.views ?? []).filter(({ name }) =>
    `${name.zh} ${name.en}`.toLowerCase().includes(sought.trim().toLowerCase()),
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('saved.open')}</Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={t('saved.title')} size={480}>
        <Input.Search
          allowClear
          aria-label={t('saved.search')}
          placeholder={t('saved.search')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        {views.error ? (
          <Trouble error={views.error} retry={views.refetch} />
        ) : !views.data ? (
          <Skeleton height={200} />
        ) : found.length === 0 ? (
          <Empty title={t('saved.none')} remedy={t('saved.noneRemedy')} />
        ) : (
          <ul className="views">
            {found.map((view) => (
              <Entry key={view.id} view={view} own={desk && !view.ready} opened={() => setOpen(false)} />
            ))}
          </ul>
        )}
      </Drawer>
    </>
  );
}

function Entry({ view, own, opened }: { view: View; own: boolean; opened: () => void }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const [copied, setCopied] = useState(false);
  const [renaming, setRenaming] = useState<string>();
  const name = of(view.name);
  const rename = async (): Promise<void> => {
    const text = renaming?.trim();
    setRenaming(undefined);
    if (!text) return;
    await server.renameView(view.id, { zh: text, en: view.name.en === view.name.zh ? text : view.name.en });
    await client.invalidateQueries({ queryKey: ['views'] });
    await client.invalidateQueries({ queryKey: ['view', view.id] });
  };
  const remove = async (): Promise<void> => {
    await server.discardView(view.id);
    await client.invalidateQueries({ queryKey: ['views'] });
  };
  return (
    <li>
      {renaming === undefined ? (
        <Link to={paths.view} params={{ id: view.id }} onClick={opened}>
          {name}
        </Link>
      ) : (
        <Input
          autoFocus
          aria-label={t('saved.renameOf', { name })}
          value={renaming}
          maxLength={200}
          onChange={(event) => setRenaming(event.target.value)}
          onPressEnter={rename}
          onBlur={rename}
        />
      )}
      <span className="marks">
        {view.ready ? <Tag>{t('saved.ready')}</Tag> : null}
        {view.state.asKnownAt ? <Tag>{t('saved.pinned', { id: view.state.asKnownAt })}</Tag> : null}
        {view.published ? null : <Tag color="gold">{t('saved.desk')}</Tag>}
      </span>
      <span className="acts">
        <Button
          size="small"
          type="link"
          aria-label={t('saved.copyOf', { name })}
          onClick={() => void copy(`${location.origin}/explore/views/${view.id}`).then(() => setCopied(true))}
        >
          {t(copied ? 'saved.copied' : 'saved.copy')}
        </Button>
        {own ? (
          <>
            <Button
              size="small"
              type="link"
              aria-label={t('saved.renameOf', { name })}
              onClick={() => setRenaming(view.name.zh)}
            >
              {t('saved.rename')}
            </Button>
            <Popconfirm
              title={t('saved.removeSure')}
              okText={t('saved.yes')}
              cancelText={t('saved.no')}
              onConfirm={remove}
            >
              <Button size="small" type="link" danger aria-label={t('saved.removeOf', { name })}>
                {t('saved.remove')}
              </Button>
            </Popconfirm>
          </>
        ) : null}
      </span>
    </li>
  );
}

/** A page that is not served over HTTPS has no clipboard; then the text is selected and copied as by hand. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
