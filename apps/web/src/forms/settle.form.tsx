import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { type Assessment, type Framework, plurals } from '../api/assessment.asks.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';
import { useAttempt } from './attempt.ts';

interface Settled {
  indicator: string;
  value?: number | null;
  previous?: number;
  evidence?: boolean;
  reason: string;
}

/** Which value counts, where the parties and the system do not say the same. */
export function SettleForm({ record, framework }: { record: RecordSeen<Assessment>; framework: Framework }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const [form] = Form.useForm<Settled>();
  const { busy, error, attempt } = useAttempt();
  const indicators = framework.groups.flatMap((group) => group.indicators);
  const chosen = Form.useWatch('indicator', form);
  const rule = indicators.find(({ id }) => id === chosen)?.scoring.rule;
  const settle = ({ value = null, ...told }: Settled) =>
    attempt(async () => {
      await programme.act(plurals.assessment, record.id, 'settle', record.version, { value, ...told });
      await client.invalidateQueries({ queryKey: ['records'] });
    });
  const required = [{ required: true, message: t('record.required') }];
  return (
    <section aria-label={t('assess.settle')}>
      <h2>{t('assess.settle')}</h2>
      <p className="quiet">{t('assess.settleLead')}</p>
      <Form<Settled>
        form={form}
        layout="vertical"
        className="new-round"
        disabled={busy}
        onFinish={(told) => void settle(told)}
      >
        <Form.Item name="indicator" label={t('assess.settleWhich')} rules={required} className="broad">
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={indicators.map(({ id, names }) => ({ value: id, label: of(names) }))}
          />
        </Form.Item>
        <Form.Item name="value" label={t('assess.value')}>
          {rule === 'yes-no' ? (
            <Select
              allowClear
              options={[
                { value: 1, label: t('assess.yes') },
                { value: 0, label: t('assess.no') },
              ]}
            />
          ) : (
            <InputNumber placeholder={t('assess.notKnown')} />
          )}
        </Form.Item>
        {rule === 'growth' ? (
          <Form.Item name="previous" label={t('assess.settlePrevious')} rules={required}>
            <InputNumber />
          </Form.Item>
        ) : null}
        {rule === 'yes-no' ? (
          <Form.Item name="evidence" valuePropName="checked">
            <Checkbox>{t('assess.settleEvidence')}</Checkbox>
          </Form.Item>
        ) : null}
        <Form.Item name="reason" label={t('assess.reason')} rules={required} className="broad">
          <Input />
        </Form.Item>
        <Form.Item className="broad">
          <Button htmlType="submit" loading={busy}>
            {t('assess.settle')}
          </Button>
        </Form.Item>
      </Form>
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}
