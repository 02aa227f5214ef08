import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { asks } from '../api/asks.ts';
import { server } from '../api/server.client.ts';
import type { Decision } from '../api/types.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';

const verdicts = ['confirmed', 'explained', 'corrected', 'dismissed'] as const;
const remembered = 'tidu.decidedBy';

/** What is held of a finding, why, and by whom; what was decided before stays beside it. */
export function DecisionForm({ id }: { id: number }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [form] = Form.useForm<Decision>();
  const verdict = Form.useWatch('verdict', form);
  const loads = useQuery({ ...asks.loads(), enabled: verdict === 'corrected' });
  const [busy, setBusy] = useState(false);
  const [kept, setKept] = useState(false);
  const [error, setError] = useState<unknown>();
  const decide = async (made: Decision) => {
    setBusy(true);
    setKept(false);
    setError(undefined);
    try {
      localStorage.setItem(remembered, made.by);
      client.setQueryData(asks.finding(id).queryKey, await server.decide(id, made));
      await client.invalidateQueries({ queryKey: ['quality', 'list'] });
      form.resetFields(['note', 'verdict', 'load']);
      setKept(true);
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  const required = [{ required: true, whitespace: true, message: '' }];
  return (
    <>
      <Form<Decision>
        form={form}
        layout="vertical"
        className="deciding"
        initialValues={{ by: localStorage.getItem(remembered) ?? '' }}
        onFinish={(made) => void decide(made)}
        disabled={busy}
      >
        <Form.Item name="verdict" label={t('quality.verdictLabel')} rules={[{ required: true, message: '' }]}>
          <Select options={verdicts.map((value) => ({ value, label: t(`quality.verdict.${value}`) }))} />
        </Form.Item>
        {verdict === 'corrected' ? (
          <Form.Item name="load" label={t('quality.load')} rules={[{ required: true, message: '' }]}>
            <Select
              options={[...(loads.data?.loads ?? [])]
                .reverse()
                .map(({ id: load, file }) => ({ value: load, label: `#${load} ${file}` }))}
            />
          </Form.Item>
        ) : null}
        <Form.Item name="by" label={t('quality.by')} rules={required}>
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item name="note" label={t('quality.note')} rules={required} className="deciding-note">
          <Input.TextArea rows={2} placeholder={t('quality.noteHint')} />
        </Form.Item>
        <Form.Item className="deciding-note">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('quality.decide')}
          </Button>{' '}
          {kept ? <span role="status">{t('quality.decided')}</span> : null}
        </Form.Item>
      </Form>
      {error ? <Trouble error={error} /> : null}
    </>
  );
}
