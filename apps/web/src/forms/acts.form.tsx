import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { type Possibility, programme, type RecordSeen } from '../api/programme.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';

/** What a person gives with an act. */
export interface Asked {
  readonly name: string;
  readonly label: string;
  readonly type?: 'line' | 'text' | 'date' | 'number' | 'choice';
  readonly optional?: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

interface Props {
  plural: string;
  record: RecordSeen;
  /** Fields of acts that ask for something, by act. */
  asked?: Readonly<Record<string, readonly Asked[]>>;
  /** Acts that have a place of their own on the page. */
  without?: readonly string[];
  /** What is given with an act without being asked for. */
  given?: Readonly<Record<string, object>>;
}

/** Acts that take back, refuse or end: never the button that a page leads to. */
const leadingAway = [
  ...['cancel', 'withdraw', 'recuse', 'reject', 'return', 'retire', 'fail', 'lift', 'abandon'],
  ...['decline', 'repeal', 'rework', 'archive'],
];

/** What one may do with a record now, as buttons; what stands against the others is said beside them. */
export function Acts({ plural, record, asked = {}, without = [], given = {} }: Props) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Possibility>();
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>();
  const shown = record.possible.filter(({ act }) => !without.includes(act));
  if (shown.length === 0) return null;

  const perform = async (act: string, told?: object) => {
    setBusy(act);
    setError(undefined);
    try {
      const next = await programme.act(plural, record.id, act, record.version, told);
      setAsking(undefined);
      client.setQueryData(['records', plural, record.id], next);
      // The record is as it now is; a button that waited for everything else would take no press meanwhile.
      void client.invalidateQueries({ queryKey: ['records'] });
    } catch (cause) {
      setError(cause);
    }
    setBusy(undefined);
  };

  const first = shown.find(({ act }) => !leadingAway.includes(act));
  const hindered = shown.filter(({ allowed }) => !allowed);
  return (
    <section className="acts" aria-label={t('record.acts')}>
      <div className="acts-row">
        {shown.map((one) => (
          <Button
            key={one.act}
            type={one === first && one.allowed ? 'primary' : 'default'}
            disabled={!one.allowed}
            loading={busy === one.act}
            onClick={() => (asked[one.act] ? setAsking(one) : void perform(one.act, given[one.act]))}
          >
            {of(one.name)}
          </Button>
        ))}
      </div>
      {hindered.length > 0 ? (
        <ul className="hindrances">
          {hindered.map((one) => (
            <li key={one.act}>
              {t('record.hindered', { act: of(one.name) })}
              {one.reasons.map((reason) => of(reason)).join('；')}
            </li>
          ))}
        </ul>
      ) : null}
      {error && !asking ? <Trouble error={error} /> : null}
      <Modal
        open={asking !== undefined}
        title={asking ? of(asking.name) : ''}
        footer={null}
        destroyOnHidden
        onCancel={() => setAsking(undefined)}
      >
        {asking ? (
          <Form
            layout="vertical"
            onFinish={(told: object) => void perform(asking.act, { ...given[asking.act], ...told })}
            disabled={busy !== undefined}
          >
            {(asked[asking.act] ?? []).map((field) => (
              <Form.Item
                key={field.name}
                name={field.name}
                label={field.label}
                rules={[{ required: !field.optional, message: t('record.required') }]}
              >
                <Control field={field} />
              </Form.Item>
            ))}
            <Button type="primary" htmlType="submit" loading={busy !== undefined}>
              {of(asking.name)}
            </Button>
            {error ? <Trouble error={error} /> : null}
          </Form>
        ) : null}
      </Modal>
    </section>
  );
}

/** The control takes value and change from the form item around it. */
function Control({ field, ...bound }: { field: Asked }) {
  switch (field.type) {
    case 'number':
      return <InputNumber {...bound} style={{ width: '100%' }} />;
    case 'date':
      return <Input {...bound} type="date" />;
    case 'line':
      return <Input {...bound} />;
    case 'choice':
      return (
        <Select {...bound} showSearch={{ optionFilterProp: 'label' }} options={[...(field.options ?? [])]} />
      );
    default:
      return <Input.TextArea {...bound} rows={4} />;
  }
}
