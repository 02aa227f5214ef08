import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { account } from '../api/account.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';

/** Another password, from whoever knows the one that there is. */
export function PasswordForm() {
  const { t } = useWords();
  const client = useQueryClient();
  const [form] = Form.useForm<{ current: string; next: string }>();
  const [busy, setBusy] = useState(false);
  const [changed, setChanged] = useState(false);
  const [error, setError] = useState<unknown>();
  const change = async ({ current, next }: { current: string; next: string }) => {
    setBusy(true);
    setChanged(false);
    setError(undefined);
    try {
      await account.changePassword(current, next);
      await client.invalidateQueries({ queryKey: ['account'] });
      form.resetFields();
      setChanged(true);
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  return (
    <>
      <Form form={form} layout="vertical" disabled={busy} onFinish={(given) => void change(given)}>
        <Form.Item name="current" label={t('account.current')} rules={[{ required: true, message: '' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={t('account.next')}
          extra={t('account.passwordHint')}
          rules={[{ required: true, message: '' }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {t('account.change')}
        </Button>
      </Form>
      {changed ? <p role="status">{t('account.changed')}</p> : null}
      {error ? <Trouble error={error} /> : null}
    </>
  );
}
