import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { EventContent, PairingContent } from '../api/pairing.client.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';

const numbersOf: Record<string, readonly string[]> = {
  'investment-event': ['investorsMet', 'projectsSigned'],
  secondment: ['peopleSent', 'peopleReceived'],
  'joint-fund': ['fundFen', 'paidInFen'],
  visit: [],
};

interface Told {
  kind: string;
  title: string;
  date: string;
  numbers?: Record<string, number | null>;
}

/** A joint event with the numbers of its kind; one that has taken place counts at once. */
export function EventForm({ pairing }: { pairing: RecordSeen<PairingContent> }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [form] = Form.useForm<Told>();
  const kind = Form.useWatch('kind', form) ?? 'visit';
  const [busy, setBusy] = useState(false);
  const [kept, setKept] = useState(false);
  const [error, setError] = useState<unknown>();
  const keep = async ({ title, date, numbers = {} }: Told) => {
    setBusy(true);
    setKept(false);
    setError(undefined);
    const { name, park, partner, parkPlace, partnerPlace } = pairing.content as PairingContent;
    try {
      const made = await programme.create<EventContent>('pairing-events', {
        ...{ name, park, partner, parkPlace, partnerPlace, kind, title, date },
        pairing: pairing.id,
        numbers: Object.fromEntries(
          (numbersOf[kind] ?? []).flatMap((one) => {
            const n = numbers[one];
            return typeof n === 'number' ? [[one, one.endsWith('Fen') ? Math.round(n * 100) : n]] : [];
          }),
        ),
      });
      const hold = made.possible.find(({ act }) => act === 'hold');
      if (hold?.allowed) await programme.act('pairing-events', made.id, 'hold', made.version);
      await client.invalidateQueries({ queryKey: ['records'] });
      form.resetFields();
      setKept(true);
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
      className="drafting"
      disabled={busy}
      initialValues={{ kind: 'investment-event' }}
      aria-label={t('pairing.addEvent')}
      onFinish={(told) => void keep(told)}
    >
      <Form.Item name="kind" label={t('pairing.eventKind')}>
        <Select
          options={Object.keys(numbersOf).map((value) => ({ value, label: t(`pairing.kinds.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="title" label={t('pairing.eventTitle')} rules={required}>
        <Input />
      </Form.Item>
      <Form.Item name="date" label={t('pairing.eventDate')} rules={required}>
        <Input type="date" />
      </Form.Item>
      {(numbersOf[kind] ?? []).map((one) => (
        <Form.Item key={one} name={['numbers', one]} label={t(`pairing.numbers.${one}`)}>
          <InputNumber
            min={0}
            precision={one.endsWith('Fen') ? 2 : 0}
            suffix={one.endsWith('Fen') ? t('pairing.yuan') : undefined}
            style={{ width: '100%' }}
          />
        </Form.Item>
      ))}
      <div className="drafting-go">
        <Button htmlType="submit" loading={busy}>
          {t('pairing.addEvent')}
        </Button>{' '}
        {kept ? <span role="status">{t('pairing.eventSaved')}</span> : null}
      </div>
      {error ? <Trouble error={error} /> : null}
    </Form>
  );
}
