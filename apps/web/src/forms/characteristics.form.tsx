import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { type Assessment, plurals } from '../api/assessment.asks.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';
import { useAttempt } from './attempt.ts';

/** What is special about a park, in its own words, with what shows it. */
export function CharacteristicsForm({ record }: { record: RecordSeen<Assessment> }) {
  const { t } = useWords();
  const client = useQueryClient();
  const { busy, error, attempt } = useAttempt();
  const was = record.content.characteristics;
  const save = ({ text, evidence = '' }: { text: string; evidence?: string }) =>
    attempt(async () => {
      const shown = evidence
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      await programme.act(plurals.assessment, record.id, 'describe', record.version, {
        text,
        evidence: shown,
      });
      await client.invalidateQueries({ queryKey: ['records'] });
    });
  return (
    <section aria-label={t('assess.describe')}>
      <h2>{t('assess.describe')}</h2>
      <Form
        layout="vertical"
        disabled={busy}
        initialValues={{ text: was?.text ?? '', evidence: (was?.evidence ?? []).join('\n') }}
        onFinish={(told: { text: string; evidence?: string }) => void save(told)}
      >
        <Form.Item
          name="text"
          label={t('assess.text')}
          rules={[{ required: true, message: t('record.required') }]}
        >
          <Input.TextArea rows={5} maxLength={5000} />
        </Form.Item>
        <Form.Item name="evidence" label={t('assess.evidence')} extra={t('assess.evidenceHint')}>
          <Input.TextArea rows={2} />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {t('assess.save')}
        </Button>
      </Form>
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}
