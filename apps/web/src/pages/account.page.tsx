import { useQuery } from '@tanstack/react-query';
import { accountAsks } from '../api/account.asks.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { OwnSessions } from '../forms/own-sessions.form.tsx';
import { PasswordForm } from '../forms/password.form.tsx';
import { SecondFactorForm } from '../forms/second-factor.form.tsx';
import { momentText } from '../words/moment.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** One's own account: password, second factor, sessions. */
export function AccountPage() {
  const { t, of } = useWords();
  useDocumentWords(t('account.title'));
  const session = useQuery(programmeAsks.session());
  const own = useQuery(accountAsks.own());
  if (own.error) return <Trouble error={own.error} retry={() => void own.refetch()} />;
  if (!own.data || !session.data) return <Skeleton height="60vh" />;
  const { login, email, hasPassword, secondFactor, sessions } = own.data;
  const { asker } = session.data;
  return (
    <div className="page account">
      <h1>{t('account.title')}</h1>
      <p className="quiet">{t('account.lead')}</p>
      <dl className="facts">
        <dt>{t('account.login')}</dt>
        <dd>{login}</dd>
        <dt>{t('account.email')}</dt>
        <dd>{email || t('account.none')}</dd>
        <dt>{t('account.role')}</dt>
        <dd>{asker ? t(`role.${asker.role}`) : ''}</dd>
        <dt>{t('account.organisation')}</dt>
        <dd>{asker ? of(asker.organisationName) : ''}</dd>
      </dl>
      <div className="account-parts">
        <section aria-labelledby="password-title">
          <h2 id="password-title">{t('account.password')}</h2>
          {hasPassword ? <PasswordForm /> : <p className="quiet">{t('account.noPassword')}</p>}
        </section>
        <section aria-labelledby="factor-title">
          <h2 id="factor-title">{t('account.factor')}</h2>
          <p>
            {secondFactor.since
              ? t('account.factorOn', {
                  since: momentText(secondFactor.since).slice(0, 10),
                  left: secondFactor.recoveryCodesLeft,
                })
              : t('account.factorOff')}
          </p>
          {hasPassword ? (
            <SecondFactorForm
              label={t(secondFactor.since ? 'account.factorAnew' : 'account.factorBegin')}
              done={() => void own.refetch()}
            />
          ) : null}
        </section>
      </div>
      <OwnSessions sessions={sessions} provable={hasPassword || secondFactor.since !== undefined} />
    </div>
  );
}
