import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { projectAsks } from '../../api/project.asks.ts';
import type { PlanContent } from '../../api/project.client.ts';
import { Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';
import { useAttempt } from '../attempt.ts';

type Fields = Omit<PlanContent, 'park' | 'owner' | 'territory'>;

/** A plan with its goals: each from a value of one year to a value of a later one. */
export function PlanForm({
  content,
  send,
}: {
  content: PlanContent;
  send: (content: PlanContent) => Promise<void>;
}) {
  const { t, of } = useWords();
  const choices = useQuery(projectAsks.choices());
  const { busy, error, attempt } = useAttempt();
  const needed = [{ required: true, message: t('project.required') }];
  const save = (fields: Fields) =>
    attempt(async () => {
      const goals = (fields.goals ?? []).map((goal, i) => ({
        ...goal,
        measured: goal.measured ?? content.goals[i]?.measured ?? [],
      }));
      await send({
        ...content,
        ...fields,
        document: fields.document ?? '',
        summary: fields.summary ?? '',
        goals,
      });
    });
  const { park: _, owner: __, territory: ___, ...initial } = content;
  const goalFields = [
    [['from', 'year'], 'fromYear', 0],
    [['from', 'value'], 'fromValue', undefined],
    [['to', 'year'], 'toYear', 0],
    [['to', 'value'], 'toValue', undefined],
  ] as const;
  return (
    <Form<Fields>
      layout="vertical"
      className="entering"
      disabled={busy}
      initialValues={initial}
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item name="title" label={t('plan.title')} rules={needed}>
        <Input maxLength={160} />
      </Form.Item>
      <Form.Item name="sort" label={t('plan.sort')} rules={needed}>
        <Select
          options={(['action-plan', 'implementation-plan'] as const).map((value) => ({
            value,
            label: t(`plan.sorts.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="document" label={t('plan.document')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="others" label={t('plan.others')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={(choices.data?.partners ?? []).map(({ code, name }) => ({ value: code, label: of(name) }))}
        />
      </Form.Item>
      <Form.Item name="summary" label={t('plan.summary')} className="whole">
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      <Form.List name="goals">
        {(rows, { add, remove }) => (
          <fieldset className="whole promised-years">
            <legend>{t('plan.goals')}</legend>
            {rows.map(({ key, name }) => (
              <div key={key} className="choices">
                <Form.Item name={[name, 'name']} label={t('plan.goal')} rules={needed}>
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, 'unit']} label={t('plan.unit')} rules={needed}>
                  <Input maxLength={40} />
                </Form.Item>
                {goalFields.map(([path, label, precision]) => (
                  <Form.Item key={label} name={[name, ...path]} label={t(`plan.${label}`)} rules={needed}>
                    <InputNumber {...(precision === undefined ? {} : { precision, min: 2000, max: 2100 })} />
                  </Form.Item>
                ))}
                <Button size="small" onClick={() => remove(name)}>
                  {t('plan.removeGoal')}
                </Button>
                <Measured goal={name} />
              </div>
            ))}
            <Button size="small" onClick={() => add({ measured: [] })}>
              {t('plan.addGoal')}
            </Button>
          </fieldset>
        )}
      </Form.List>
      <Form.Item name="published" valuePropName="checked" className="whole">
        <Checkbox>{t('plan.published')}</Checkbox>
      </Form.Item>
      <div className="whole">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('plan.save')}
        </Button>
        {error ? <Trouble error={error} /> : null}
      </div>
    </Form>
  );
}

/** What was measured of a goal since, year by year. */
function Measured({ goal }: { goal: number }) {
  const { t } = useWords();
  const needed = [{ required: true, message: t('project.required') }];
  return (
    <Form.List name={[goal, 'measured']}>
      {(rows, { add, remove }) => (
        <div className="measured">
          {rows.map(({ key, name }) => (
            <div key={key} className="choices">
              <Form.Item name={[name, 'year']} label={t('plan.measureYear')} rules={needed}>
                <InputNumber min={2000} max={2100} precision={0} />
              </Form.Item>
              <Form.Item name={[name, 'value']} label={t('plan.measureValue')} rules={needed}>
                <InputNumber />
              </Form.Item>
              <Form.Item name={[name, 'source']} label={t('plan.source')}>
                <Input maxLength={300} />
              </Form.Item>
              <Button size="small" onClick={() => remove(name)}>
                {t('project.removeYear')}
              </Button>
            </div>
          ))}
          <Button size="small" type="link" onClick={() => add({ source: '' })}>
            {t('plan.measure')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
