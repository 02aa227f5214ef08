import { Button, Checkbox, Input, InputNumber } from 'antd';
import { type FormEvent, useState } from 'react';
import type { BatchContent, Call } from '../api/recognition.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';
import { useAttempt } from './attempt.ts';

interface Props {
  batch: BatchContent;
  send: (content: BatchContent) => Promise<void>;
}

/** Name, limits, documents, deadlines and countersignature of a call; its clauses stay as the notice has them. */
export function BatchForm({ batch, send }: Props) {
  const { t, of } = useWords();
  const [content, setContent] = useState(batch);
  const { busy, error, attempt } = useAttempt();
  const { name, call } = content;
  const put = (part: Partial<Call>) => setContent({ ...content, call: { ...call, ...part } });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await attempt(async () => {
      await send(content);
    });
  };
  const both = (
    label: string,
    value: { zh: string; en: string },
    change: (value: { zh: string; en: string }) => void,
  ) => (
    <div className="row">
      {(['zh', 'en'] as const).map((language) => (
        <Input
          key={language}
          required
          aria-label={`${label} ${t(`newBatch.${language}`)}`}
          addonBefore={t(`newBatch.${language}`)}
          value={value[language]}
          onChange={({ target }) => change({ ...value, [language]: target.value })}
        />
      ))}
    </div>
  );
  const list = <K extends 'conditions' | 'documents' | 'deadlines'>(
    key: K,
    id: string,
    part: Partial<Call[K][number]>,
  ) => put({ [key]: call[key].map((one) => (one.id === id ? { ...one, ...part } : one)) } as Partial<Call>);
  return (
    <form className="batch-form" onSubmit={(event) => void submit(event)}>
      <h3>{t('newBatch.name')}</h3>
      {both(t('newBatch.name'), name, (value) => setContent({ ...content, name: value }))}
      <h3>{t('newBatch.title')}</h3>
      {both(t('newBatch.title'), call.title, (title) => put({ title }))}
      <h3>{t('newBatch.number')}</h3>
      <Input
        aria-label={t('newBatch.number')}
        placeholder={t('newBatch.numberHint')}
        maxLength={60}
        value={call.number ?? ''}
        onChange={({ target }) => {
          const { number: _, ...without } = call;
          setContent({ ...content, call: { ...without, ...(target.value && { number: target.value }) } });
        }}
      />
      <h3>{t('newBatch.text')}</h3>
      {(['zh', 'en'] as const).map((language) => (
        <Input.TextArea
          key={language}
          required
          aria-label={`${t('newBatch.text')} ${t(`newBatch.${language}`)}`}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={call.text[language]}
          onChange={({ target }) => put({ text: { ...call.text, [language]: target.value } })}
        />
      ))}
      <h3>{t('batch.conditions')}</h3>
      <table className="plain">
        <tbody>
          {call.conditions.map(({ id, title, text, limit }) => (
            <tr key={id}>
              <th scope="row">{of(title)}</th>
              <td>{of(text)}</td>
              <td>
                {limit === undefined ? null : (
                  <InputNumber
                    aria-label={t('newBatch.limitOf', { title: of(title) })}
                    min={0.1}
                    value={limit}
                    suffix={t(`newBatch.limitUnit.${id}`, { defaultValue: '' })}
                    onChange={(value) => {
                      if (value !== null) list('conditions', id, { limit: value });
                    }}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('batch.documents')}</h3>
      {call.documents.map(({ id, title, required }) => (
        <Checkbox
          key={id}
          checked={required}
          onChange={({ target }) => list('documents', id, { required: target.checked })}
        >
          {of(title)}
        </Checkbox>
      ))}
      <p className="quiet">{t('newBatch.documentsHint')}</p>
      <h3>{t('newBatch.deadlines')}</h3>
      <div className="row">
        {call.deadlines.map(({ id, title, days }) => (
          <InputNumber
            key={id}
            aria-label={of(title)}
            addonBefore={of(title)}
            addonAfter={t('newBatch.days')}
            min={1}
            max={3660}
            precision={0}
            value={days}
            onChange={(value) => {
              if (value !== null) list('deadlines', id, { days: value });
            }}
          />
        ))}
      </div>
      <h3>{t('batch.countersign')}</h3>
      <Checkbox
        checked={call.countersign !== undefined}
        onChange={({ target }) => {
          const { countersign: _, ...without } = call;
          setContent({
            ...content,
            call: target.checked ? { ...without, countersign: { zh: '', en: '' } } : without,
          });
        }}
      >
        {t('newBatch.countersign')}
      </Checkbox>
      {call.countersign
        ? both(t('batch.countersign'), call.countersign, (countersign) => put({ countersign }))
        : null}
      <p>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('newBatch.send')}
        </Button>
      </p>
      {error ? <Trouble error={error} /> : null}
    </form>
  );
}
