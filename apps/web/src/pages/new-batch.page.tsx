import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { programme } from '../api/programme.client.ts';
import { recognitionAsks } from '../api/recognition.asks.ts';
import type { BatchContent } from '../api/recognition.client.ts';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { BatchForm } from '../forms/batch.form.tsx';
import { Field } from '../forms/field.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** A new call, made from one that there was. */
export function NewBatchPage() {
  const { t, of } = useWords();
  useDocumentWords(t('recognition.newBatch'));
  const navigate = useNavigate();
  const calls = useQuery(recognitionAsks.calls());
  const [chosen, setChosen] = useState<string>();
  if (calls.error) return <Trouble error={calls.error} retry={() => void calls.refetch()} />;
  if (!calls.data) return <Skeleton height="60vh" />;
  const template = calls.data.calls.find(({ id }) => id === chosen) ?? calls.data.calls[0];
  if (!template) return null;
  // The number is that of the old notice.
  const { number: _, ...call } = template.call;
  return (
    <div className="page">
      <h1>{t('recognition.newBatch')}</h1>
      <p className="quiet">{t('newBatch.lead')}</p>
      <div className="template">
        <Field label={t('newBatch.template')}>
          <Select
            aria-label={t('newBatch.template')}
            value={template.id}
            options={calls.data.calls.map(({ id, call }) => ({ value: id, label: of(call.title) }))}
            onChange={setChosen}
          />
        </Field>
      </div>
      <BatchForm
        key={template.id}
        batch={{ name: { zh: '', en: '' }, call }}
        send={async (content) => {
          const made = await programme.create<BatchContent>('batches', content);
          await navigate({ to: paths.batch, params: { id: made.id } });
        }}
      />
    </div>
  );
}
