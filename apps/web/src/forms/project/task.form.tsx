import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { programme } from '../../api/programme.client.ts';
import { projectAsks } from '../../api/project.asks.ts';
import type { PlanContent, TaskContent } from '../../api/project.client.ts';
import { Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';
import { useAttempt } from '../attempt.ts';

type Fields = Pick<TaskContent, 'title' | 'responsible' | 'person' | 'start' | 'due' | 'weight'>;

/** One more task of a plan. */
export function TaskForm({ plan, content }: { plan: string; content: PlanContent }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const { data } = useQuery(projectAsks.choices());
  const { busy, error, attempt } = useAttempt();
  const needed = [{ required: true, message: t('project.required') }];
  const { owner, territory, others } = content;
  const partners = (data?.partners ?? []).filter(({ code }) => others.includes(code));
  const add = (fields: Fields) =>
    attempt(async () => {
      await programme.create('tasks', {
        ...fields,
        person: fields.person ?? '',
        plan,
        owner,
        territory,
        progress: [],
      });
      await client.invalidateQueries({ queryKey: ['records'] });
      form.resetFields();
    });
  return (
    <section aria-labelledby="add-task-title">
      <h2 id="add-task-title">{t('plan.addTask')}</h2>
      <Form<Fields>
        form={form}
        layout="vertical"
        className="choices task-form"
        disabled={busy}
        initialValues={{ responsible: owner, weight: 1 }}
        onFinish={(fields) => void add(fields)}
      >
        <Form.Item name="title" label={t('plan.task')} rules={needed}>
          <Input maxLength={160} />
        </Form.Item>
        <Form.Item name="responsible" label={t('plan.responsible')} rules={needed}>
          <Select
            options={[
              { value: owner, label: data?.own ? of(data.own.name) : owner },
              ...partners.map(({ code, name }) => ({ value: code, label: of(name) })),
            ]}
          />
        </Form.Item>
        <Form.Item name="person" label={t('task.person')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="start" label={t('task.start')} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="due" label={t('task.due')} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="weight" label={t('plan.weight')} rules={needed}>
          <InputNumber min={0.1} max={1000} />
        </Form.Item>
        <Form.Item label=" " colon={false}>
          <Button htmlType="submit" loading={busy}>
            {t('plan.addTask')}
          </Button>
        </Form.Item>
      </Form>
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}
