import { Button, Checkbox, Dropdown, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { type AccountGiven, type AdministeredAccount, administration } from '../api/account.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';
import { AccountForm } from './account.form.tsx';

type Asking = 'change' | 'reset' | 'link';

/** What the security administrator does with an account. */
export function AccountActs({
  account,
  done,
  invited,
}: {
  account: AdministeredAccount;
  /** Something was changed. */
  done: () => Promise<void>;
  /** A link was made that has to be shown. */
  invited: (token: string) => void;
}) {
  const { t } = useWords();
  const [asking, setAsking] = useState<Asking>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { id, disabled } = account;
  const perform = async (work: Promise<unknown>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work;
      setAsking(undefined);
      await done();
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  const invite = async (work: Promise<{ invitation: string }>) => invited((await work).invitation);
  const acts: Record<string, () => void> = {
    invite: () => void perform(invite(administration.invite(id))),
    reset: () => setAsking('reset'),
    link: () => setAsking('link'),
    endSessions: () => void perform(administration.endSessions(id)),
    [disabled ? 'enable' : 'disable']: () =>
      void perform(administration.setDisabled('accounts', id, !disabled)),
  };
  const close = () => {
    setAsking(undefined);
    setError(undefined);
  };
  return (
    <>
      <Button size="small" onClick={() => setAsking('change')}>
        {t('accounts.change')}
      </Button>{' '}
      <Dropdown
        trigger={['click']}
        menu={{
          items: Object.keys(acts).map((key) => ({ key, label: t(`accounts.${key}`) })),
          onClick: ({ key }) => acts[key]?.(),
        }}
      >
        <Button size="small" loading={busy}>
          {t('accounts.more')}
        </Button>
      </Dropdown>
      {error && !asking ? <Trouble error={error} /> : null}
      <Modal
        open={asking !== undefined}
        title={asking ? `${t(`accounts.${asking}`)} · ${account.name}` : ''}
        footer={null}
        destroyOnHidden
        onCancel={close}
      >
        {asking === 'change' ? (
          <AccountForm
            account={account}
            keep={async (given: AccountGiven) => {
              await administration.changeAccount(id, given);
              setAsking(undefined);
              await done();
            }}
          />
        ) : null}
        {asking === 'reset' ? (
          <Form
            layout="vertical"
            disabled={busy}
            onFinish={({ factor = false }: { factor?: boolean }) =>
              void perform(invite(administration.reset(id, factor)))
            }
          >
            <p>{t('accounts.resetSure')}</p>
            <Form.Item name="factor" valuePropName="checked">
              <Checkbox>{t('accounts.resetFactor')}</Checkbox>
            </Form.Item>
            <Button danger htmlType="submit" loading={busy}>
              {t('accounts.reset')}
            </Button>
          </Form>
        ) : null}
        {asking === 'link' ? (
          <Form
            layout="vertical"
            disabled={busy}
            initialValues={account.identities[0] ?? {}}
            onFinish={({ issuer, email }: { issuer: string; email?: string }) =>
              void perform(administration.link(id, issuer, email))
            }
          >
            <p>{t('accounts.linkLead')}</p>
            <Form.Item name="issuer" label={t('accounts.issuer')} rules={[{ required: true, message: '' }]}>
              <Input type="url" />
            </Form.Item>
            <Form.Item name="email" label={t('account.email')}>
              <Input type="email" allowClear />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('accounts.save')}
            </Button>
          </Form>
        ) : null}
        {error && asking ? <Trouble error={error} /> : null}
      </Modal>
    </>
  );
}
