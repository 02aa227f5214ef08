import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { programmeAsks } from '../api/programme.asks.ts';
import { programme, type Session } from '../api/programme.client.ts';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { useAttempt } from '../forms/attempt.ts';
import { CodeForm } from '../forms/code.form.tsx';
import { SecondFactorForm } from '../forms/second-factor.form.tsx';
import { paths } from '../paths.ts';
import { administratorsRooms } from '../rooms.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.signIn);

/** Signing in; on the demonstration, choosing whom one wants to be. */
export function SignInPage() {
  const { t } = useWords();
  useDocumentWords(t('session.title'));
  const client = useQueryClient();
  const navigate = route.useNavigate();
  const { refused } = route.useSearch();
  const session = useQuery(programmeAsks.session());
  const { busy, error, attempt } = useAttempt();
  if (session.error) return <Trouble error={session.error} retry={() => void session.refetch()} />;
  if (!session.data) return <Skeleton height="50vh" />;

  const enterWith = async (next: Session) => {
    // Another person sees another programme: nothing of what the last one saw is kept.
    client.clear();
    client.setQueryData(programmeAsks.session().queryKey, next);
    if (next.asker) await navigate({ to: homeOf(next.asker.role) });
  };
  const enter = (how: Promise<void>) =>
    attempt(async () => {
      await how;
      await enterWith(await programme.session());
    });
  const { demonstration, sampleAccounts, awaits, provider } = session.data;
  if (awaits) {
    const back = () => void enter(programme.signOut());
    return (
      <div className="page sign-in">
        <h1>{t(awaits === 'code' ? 'account.codeTitle' : 'account.factor')}</h1>
        {awaits === 'code' ? (
          <CodeForm busy={busy} enter={(how) => void enter(how)} back={back} />
        ) : (
          <>
            <p>{t('account.factorMust')}</p>
            <SecondFactorForm
              label={t('account.factorBegin')}
              justSignedIn
              done={() => void enter(Promise.resolve())}
            />
            <p>
              <Button onClick={back}>{t('account.cancel')}</Button>
            </p>
          </>
        )}
        {error ? <Trouble error={error} /> : null}
      </div>
    );
  }
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
      {provider ? (
        <p>
          <a href="/api/session/provider">{t('account.provider')}</a>
        </p>
      ) : null}
      {refused && !error ? <p role="alert">{t(`account.refused.${refused}`)}</p> : null}
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

/** Where somebody begins: administrators at what they look after. */
const homeOf = (role: string): string =>
  paths[administratorsRooms[role as keyof typeof administratorsRooms] ?? 'parks'];

/** In the order in which a batch meets them; who looks after the house comes last. */
const roles = ['ministry', 'province', 'park', 'partner', 'company', 'expert', 'analyst'];

function byRole(accounts: Session['sampleAccounts']): [string, Session['sampleAccounts']][] {
  const order = (role: string) => (roles.includes(role) ? roles.indexOf(role) : roles.length);
  return [...Map.groupBy(accounts, ({ role }) => role)].toSorted(([a], [b]) => order(a) - order(b));
}
