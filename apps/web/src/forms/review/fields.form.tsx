import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';
import { useAttempt } from '../attempt.ts';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'line' | 'text' | 'date' | 'number' | 'choice';
  readonly optional?: boolean;
  /** What a choice is made from. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

interface Props {
  fields: readonly Field[];
  initial?: Readonly<Record<string, string | number>>;
  action: string;
  send: (given: Record<string, string & number>) => Promise<void>;
}

/** A form of plain fields: what a notice, a list or a case is begun with. */
export function FieldsForm({ fields, initial = {}, action, send }: Props) {
  const { t } = useWords();
  // Several stand on one page, with fields of the same names.
  const id = useId();
  const { busy, error, attempt } = useAttempt();
  const submit = (given: Record<string, string & number>) =>
    attempt(async () => {
      await send(given);
    });
  return (
    <Form
      name={id}
      layout="vertical"
      className="narrow"
      initialValues={initial}
      onFinish={(given) => void submit(given)}
      disabled={busy}
    >
      {fields.map(({ name, label, type = 'line', optional, options = [] }) => (
        <Form.Item
          key={name}
          name={name}
          label={label}
          rules={[{ required: !optional, message: t('record.required') }]}
        >
          {type === 'text' ? (
            <Input.TextArea rows={4} />
          ) : type === 'choice' ? (
            <Select showSearch={{ optionFilterProp: 'label' }} options={[...options]} />
          ) : type === 'number' ? (
            <InputNumber min={1} precision={0} />
          ) : (
            <Input type={type === 'date' ? 'date' : 'text'} />
          )}
        </Form.Item>
      ))}
      <Button type="primary" htmlType="submit" loading={busy}>
        {action}
      </Button>
      {error ? <Trouble error={error} /> : null}
    </Form>
  );
}
