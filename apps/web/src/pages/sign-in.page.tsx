import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { programmeAsks } from '../api/programme.asks.ts';
import { programme, type Session } from '../api/programme.client.ts';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** Signing in; on the demonstration, choosing whom one wants to be. */
export function SignInPage() {
  const { t } = useWords();
  useDocumentWords(t('session.title'));
  const client = useQueryClient();
  const navigate = useNavigate();
  const session = useQuery(programmeAsks.session());
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  if (session.error) return <Trouble error={session.error} retry={() => void session.refetch()} />;
  if (!session.data) return <Skeleton height="50vh" />;

  const enter = async (how: Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await how;
      // Another person sees another programme: nothing of what the last one saw is kept.
      client.clear();
      await navigate({ to: paths.parks });
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  const { demonstration, sampleAccounts } = session.data;
  return (
    <div className="page sign-in">
      <h1>{t('session.title')}</h1>
      <Form
        layout="vertical"
        disabled={busy}
        onFinish={({ login, password }: { login: string; password: string }) =>
          void enter(programme.signIn(login, password))
        }
      >
        <Form.Item name="login" label={t('session.login')} rules={[{ required: true, message: '' }]}>
          <Input autoComplete="username" />
        </Form.Item>
        <Form.Item name="password" label={t('session.password')} rules={[{ required: true, message: '' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('session.enter')}
        </Button>
      </Form>
      {error ? <Trouble error={error} /> : null}
      {demonstration ? (
        <section aria-labelledby="samples-title">
          <h2 id="samples-title">{t('session.samples')}</h2>
          <p className="quiet">{t('session.samplesLead')}</p>
          {byRole(sampleAccounts).map(([role, accounts]) => (
            <fieldset key={role} className="sample-accounts" disabled={busy}>
              <legend>{t(`role.${role}`)}</legend>
              {accounts.map(({ id, name }) => (
                <Button key={id} size="small" onClick={() => void enter(programme.signInAsSample(id))}>
                  {name}
                </Button>
              ))}
            </fieldset>
          ))}
        </section>
      ) : null}
    </div>
  );
}

function byRole(accounts: Session['sampleAccounts']): [string, Session['sampleAccounts']][] {
  return [...Map.groupBy(accounts, ({ role }) => role)];
}
