import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { server } from '../api/server.client.ts';
import type { LoadRecord, Withdrawal } from '../api/types.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';

interface Props {
  load: LoadRecord;
  close: (done?: Withdrawal) => void;
}

/** Asks why a load is to be taken back, and takes it back. */
export function WithdrawForm({ load, close }: Props) {
  const { t } = useWords();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  const withdraw = async (): Promise<void> => {
    try {
      const done = await server.withdraw(load.id, reason);
      await client.invalidateQueries();
      close(done);
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <Modal
      open
      title={t('history.withdrawTitle', { id: load.id, file: load.file })}
      okText={t('history.confirm')}
      cancelText={t('history.cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      onOk={withdraw}
      onCancel={() => close()}
    >
      <p>{t('history.withdrawLead')}</p>
      <Input.TextArea
        aria-label={t('history.reason')}
        placeholder={t('history.reasonNeeded')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        rows={2}
      />
      {error ? <Trouble error={error} /> : null}
    </Modal>
  );
}
