import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { useWords } from '../words/words.ts';

/** The link of an invitation, shown once: nothing here keeps it. */
export function SecretLink({ token, close }: { token: string | undefined; close: () => void }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const link = `${location.origin}${paths.invitation}#${token}`;
  const done = () => {
    setCopied(false);
    close();
  };
  return (
    <Modal open={token !== undefined} title={t('accounts.theLink')} footer={null} onCancel={done}>
      <p>{t('accounts.theLinkLead')}</p>
      <Input.TextArea value={link} readOnly autoSize aria-label={t('accounts.theLink')} />
      <p>
        <Button
          type="primary"
          onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
        >
          {t('accounts.copy')}
        </Button>{' '}
        {copied ? <span role="status">{t('accounts.copied')}</span> : null}
      </p>
    </Modal>
  );
}
