import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { assessmentAsks, plurals } from '../api/assessment.asks.ts';
import { programme } from '../api/programme.client.ts';
import { Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words.ts';

interface Plan {
  zh: string;
  en?: string;
  year: number;
  period: string;
  deadline: string;
  frameworkId: string;
}

/** What a round begins with; the framework is copied into it. */
export function NewRoundForm() {
  const { t, of } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery(assessmentAsks.frameworks());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const make = async ({ zh, en, ...plan }: Plan) => {
    setBusy(true);
    setError(undefined);
    try {
      const made = await programme.create(plurals.round, { title: { zh, en: en || zh }, ...plan });
      await client.invalidateQueries({ queryKey: ['records'] });
      await navigate({ to: paths.assessmentRound, params: { id: made.id } });
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  const required = [{ required: true, message: t('record.required') }];
  const year = new Date().getFullYear();
  return (
    <section aria-label={t('assess.new')}>
      <h2>{t('assess.new')}</h2>
      <Form<Plan>
        layout="vertical"
        className="new-round"
        disabled={busy}
        initialValues={{ year, period: String(year - 1), frameworkId: data?.frameworks[0]?.id }}
        key={data ? 'ready' : 'waiting'}
        onFinish={(plan) => void make(plan)}
      >
        <Form.Item name="zh" label={t('assess.titleZh')} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="en" label={t('assess.titleEn')}>
          <Input />
        </Form.Item>
        <Form.Item name="year" label={t('assess.year')} rules={required}>
          <InputNumber min={2000} max={2100} />
        </Form.Item>
        <Form.Item name="period" label={t('assess.period')} extra={t('assess.periodHint')} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="deadline" label={t('assess.deadline')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="frameworkId" label={t('assess.framework')} rules={required} className="broad">
          <Select
            options={(data?.frameworks ?? []).map(({ id, names }) => ({ value: id, label: of(names) }))}
          />
        </Form.Item>
        <Form.Item className="broad">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('assess.create')}
          </Button>
        </Form.Item>
      </Form>
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}
