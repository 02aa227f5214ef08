import { Button, Form, InputNumber } from 'antd';
import type { ProjectContent, YearResult } from '../../api/project.client.ts';
import { Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';
import { useAttempt } from '../attempt.ts';
import { yuanOfUnit } from './project-fields.ts';

/** The results of one year, in units of 10 000 yuan; they replace what was entered for that year before. */
export function ResultForm({
  content,
  send,
}: {
  content: ProjectContent;
  send: (content: ProjectContent) => Promise<void>;
}) {
  const { t } = useWords();
  const [form] = Form.useForm<YearResult>();
  const { busy, error, attempt } = useAttempt();
  const needed = [{ required: true, message: t('project.required') }];
  const enter = ({ year, jobs, ...amounts }: YearResult) =>
    attempt(async () => {
      const yuan = (units: number) => Math.round(units * yuanOfUnit);
      const { paidIn, output, exports } = amounts;
      const result = { year, jobs, paidIn: yuan(paidIn), output: yuan(output), exports: yuan(exports) };
      const others = content.results.filter((one) => one.year !== year);
      await send({ ...content, results: [...others, result].sort((a, b) => a.year - b.year) });
      form.resetFields();
    });
  const fields = [
    ['year', 'project.year'],
    ['paidIn', 'project.paidIn'],
    ['jobs', 'project.jobsAtEnd'],
    ['output', 'project.field.output'],
    ['exports', 'project.field.exports'],
  ] as const;
  return (
    <section aria-labelledby="result-title">
      <h2 id="result-title">{t('project.enter')}</h2>
      <p className="quiet">{t('project.replaced')}</p>
      <Form<YearResult>
        form={form}
        layout="vertical"
        className="choices"
        disabled={busy}
        initialValues={{ paidIn: 0, jobs: 0, output: 0, exports: 0 }}
        onFinish={(result) => void enter(result)}
      >
        {fields.map(([name, label]) => (
          <Form.Item key={name} name={name} label={t(label)} rules={needed}>
            <InputNumber
              min={name === 'year' ? 2000 : 0}
              max={name === 'year' ? 2100 : 1e9}
              {...(name === 'year' || name === 'jobs' ? { precision: 0 } : {})}
            />
          </Form.Item>
        ))}
        <Form.Item label=" " colon={false}>
          <Button htmlType="submit" loading={busy}>
            {t('project.enterYear')}
          </Button>
        </Form.Item>
      </Form>
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}
