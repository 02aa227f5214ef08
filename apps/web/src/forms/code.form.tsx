import { Button, Form, Input } from 'antd';
import { account } from '../api/account.client.ts';
import { useWords } from '../words/words.ts';

/** The second step of signing in. */
export function CodeForm({
  busy,
  enter,
  back,
}: {
  busy: boolean;
  enter: (how: Promise<void>) => void;
  back: () => void;
}) {
  const { t } = useWords();
  return (
    <Form
      layout="vertical"
      disabled={busy}
      onFinish={({ code }: { code: string }) => enter(account.giveCode(code))}
    >
      <p>{t('account.codeLead')}</p>
      <Form.Item name="code" label={t('account.code')} rules={[{ required: true, message: '' }]}>
        <Input autoComplete="one-time-code" autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('account.enter')}
      </Button>{' '}
      <Button onClick={back}>{t('account.cancel')}</Button>
    </Form>
  );
}
