import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { accountAsks } from '../api/account.asks.ts';
import { account } from '../api/account.client.ts';
import { Refusal } from '../api/http.client.ts';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { useAttempt } from '../forms/attempt.ts';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** Where the link of an invitation leads. Its token stands after the #, which no server on the way gets to see. */
export function InvitationPage() {
  const { t } = useWords();
  useDocumentWords(t('account.invitation'));
  const [token] = useState(() => location.hash.slice(1));
  const invited = useQuery(accountAsks.invited(token));
  const [taken, setTaken] = useState(false);
  const { busy, error, attempt } = useAttempt();
  const take = ({ password }: { password: string }) =>
    attempt(async () => {
      await account.takeInvitation(token, password);
      setTaken(true);
    });
  if (taken) {
    return (
      <div className="page sign-in">
        <h1>{t('account.invitation')}</h1>
        <p role="status">{t('account.taken')}</p>
        <Link to={paths.signIn}>{t('session.title')}</Link>
      </div>
    );
  }
  if (invited.error instanceof Refusal && invited.error.status === 404) {
    return (
      <div className="page">
        <Empty title={t('account.invitationOver')} remedy={t('account.invitationOverRemedy')} />
      </div>
    );
  }
  if (invited.error) return <Trouble error={invited.error} />;
  if (!invited.data) return <Skeleton height="40vh" />;
  return (
    <div className="page sign-in">
      <h1>{t('account.invitation')}</h1>
      <p>{t('account.invitedAs', { ...invited.data })}</p>
      <Form layout="vertical" disabled={busy} onFinish={(given: { password: string }) => void take(given)}>
        <input type="text" autoComplete="username" defaultValue={invited.data.login} hidden readOnly />
        <Form.Item
          name="password"
          label={t('account.password')}
          extra={t('account.passwordHint')}
          rules={[{ required: true, message: '' }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('account.take')}
        </Button>
      </Form>
      {error ? <Trouble error={error} /> : null}
    </div>
  );
}
