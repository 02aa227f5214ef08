import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import {
  type AdministeredOrganisation,
  administration,
  type OrganisationGiven,
} from '../api/account.client.ts';
import { asks } from '../api/asks.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';
import { useAttempt } from './attempt.ts';

const kinds: readonly OrganisationGiven['kind'][] = [
  'ministry',
  'province',
  'park',
  'partner',
  'company',
  'expert',
  'auditor',
  'system',
];

/** An organisation: new, or under another name or in another place. */
export function OrganisationForm({
  organisation,
  done,
}: {
  organisation?: AdministeredOrganisation | undefined;
  done: () => Promise<void>;
}) {
  const { t, of } = useWords();
  const { data } = useQuery(asks.places());
  const { busy, error, attempt } = useAttempt();
  const save = (given: OrganisationGiven) =>
    attempt(async () => {
      if (organisation) await administration.changeOrganisation(organisation.id, given);
      else await administration.createOrganisation(given);
      await done();
    });
  const required = [{ required: true, whitespace: true, message: '' }];
  return (
    <>
      <Form<OrganisationGiven>
        layout="vertical"
        disabled={busy}
        initialValues={organisation ?? {}}
        onFinish={(given) => void save(given)}
      >
        {organisation ? null : (
          <>
            <Form.Item
              name="id"
              label={t('organisations.id')}
              extra={t('organisations.idHint')}
              rules={required}
            >
              <Input />
            </Form.Item>
            <Form.Item name="kind" label={t('organisations.kind')} rules={[{ required: true, message: '' }]}>
              <Select options={kinds.map((value) => ({ value, label: t(`organisations.kinds.${value}`) }))} />
            </Form.Item>
          </>
        )}
        <Form.Item name={['name', 'zh']} label={t('organisations.nameZh')} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name={['name', 'en']} label={t('organisations.nameEn')} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item
          name="territory"
          label={t('organisations.territory')}
          rules={[{ required: true, message: '' }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={(data?.places ?? []).map(({ code, name }) => ({
              value: code,
              label: `${of(name)} ${code}`,
            }))}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('accounts.save')}
        </Button>
      </Form>
      {error ? <Trouble error={error} /> : null}
    </>
  );
}
