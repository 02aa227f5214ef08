import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import {
  addFile,
  fileAddress,
  filesOf,
  markFile,
  type RecordFile,
  withdrawFile,
} from '../api/files.client.ts';
import { Refusal } from '../api/http.client.ts';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { bytes } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import { useDrop } from './drop.ts';

interface Props {
  /** Id of a record of any kind. */
  record: string;
  /** Everybody can see this record once it is published, so its files can be public too. */
  publishable?: boolean;
  title?: string;
}

/** Files on a record: seen by who may read it, handed in by those concerned, withdrawn but never erased. */
export function Files({ record, publishable = false, title }: Props) {
  const { t } = useWords();
  const client = useQueryClient();
  const { data, error } = useQuery(filesOf(record));
  const [failed, setFailed] = useState<{ name: string; error: unknown }>();
  const attempt = async (name: string, work: Promise<unknown>): Promise<void> => {
    setFailed(undefined);
    await work.catch((error: unknown) => setFailed({ name, error }));
    await client.invalidateQueries({ queryKey: filesOf(record).queryKey });
  };
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height={60} />;
  const { files, mayAdd } = data;
  return (
    <section className="files" aria-label={title ?? t('files.title')}>
      <h2>{title ?? t('files.title')}</h2>
      {files.length === 0 ? (
        <p className="quiet">{t(mayAdd ? 'files.noneYet' : 'files.none')}</p>
      ) : (
        <div className="wide">
          <table className="plain" aria-label={title ?? t('files.title')}>
            <thead>
              <tr>
                <th scope="col">{t('files.name')}</th>
                <th scope="col" className="num">
                  {t('files.size')}
                </th>
                <th scope="col">{t('files.by')}</th>
                <th scope="col">{t('files.at')}</th>
                {publishable ? <th scope="col">{t('files.public')}</th> : null}
                {mayAdd ? <th scope="col">{t('files.act')}</th> : null}
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <FileRow key={file.id} {...{ file, publishable, mayAdd, attempt }} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {failed ? (
        <>
          <p className="files-failed">{t('files.failed', { name: failed.name })}</p>
          <Trouble error={failed.error} />
        </>
      ) : null}
      {mayAdd ? <HandIn {...{ record, publishable, attempt }} /> : null}
    </section>
  );
}

interface RowProps {
  file: RecordFile;
  publishable: boolean;
  mayAdd: boolean;
  attempt: (name: string, work: Promise<unknown>) => Promise<void>;
}

function FileRow({ file, publishable, mayAdd, attempt }: RowProps) {
  const { t, language } = useWords();
  const [asking, setAsking] = useState(false);
  const { id, name, note, size, by, at, withdrawn, yours } = file;
  return (
    <tr className={withdrawn ? 'withdrawn' : undefined}>
      <th scope="row">
        <a href={fileAddress(id)} download={name}>
          {name}
        </a>
        {note ? <span className="quiet"> {note}</span> : null}
        {withdrawn ? <span className="still">{t('files.withdrawn', { ...withdrawn })}</span> : null}
      </th>
      <td className="num">{bytes(size, language)}</td>
      <td>{by}</td>
      <td>
        <time dateTime={at}>{at.slice(0, 10)}</time>
      </td>
      {publishable ? (
        <td>
          <Checkbox
            checked={file.public}
            disabled={!yours}
            aria-label={t('files.publicOf', { name })}
            onChange={({ target }) => void attempt(name, markFile(id, target.checked))}
          />
        </td>
      ) : null}
      {mayAdd ? (
        <td>
          {yours && !asking ? (
            <Button size="small" onClick={() => setAsking(true)} aria-label={t('files.withdrawOf', { name })}>
              {t('files.withdraw')}
            </Button>
          ) : null}
          {asking ? (
            <Form<{ why: string }>
              layout="inline"
              onFinish={({ why }) => void attempt(name, withdrawFile(id, why)).then(() => setAsking(false))}
            >
              <Form.Item name="why" rules={[{ required: true, whitespace: true, message: '' }]}>
                <Input size="small" autoFocus placeholder={t('files.why')} aria-label={t('files.why')} />
              </Form.Item>
              <Button size="small" htmlType="submit">
                {t('files.withdraw')}
              </Button>
            </Form>
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}

const largest = 50 * 1024 * 1024;

/** Where files are dropped or chosen; each goes alone, so that one that is refused does not hold up the others. */
function HandIn({
  record,
  publishable,
  attempt,
}: Pick<RowProps, 'publishable' | 'attempt'> & { record: string }) {
  const { t } = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  const target = useRef<HTMLDivElement>(null);
  const [note, setNote] = useState('');
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState<{ name: string; part: number }>();
  const send = async (files: FileList | null): Promise<void> => {
    for (const file of files ?? []) {
      const one = async () => {
        if (file.size > largest) throw new Refusal(413, 'file-too-large', file.name);
        setSent({ name: file.name, part: 0 });
        await addFile(record, file, { note, public: open }, (part) => setSent({ name: file.name, part }));
        setNote('');
      };
      await attempt(file.name, one());
    }
    setSent(undefined);
    if (chooser.current) chooser.current.value = '';
  };
  const over = useDrop(target, (files) => void send(files));
  return (
    <div ref={target} className={over ? 'drop over' : 'drop'}>
      <p>
        {t('files.drop')}{' '}
        <button type="button" className="linkish" onClick={() => chooser.current?.click()}>
          {t('files.choose')}
        </button>
      </p>
      <p className="quiet">{t('files.hint')}</p>
      <p className="files-told">
        <Input
          size="small"
          value={note}
          maxLength={200}
          onChange={({ target: { value } }) => setNote(value)}
          placeholder={t('files.note')}
          aria-label={t('files.note')}
        />
        {publishable ? (
          <Checkbox checked={open} onChange={({ target: { checked } }) => setOpen(checked)}>
            {t('files.makePublic')}
          </Checkbox>
        ) : null}
      </p>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={t('files.choose')}
        accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png,.csv,.json,.geojson"
        onChange={(event) => void send(event.target.files)}
      />
      {sent ? (
        <p role="status">
          <progress value={sent.part} max={1} />{' '}
          {t('files.sending', { name: sent.name, percent: Math.round(sent.part * 100) })}
        </p>
      ) : null}
    </div>
  );
}
