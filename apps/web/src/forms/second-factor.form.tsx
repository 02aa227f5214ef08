import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { account } from '../api/account.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';
import { useAttempt } from './attempt.ts';

/** Sets up the second factor: a picture for the telephone, its first code, and ten codes for when it is lost. */
export function SecondFactorForm({
  label,
  justSignedIn = false,
  done,
}: {
  label: string;
  /** The password has been given a moment ago. */
  justSignedIn?: boolean;
  done: () => void;
}) {
  const { t } = useWords();
  const client = useQueryClient();
  const [begun, setBegun] = useState<{ secret: string; address: string }>();
  const [codes, setCodes] = useState<readonly string[]>();
  const { busy, error, attempt } = useAttempt();

  if (codes) {
    const keep = async () => {
      setCodes(undefined);
      setBegun(undefined);
      await client.invalidateQueries({ queryKey: ['account'] });
      done();
    };
    return (
      <section className="recovery" aria-labelledby="recovery-title">
        <h3 id="recovery-title">{t('account.recovery')}</h3>
        <p>{t('account.recoveryLead')}</p>
        <ol>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <Button type="primary" onClick={() => void keep()}>
          {t('account.recoveryKept')}
        </Button>
      </section>
    );
  }
  if (!begun) {
    return (
      <>
        <Button
          loading={busy}
          onClick={() => void attempt(async () => setBegun(await account.beginSecondFactor()))}
        >
          {label}
        </Button>
        {error ? <Trouble error={error} /> : null}
      </>
    );
  }
  return (
    <div className="factor">
      <p>{t('account.factorScan')}</p>
      <QRCodeSVG value={begun.address} size={168} marginSize={2} title={t('account.factorPicture')} />
      <p className="quiet">
        {t('account.factorSecret')}
        <code>{begun.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
      <Form
        layout="vertical"
        disabled={busy}
        onFinish={(given: { password?: string; code: string }) =>
          void attempt(async () =>
            setCodes((await account.confirmSecondFactor({ ...given, secret: begun.secret })).recoveryCodes),
          )
        }
      >
        {justSignedIn ? null : (
          <Form.Item name="password" label={t('account.current')} rules={[{ required: true, message: '' }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
        )}
        <Form.Item name="code" label={t('account.code')} rules={[{ required: true, message: '' }]}>
          <Input autoComplete="one-time-code" inputMode="numeric" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('account.confirm')}
        </Button>
      </Form>
      {error ? <Trouble error={error} /> : null}
    </div>
  );
}
