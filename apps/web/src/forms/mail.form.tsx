import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { workAsks } from '../api/work.asks.ts';
import { type MailWish, work } from '../api/work.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';

const wishes = ['off', 'each', 'daily'] as const;

/** Whether I am told by mail as well, and where. */
export function MailForm() {
  const { t } = useWords();
  const client = useQueryClient();
  const { data } = useQuery(workAsks.mail());
  const [form] = Form.useForm<MailWish>();
  const mail = Form.useWatch('mail', form);
  const [error, setError] = useState<unknown>();
  const [kept, setKept] = useState(false);
  if (!data) return null;
  const wish = async (made: MailWish) => {
    setError(undefined);
    try {
      const now = await work.wishMail({ mail: made.mail, address: made.address ?? '' });
      client.setQueryData(workAsks.mail().queryKey, now);
      setKept(true);
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <section aria-label={t('mail.title')}>
      <h2>{t('mail.title')}</h2>
      <Form<MailWish>
        form={form}
        layout="vertical"
        initialValues={data}
        onValuesChange={() => setKept(false)}
        onFinish={(made) => void wish(made)}
      >
        <Form.Item name="mail">
          <Radio.Group
            aria-label={t('mail.title')}
            options={wishes.map((value) => ({ value, label: t(`mail.${value}`) }))}
          />
        </Form.Item>
        {mail && mail !== 'off' ? (
          <Form.Item
            name="address"
            label={t('mail.address')}
            rules={[{ required: true, type: 'email', message: t('mail.addressRemedy') }]}
          >
            <Input type="email" autoComplete="email" />
          </Form.Item>
        ) : null}
        <Button htmlType="submit" size="small">
          {t('mail.save')}
        </Button>{' '}
        {kept ? <span role="status">{t('record.saved')}</span> : null}
      </Form>
      <p className="quiet">{t('mail.lead')}</p>
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}
