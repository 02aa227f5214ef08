import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { type Possibility, programme, type RecordSeen } from '../../api/programme.client.ts';
import type { ApplicationContent, Remark } from '../../api/recognition.client.ts';
import { Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';
import { useAttempt } from '../attempt.ts';
import { RowsField } from './rows.field.tsx';

/** Acts that say what to mend, field by field. */
export const remarking = ['return', 'askToComplete'];

const fields = [
  'parkName',
  'place',
  'applicant',
  'zones',
  'industries',
  'processingTrade',
  'partner',
  'documents',
  'contacts',
  'texts',
] as const;

/** Returns an application with what to mend in which field. */
export function RemarksForm({ record }: { record: RecordSeen<ApplicationContent> }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Possibility>();
  const [remarks, setRemarks] = useState<Remark[]>([{ field: 'zones', reason: '' }]);
  const { busy, error, attempt } = useAttempt();
  const open = record.possible.filter(({ act, allowed }) => remarking.includes(act) && allowed);
  if (open.length === 0) return null;
  const send = (act: string) =>
    attempt(async () => {
      const next = await programme.act('applications', record.id, act, record.version, { reasons: remarks });
      client.setQueryData(['records', 'applications', record.id], next);
      await client.invalidateQueries({ queryKey: ['records'] });
      setAsking(undefined);
    });
  const ready = remarks.length > 0 && remarks.every(({ reason }) => reason.trim() !== '');
  return (
    <div className="acts-row">
      {open.map((one) => (
        <Button key={one.act} onClick={() => setAsking(one)}>
          {of(one.name)}
        </Button>
      ))}
      <Modal
        open={asking !== undefined}
        title={asking ? of(asking.name) : ''}
        footer={null}
        width={640}
        destroyOnHidden
        onCancel={() => setAsking(undefined)}
      >
        <p className="quiet">{t('application.remarksLead')}</p>
        <RowsField
          label={t('application.remark')}
          rows={remarks}
          fresh={() => ({ field: 'documents', reason: '' })}
          most={40}
          onChange={setRemarks}
        >
          {(remark, put, number) => (
            <>
              <Select
                aria-label={`${t('application.remarkField')} ${number}`}
                value={remark.field}
                options={fields.map((value) => ({ value, label: t(`application.field.${value}`) }))}
                onChange={(field) => put({ field })}
              />
              <Input
                aria-label={`${t('application.remark')} ${number}`}
                value={remark.reason}
                maxLength={1000}
                onChange={({ target }) => put({ reason: target.value })}
              />
            </>
          )}
        </RowsField>
        <p>
          <Button
            type="primary"
            disabled={!ready}
            loading={busy}
            onClick={() => (asking ? void send(asking.act) : undefined)}
          >
            {asking ? of(asking.name) : ''}
          </Button>
        </p>
        {error ? <Trouble error={error} /> : null}
      </Modal>
    </div>
  );
}
