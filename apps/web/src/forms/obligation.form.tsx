import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { AgreementContent, ObligationContent } from '../api/pairing.client.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';

interface Told {
  zh: string;
  en?: string;
  due: string;
}

/** One side takes on something that no clause promises. */
export function ObligationForm({
  agreement,
  whose,
}: {
  agreement: RecordSeen<AgreementContent>;
  whose: 'park' | 'partner';
}) {
  const { t } = useWords();
  const client = useQueryClient();
  const [form] = Form.useForm<Told>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const keep = async ({ zh, en, due }: Told) => {
    setBusy(true);
    setError(undefined);
    const { pairing, name, park, partner, parkPlace, partnerPlace } = agreement.content as AgreementContent;
    try {
      await programme.create<ObligationContent>('obligations', {
        ...{ name, park, partner, parkPlace, partnerPlace, pairing, whose, due },
        agreement: agreement.id,
        what: { zh, en: en?.trim() || zh },
      });
      form.resetFields();
      void client.invalidateQueries({ queryKey: ['records'] });
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  const required = [{ required: true, whitespace: true, message: t('record.required') }];
  return (
    <Form<Told>
      form={form}
      layout="vertical"
      className="drafting unprinted"
      disabled={busy}
      aria-label={t('agreement.addObligation')}
      onFinish={(told) => void keep(told)}
    >
      <Form.Item name="zh" label={t('agreement.obligationWhat')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="en" label={t('agreement.obligationEnglish')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="due" label={t('pairing.dueOn')} rules={required}>
        <Input type="date" />
      </Form.Item>
      <div className="drafting-go">
        <p className="quiet">{t('agreement.addObligationLead')}</p>
        <Button htmlType="submit" loading={busy}>
          {t('agreement.addObligation')}
        </Button>
      </div>
      {error ? <Trouble error={error} /> : null}
    </Form>
  );
}
