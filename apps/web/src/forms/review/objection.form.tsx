import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { programme } from '../../api/programme.client.ts';
import type { NoticeContent } from '../../api/review.client.ts';
import { Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';
import { useAttempt } from '../attempt.ts';

interface Given {
  application?: string;
  name: string;
  organisation?: string;
  contact: string;
  grounds: string;
  evidence?: string;
}

/** An objection to a notice; who objects is known to the ministry's desk and to nobody else. */
export function ObjectionForm({ notice, content }: { notice: string; content: Partial<NoticeContent> }) {
  const { t, of } = useWords();
  const [sent, setSent] = useState('');
  const { busy, error, attempt } = useAttempt();
  const send = ({ application, name, organisation = '', contact, grounds, evidence = '' }: Given) =>
    attempt(async () => {
      const objector = { name, organisation, contact };
      const content = { notice, ...(application && { application }), objector, grounds, evidence };
      setSent(await received(content));
    });
  if (sent !== '') return <p role="status">{t('objection.sent', { id: sent })}</p>;
  const rules = [{ required: true, whitespace: true, message: t('record.required') }];
  return (
    <Form layout="vertical" className="narrow" onFinish={(given: Given) => void send(given)} disabled={busy}>
      <Form.Item name="application" label={t('objection.about')}>
        <Select
          allowClear
          placeholder={t('objection.whole')}
          options={(content.entries ?? []).map((one) => ({
            value: one.application ?? '',
            label: of(one.name),
          }))}
        />
      </Form.Item>
      <Form.Item name="name" label={t('objection.name')} rules={rules}>
        <Input autoComplete="name" />
      </Form.Item>
      <Form.Item name="organisation" label={t('objection.organisation')}>
        <Input autoComplete="organization" />
      </Form.Item>
      <Form.Item name="contact" label={t('objection.contact')} rules={rules} extra={t('objection.kept')}>
        <Input />
      </Form.Item>
      <Form.Item name="grounds" label={t('objection.grounds')} rules={rules}>
        <Input.TextArea rows={4} />
      </Form.Item>
      <Form.Item name="evidence" label={t('objection.evidence')}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('objection.send')}
      </Button>
      {error ? <Trouble error={error} /> : null}
    </Form>
  );
}

const received = async (content: object): Promise<string> =>
  (await programme.create('objections', content)).id;
