import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { accountAsks } from '../api/account.asks.ts';
import { type AdministeredAccount, administration } from '../api/account.client.ts';
import { SecretLink } from '../figures/secret-link.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { AccountForm } from '../forms/account.form.tsx';
import { AccountActs } from '../forms/account-acts.form.tsx';
import { FactorRuleForm } from '../forms/factor-rule.form.tsx';
import { useDocumentWords, useWords } from '../words/words.ts';

/** Accounts, for the security administrator. */
export function AdminAccountsPage() {
  const { t, of } = useWords();
  useDocumentWords(t('accounts.title'));
  const accounts = useQuery(accountAsks.accounts());
  const organisations = useQuery(accountAsks.organisations());
  const [sought, setSought] = useState('');
  const [creating, setCreating] = useState(false);
  const [token, setToken] = useState<string>();
  if (accounts.error) return <Trouble error={accounts.error} retry={() => void accounts.refetch()} />;
  if (!accounts.data) return <Skeleton height="60vh" />;
  const named = new Map(organisations.data?.organisations.map(({ id, name }) => [id, of(name)]));
  const nameOf = (id: string) => named.get(id) ?? id;
  const word = sought.trim().toLowerCase();
  const found = accounts.data.accounts.filter(({ login, name, organisation }) =>
    [login, name, nameOf(organisation)].some((text) => text.toLowerCase().includes(word)),
  );
  const refetch = async () => void (await accounts.refetch());
  return (
    <div className="page">
      <h1>{t('accounts.title')}</h1>
      <p className="quiet">{t('accounts.lead')}</p>
      <FactorRuleForm />
      <div className="admin-bar">
        <Input.Search
          allowClear
          placeholder={t('accounts.find')}
          aria-label={t('accounts.find')}
          onChange={({ target }) => setSought(target.value)}
        />
        <Button type="primary" onClick={() => setCreating(true)}>
          {t('accounts.create')}
        </Button>
      </div>
      {found.length === 0 ? (
        <Empty title={t('accounts.none')} remedy={t('accounts.noneRemedy')} />
      ) : (
        <section className="wide" aria-label={t('accounts.title')}>
          <table className="plain admin">
            <thead>
              <tr>
                <th scope="col">{t('accounts.name')}</th>
                <th scope="col">{t('account.login')}</th>
                <th scope="col">{t('account.role')}</th>
                <th scope="col">{t('account.organisation')}</th>
                <th scope="col">{t('accounts.state')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {found.map((one) => (
                <tr key={one.id} className={one.disabled ? 'withdrawn' : undefined}>
                  <th scope="row">{one.name}</th>
                  <td>{one.login}</td>
                  <td>{t(`role.${one.role}`)}</td>
                  <td>{nameOf(one.organisation)}</td>
                  <td>
                    <State account={one} />
                  </td>
                  <td className="admin-acts">
                    <AccountActs account={one} done={refetch} invited={setToken} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Modal
        open={creating}
        title={t('accounts.create')}
        footer={null}
        destroyOnHidden
        onCancel={() => setCreating(false)}
      >
        <AccountForm
          keep={async (given) => {
            const { invitation } = await administration.createAccount(given);
            setCreating(false);
            setToken(invitation);
            await refetch();
          }}
        />
      </Modal>
      <SecretLink token={token} close={() => setToken(undefined)} />
    </div>
  );
}

function State({ account }: { account: AdministeredAccount }) {
  const { t } = useWords();
  const { disabled, sample, hasPassword, hasSecondFactor, sessions, identities } = account;
  const said = [
    t(`accounts.${disabled ? 'disabled' : hasPassword ? 'inForce' : sample ? 'sample' : 'invited'}`),
    ...(hasSecondFactor ? [t('accounts.factor')] : []),
    ...(identities.some(({ bound }) => bound) ? [t('accounts.linked')] : []),
    ...(sessions > 0 ? [t('accounts.sessions', { count: sessions })] : []),
  ];
  return said.join(t('list.comma'));
}
