import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { work } from '../api/work.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';

interface Hook {
  organisation: string;
  url: string;
}

/** Where the system of an organisation is told; the secret that signs it is shown once. */
export function WebhookForm() {
  const { t } = useWords();
  const client = useQueryClient();
  const [form] = Form.useForm<Hook>();
  const [secret, setSecret] = useState<string>();
  const [error, setError] = useState<unknown>();
  const add = async ({ organisation, url }: Hook) => {
    setError(undefined);
    try {
      setSecret((await work.addWebhook(organisation, url)).secret);
      form.resetFields();
      await client.invalidateQueries({ queryKey: ['webhooks'] });
    } catch (cause) {
      setError(cause);
    }
  };
  const required = [{ required: true, whitespace: true, message: t('record.required') }];
  return (
    <>
      <Form<Hook> form={form} layout="inline" onFinish={(made) => void add(made)}>
        <Form.Item name="organisation" label={t('webhook.organisation')} rules={required}>
          <Input placeholder="org-park-taiyuan" />
        </Form.Item>
        <Form.Item name="url" label={t('webhook.url')} rules={required}>
          <Input placeholder="https://" />
        </Form.Item>
        <Button htmlType="submit">{t('webhook.add')}</Button>
      </Form>
      {secret ? (
        <Alert type="success" title={t('webhook.secret')} description={<code>{secret}</code>} />
      ) : null}
      {error ? <Trouble error={error} /> : null}
    </>
  );
}
