import type { ReactNode } from 'react';
import type { Face } from '../api/programme.client.ts';
import { useWords } from '../words/words.ts';

/** Title and state of a record, until when something is due, and whether it is sample activity. */
export function RecordHead({ record, children }: { record: Face; children?: ReactNode }) {
  const { t, of } = useWords();
  return (
    <header className="record-head">
      <h1>{of(record.title)}</h1>
      <p className="quiet">
        <StateTag record={record} /> <RecordNumber id={record.id} />
        {record.due ? ` · ${t('record.due', { date: record.due })}` : ''}
        {record.sample ? <SampleMark /> : null}
      </p>
      {children}
    </header>
  );
}

/** The running number of a record; its whole id, by which the audit trail names it, on pointing at it. */
export function RecordNumber({ id }: { id: string }) {
  const { t } = useWords();
  return <span title={id}>{t('record.number', { number: id.replace(/^.*-/, '') })}</span>;
}

export function StateTag({ record }: { record: Pick<Face, 'state' | 'stateName'> }) {
  const { of } = useWords();
  return (
    <span className="state-tag" data-state={record.state}>
      {of(record.stateName)}
    </span>
  );
}

/** Made-up activity of the demonstration is never shown without this. */
export function SampleMark() {
  const { t } = useWords();
  return <span className="sample-mark">{t('record.sample')}</span>;
}
