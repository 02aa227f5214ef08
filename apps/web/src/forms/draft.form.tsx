import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { server } from '../api/server.client.ts';
import { Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words.ts';

const details = {
  place: ['country', 'province', 'prefecture'],
  commodity: ['all', 'chapter', 'heading'],
  mode: ['all', 'processing', 'mode'],
  month: ['all', 'month'],
} as const;

interface Draft {
  readonly zh: string;
  readonly en: string;
  readonly flow: 'export' | 'import';
  readonly period: string;
  readonly place: (typeof details.place)[number];
  readonly commodity: (typeof details.commodity)[number];
  readonly mode: (typeof details.mode)[number];
  readonly month: (typeof details.month)[number];
  readonly firms: number;
  readonly dominance: number;
  readonly p: number;
  readonly passive: readonly string[];
  readonly asKnownAt?: number | null;
}

const usual: Partial<Draft> = {
  flow: 'export',
  place: 'province',
  commodity: 'chapter',
  mode: 'all',
  month: 'all',
  firms: 3,
  dominance: 85,
  p: 10,
  passive: [],
};

/** What table is wanted, and by which rules it is to be protected. */
export function DraftForm() {
  const { t } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const draft = async ({
    zh,
    en,
    firms,
    dominance,
    p,
    passive,
    asKnownAt,
    ...table
  }: Draft): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const made = await server.draft({
        ...table,
        title: { zh, en: en?.trim() || zh },
        ...(typeof asKnownAt === 'number' && { asKnownAt }),
        policy: { minimumFrequency: firms, dominance: { n: 2, k: dominance }, p, passive: [...passive] },
      });
      await client.invalidateQueries({ queryKey: ['releases'] });
      await navigate({ to: paths.releases, search: (was) => ({ ...was, release: made.id }) });
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  const required = [{ required: true, message: '' }];
  return (
    <section aria-labelledby="make-title">
      <h2 id="make-title">{t('release.make')}</h2>
      <Form<Draft>
        layout="vertical"
        initialValues={usual}
        onFinish={draft}
        disabled={busy}
        className="drafting"
      >
        <Form.Item name="zh" label={t('release.zh')} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="en" label={t('release.en')}>
          <Input />
        </Form.Item>
        <Form.Item name="period" label={t('release.period')} rules={required}>
          <Input placeholder={t('release.periodHint')} />
        </Form.Item>
        <Form.Item name="flow" label={t('release.flow')}>
          <Select
            options={(['export', 'import'] as const).map((value) => ({ value, label: t(`flow.${value}`) }))}
          />
        </Form.Item>
        {(['place', 'commodity', 'mode', 'month'] as const).map((dimension) => (
          <Form.Item key={dimension} name={dimension} label={t(`release.${dimension}`)}>
            <Select
              options={details[dimension].map((value) => ({ value, label: t(`release.detail.${value}`) }))}
            />
          </Form.Item>
        ))}
        {(['firms', 'dominance', 'p'] as const).map((rule) => (
          <Form.Item key={rule} name={rule} label={t(`release.${rule}`)} rules={required}>
            <InputNumber min={1} max={100} />
          </Form.Item>
        ))}
        <Form.Item name="passive" label={t('release.passive')}>
          <Select mode="tags" open={false} suffixIcon={null} placeholder={t('release.passiveHint')} />
        </Form.Item>
        <Form.Item name="asKnownAt" label={t('release.asKnownAt')}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
        <Form.Item className="drafting-go">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('release.protect')}
          </Button>{' '}
          {busy ? <span role="status">{t('release.protecting')}</span> : null}
        </Form.Item>
      </Form>
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}
