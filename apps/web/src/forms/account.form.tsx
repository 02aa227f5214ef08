import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { accountAsks } from '../api/account.asks.ts';
import type { AccountGiven, AdministeredAccount } from '../api/account.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';
import { useAttempt } from './attempt.ts';

const roles: readonly AccountGiven['role'][] = [
  'ministry',
  'province',
  'park',
  'partner',
  'company',
  'expert',
  'analyst',
  'system-admin',
  'security-admin',
  'audit-admin',
];

/** What a person needs to have an account: new, or another than before. */
export function AccountForm({
  account,
  keep,
}: {
  account?: AdministeredAccount | undefined;
  keep: (given: AccountGiven) => Promise<void>;
}) {
  const { t, of } = useWords();
  const organisations = useQuery(accountAsks.organisations());
  const { busy, error, attempt } = useAttempt();
  const save = (given: AccountGiven) =>
    attempt(async () => {
      await keep({ ...given, email: given.email ?? '' });
    });
  const required = [{ required: true, whitespace: true, message: '' }];
  return (
    <>
      <Form<AccountGiven>
        layout="vertical"
        disabled={busy}
        initialValues={account ?? {}}
        onFinish={(given) => void save(given)}
      >
        <Form.Item name="login" label={t('account.login')} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t('accounts.name')} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={t('account.email')}>
          <Input type="email" autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={t('account.role')} rules={[{ required: true, message: '' }]}>
          <Select options={roles.map((value) => ({ value, label: t(`role.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="organisation"
          label={t('account.organisation')}
          rules={[{ required: true, message: '' }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={(organisations.data?.organisations ?? [])
              .filter(({ disabled }) => !disabled)
              .map(({ id, name }) => ({ value: id, label: of(name) }))}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t(account ? 'accounts.save' : 'accounts.create')}
        </Button>
      </Form>
      {error ? <Trouble error={error} /> : null}
    </>
  );
}
