import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { programmeAsks } from '../api/programme.asks.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { type Report, reportFigures } from '../figures/report.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';

type Filled = Pick<Report, 'problems' | 'requests' | 'explanation'> & {
  figures: Record<string, number | null | undefined>;
};

const plural = 'monthly-reports';

/** A report as it is written: kept as often as one likes, sent when it is complete. */
export function ReportForm({ report }: { report: RecordSeen<Report> }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const [form] = Form.useForm<Filled>();
  const [busy, setBusy] = useState<'save' | 'submit'>();
  const [error, setError] = useState<unknown>();
  const [saved, setSaved] = useState(false);
  const { content, possible } = report;
  const submit = possible.find(({ act }) => act === 'submit');

  const keep = async (made: Filled, then: 'save' | 'submit') => {
    setBusy(then);
    setError(undefined);
    setSaved(false);
    try {
      const figures = Object.fromEntries(
        Object.entries(made.figures ?? {}).filter(([, value]) => typeof value === 'number'),
      ) as Report['figures'];
      const next = await programme.edit<Report>(plural, report.id, report.version, {
        ...(content as Report),
        figures,
        problems: made.problems ?? '',
        requests: made.requests ?? '',
        explanation: made.explanation ?? '',
      });
      setSaved(true);
      client.setQueryData(programmeAsks.record<Report>(plural, report.id).queryKey, next);
      if (then === 'submit') {
        const sent = await programme.act<Report>(plural, report.id, 'submit', next.version);
        client.setQueryData(programmeAsks.record<Report>(plural, report.id).queryKey, sent);
      }
      await client.invalidateQueries({ queryKey: ['work'] });
      await client.invalidateQueries({ queryKey: ['records', 'reports'] });
    } catch (cause) {
      setError(cause);
    }
    setBusy(undefined);
  };
  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      className="report-form"
      disabled={busy !== undefined}
      initialValues={{
        figures: content.figures ?? {},
        problems: content.problems ?? '',
        requests: content.requests ?? '',
        explanation: content.explanation ?? '',
      }}
      onValuesChange={() => setSaved(false)}
      onFinish={(made) => void keep(made, 'save')}
    >
      <div className="report-figures">
        {reportFigures.map(({ name, unit }) => (
          <Form.Item key={name} name={['figures', name]} label={t(`report.figure.${name}`)}>
            <InputNumber
              min={0}
              precision={unit === 'money' ? 2 : 0}
              controls={false}
              suffix={t(`report.unit.${unit}`)}
              style={{ width: '100%' }}
            />
          </Form.Item>
        ))}
      </div>
      {(['explanation', 'problems', 'requests'] as const).map((name) => (
        <Form.Item key={name} name={name} label={t(`report.${name}`)}>
          <Input.TextArea rows={2} maxLength={2000} placeholder={t(`report.hint.${name}`)} />
        </Form.Item>
      ))}
      <p className="acts-row">
        <Button
          type="primary"
          loading={busy === 'submit'}
          onClick={() => void keep(form.getFieldsValue(true) as Filled, 'submit')}
        >
          {t('report.submit')}
        </Button>
        <Button htmlType="submit" loading={busy === 'save'}>
          {t('report.save')}
        </Button>
        {saved ? <span role="status">{t('record.saved')}</span> : null}
      </p>
      {error ? (
        <Trouble error={error} />
      ) : submit && !submit.allowed ? (
        <ul className="hindrances">
          {submit.reasons.map((reason) => (
            <li key={reason.en}>{of(reason)}</li>
          ))}
        </ul>
      ) : null}
    </Form>
  );
}
