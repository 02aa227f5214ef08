import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { asks } from '../../api/asks.ts';
import { projectAsks } from '../../api/project.asks.ts';
import type { ProjectContent } from '../../api/project.client.ts';
import { Skeleton, Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';
import { useAttempt } from '../attempt.ts';
import { fromFields, type ProjectFields, toFields } from './project-fields.ts';

interface Props {
  content: ProjectContent;
  send: (content: ProjectContent) => Promise<void>;
}

/** A project as a park enters it; amounts in units of 10 000 yuan, as the desks write them. */
export function ProjectForm({ content, send }: Props) {
  const { t, of } = useWords();
  const [form] = Form.useForm<ProjectFields>();
  const choices = useQuery(projectAsks.choices());
  const places = useQuery(asks.places());
  const chapters = useQuery(asks.codes('commodities', 'chapter'));
  const { busy, error, attempt } = useAttempt();
  if (choices.error ?? places.error) return <Trouble error={choices.error ?? places.error} />;
  if (!choices.data || !places.data) return <Skeleton height={400} />;
  const { industries, partners, companies } = choices.data;
  const cities = places.data.places.filter(({ level }) => level === 'prefecture' || level === 'province');
  const signed = content.course.reached.some(({ stage }) => stage === 'signed');
  const needed = [{ required: true, message: t('project.required') }];
  const label = (field: string) => t(`project.field.${field}`);
  const search = { optionFilterProp: 'label' };
  const save = (fields: ProjectFields) =>
    attempt(async () => {
      await send(fromFields(content, fields));
    });
  return (
    <Form<ProjectFields>
      form={form}
      layout="vertical"
      className="entering"
      disabled={busy}
      initialValues={toFields(content)}
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item name="name" label={label('name')} rules={needed}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="company" label={label('company')} rules={needed}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item
        name="creditCode"
        label={label('creditCode')}
        rules={[{ pattern: /^[0-9A-Za-z]{18}$/, message: t('project.badCode') }]}
      >
        <Input maxLength={18} />
      </Form.Item>
      <Form.Item name="origin" label={label('origin')} rules={needed}>
        <Select
          showSearch={search}
          options={cities.map(({ code, name, short }) => ({
            value: code,
            label: `${of(name)} ${short ? of(short) : ''} ${code}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="industry" label={label('industry')} rules={needed}>
        <Select
          showSearch={search}
          options={[
            ...industries.map(({ code, name }) => ({ value: code, label: `${code} ${of(name)}` })),
            ...(content.industry.length > 2 ? [{ value: content.industry, label: content.industry }] : []),
          ]}
        />
      </Form.Item>
      <Form.Item name="chapters" label={label('chapters')}>
        <Select
          mode="multiple"
          showSearch={search}
          maxCount={10}
          options={(chapters.data?.records ?? []).map(({ code, name }) => ({
            value: code,
            label: `${code} ${typeof name === 'string' ? name : of({ zh: name.zh ?? name.en, en: name.en })}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="partner" label={label('partner')}>
        <Select
          showSearch={search}
          allowClear
          placeholder={t('project.noPartner')}
          options={partners.map(({ code, name }) => ({ value: code, label: of(name) }))}
        />
      </Form.Item>
      <Form.Item name="companyOrganisation" label={label('companyOrganisation')}>
        <Select
          showSearch={search}
          allowClear
          placeholder={t('project.noCompany')}
          options={companies.map(({ code, name }) => ({ value: code, label: of(name) }))}
        />
      </Form.Item>
      <Form.Item name="found" label={label('found')} rules={needed}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="investment" label={label('investment')} rules={needed}>
        <InputNumber min={0} max={1e9} />
      </Form.Item>
      <Form.Item name="jobs" label={label('jobs')} rules={needed}>
        <InputNumber min={0} max={1e7} precision={0} />
      </Form.Item>
      <Form.Item name="production" label={label('production')}>
        <Input type="date" />
      </Form.Item>
      <Form.List name="years">
        {(rows, { add, remove }) => (
          <fieldset className="whole promised-years">
            <legend>{label('years')}</legend>
            {rows.map(({ key, name }) => (
              <div key={key} className="choices">
                <Form.Item name={[name, 'year']} label={label('year')} rules={needed}>
                  <InputNumber min={2000} max={2100} precision={0} />
                </Form.Item>
                <Form.Item name={[name, 'output']} label={label('output')}>
                  <InputNumber min={0} max={1e9} />
                </Form.Item>
                <Form.Item name={[name, 'exports']} label={label('exports')}>
                  <InputNumber min={0} max={1e9} />
                </Form.Item>
                <Button size="small" onClick={() => remove(name)}>
                  {t('project.removeYear')}
                </Button>
              </div>
            ))}
            <Button size="small" onClick={() => add()}>
              {t('project.addYear')}
            </Button>
          </fieldset>
        )}
      </Form.List>
      {signed ? (
        <fieldset className="whole promised-years">
          <legend>{label('amendment')}</legend>
          <div className="choices">
            <Form.Item name={['amendment', 'on']} label={label('on')}>
              <Input type="date" />
            </Form.Item>
            <Form.Item name={['amendment', 'document']} label={label('document')}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name={['amendment', 'reason']} label={label('reason')}>
              <Input maxLength={1000} />
            </Form.Item>
          </div>
        </fieldset>
      ) : null}
      <div className="whole">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('project.save')}
        </Button>
        {error ? <Trouble error={error} /> : null}
      </div>
    </Form>
  );
}
