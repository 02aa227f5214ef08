import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ParkFact, ParkField } from '../api/parks.client.ts';
import { FactValue } from '../figures/fact-value.tsx';
import { SampleMark } from '../figures/record-head.tsx';
import { useWords } from '../words/words.ts';
import { type Draft, drafted, isFilled } from './park-fact.ts';

export interface ParkFormProps {
  facts: readonly ParkFact[];
  fields: readonly ParkField[];
  busy: string | undefined;
  perform: (act: string, given?: object) => Promise<boolean>;
}

/** Every field with what stands and a line for something new; what is filled in is stated together. */
export function ParkFactsForm({ facts, fields, busy, perform }: ParkFormProps) {
  const { t } = useWords();
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [source, setSource] = useState('');
  const [date, setDate] = useState('');
  const filled = fields.filter(({ id }) => isFilled(drafts[id]));
  const state = () =>
    perform('state', { facts: filled.map((field) => drafted(field, drafts[field.id] ?? {}, source, date)) });
  return (
    <section aria-label={t('parkEdit.facts')}>
      <h2>{t('parkEdit.facts')}</h2>
      <p className="quiet">{t('parkEdit.factsLead')}</p>
      <div className="wide">
        <table className="plain stating">
          <thead>
            <tr>
              <th scope="col">{t('park.field')}</th>
              <th scope="col">{t('parkEdit.stands')}</th>
              <th scope="col">{t('parkEdit.new')}</th>
            </tr>
          </thead>
          <tbody>
            {fields
              .filter(({ value }) => value !== 'zones')
              .map((field) => (
                <FieldLine
                  key={field.id}
                  field={field}
                  facts={facts.filter((fact) => fact.field === field.id)}
                  draft={drafts[field.id] ?? {}}
                  change={(draft) => setDrafts({ ...drafts, [field.id]: draft })}
                  withdraw={(fact, why) => void perform('withdraw', { fact, why })}
                />
              ))}
          </tbody>
        </table>
      </div>
      <form
        className="stating-end"
        onSubmit={(event) => {
          event.preventDefault();
          void state();
        }}
      >
        <label htmlFor="fact-source">{t('parkEdit.source')}</label>
        <Input
          id="fact-source"
          required
          maxLength={300}
          value={source}
          onChange={({ target }) => setSource(target.value)}
          placeholder={t('parkEdit.sourceHint')}
        />
        <label htmlFor="fact-date">{t('parkEdit.date')}</label>
        <Input
          id="fact-date"
          value={date}
          maxLength={16}
          onChange={({ target }) => setDate(target.value)}
          placeholder={t('parkEdit.dateHint')}
        />
        <Button htmlType="submit" loading={busy === 'state'} disabled={filled.length === 0}>
          {t('parkEdit.state', { count: filled.length })}
        </Button>
      </form>
    </section>
  );
}

interface LineProps {
  field: ParkField;
  facts: readonly ParkFact[];
  draft: Draft;
  change: (draft: Draft) => void;
  withdraw: (fact: string, why: string) => void;
}

function FieldLine({ field, facts, draft, change, withdraw }: LineProps) {
  const { of } = useWords();
  return (
    <tr>
      <th scope="row">{of(field.name)}</th>
      <td>
        <ul>
          {facts.map((fact) => (
            <li key={fact.id}>
              <FactValue value={fact.value} field={field} />
              {fact.sample ? <SampleMark /> : null}
              <Withdraw fact={fact} withdraw={withdraw} />
            </li>
          ))}
        </ul>
      </td>
      <td>
        <NewValue field={field} draft={draft} change={change} />
      </td>
    </tr>
  );
}

function Withdraw({ fact, withdraw }: { fact: ParkFact; withdraw: LineProps['withdraw'] }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState('');
  if (!asking) {
    return (
      <button type="button" className="linkish" onClick={() => setAsking(true)}>
        {t('parkEdit.withdraw')}
      </button>
    );
  }
  return (
    <form
      className="withdrawing"
      onSubmit={(event) => {
        event.preventDefault();
        withdraw(fact.id, why);
      }}
    >
      <Input
        size="small"
        autoFocus
        required
        value={why}
        aria-label={t('parkEdit.why')}
        placeholder={t('parkEdit.why')}
        onChange={({ target }) => setWhy(target.value)}
      />
      <Button size="small" htmlType="submit">
        {t('parkEdit.withdraw')}
      </Button>
    </form>
  );
}

const parts: Record<ParkField['value'], readonly string[]> = {
  amount: ['amount'],
  text: ['zh', 'en'],
  distance: ['zh', 'km'],
  contact: ['name', 'duty', 'phone', 'email'],
  zones: [],
};

function NewValue({ field, draft, change }: Pick<LineProps, 'field' | 'draft' | 'change'>) {
  const { t, of } = useWords();
  return (
    <span className="new-value">
      {parts[field.value].map((part) => {
        const label = part === 'amount' && field.unit ? of(field.unit) : t(`parkEdit.part.${part}`);
        return (
          <Input
            key={part}
            size="small"
            value={draft[part] ?? ''}
            inputMode={part === 'amount' || part === 'km' ? 'decimal' : 'text'}
            aria-label={`${of(field.name)} ${label}`}
            placeholder={label}
            onChange={({ target }) => change({ ...draft, [part]: target.value })}
          />
        );
      })}
    </span>
  );
}
