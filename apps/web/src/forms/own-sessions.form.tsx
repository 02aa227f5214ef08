import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { account, type OwnAccount } from '../api/account.client.ts';
import { Trouble } from '../figures/state.tsx';
import { browserName } from '../words/browser-name.ts';
import { momentText } from '../words/moment.ts';
import { useWords } from '../words/words.ts';
import { useAttempt } from './attempt.ts';

/** One's own sessions, which are ended by whoever proves once more to be their owner. */
export function OwnSessions({
  sessions,
  provable,
}: {
  sessions: OwnAccount['sessions'];
  /** There is a password or a second factor to prove it by. */
  provable: boolean;
}) {
  const { t } = useWords();
  const client = useQueryClient();
  /** The session that is to end; nothing in it are all others. */
  const [ending, setEnding] = useState<{ id?: string }>();
  const { busy, error, attempt } = useAttempt();
  const end = (which: { id?: string }, proof = '') =>
    attempt(async () => {
      await account.endSessions(proof, which.id);
      setEnding(undefined);
      await client.invalidateQueries({ queryKey: ['account'] });
    });
  const ask = (which: { id?: string }) => (provable ? setEnding(which) : void end(which));
  return (
    <section aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('account.sessions')}</h2>
      <div className="wide">
        <table className="plain" aria-labelledby="sessions-title">
          <thead>
            <tr>
              {(['since', 'seen', 'client', 'address'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`account.${column}`)}
                </th>
              ))}
              <th />
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, madeAt, seenAt, client: browser, address, current }) => (
              <tr key={id}>
                <td className="moment">{momentText(madeAt)}</td>
                <td className="moment">{momentText(seenAt)}</td>
                <td className="client" title={browser}>
                  {browserName(browser)}
                </td>
                <td>{address}</td>
                <td>
                  {current ? (
                    t('account.thisOne')
                  ) : (
                    <Button size="small" onClick={() => ask({ id })}>
                      {t('account.end')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sessions.length > 1 ? <Button onClick={() => ask({})}>{t('account.endOthers')}</Button> : null}
      {error && !ending ? <Trouble error={error} /> : null}
      <Modal
        open={ending !== undefined}
        title={t(ending?.id ? 'account.endOne' : 'account.endOthers')}
        footer={null}
        destroyOnHidden
        onCancel={() => setEnding(undefined)}
      >
        <Form
          layout="vertical"
          disabled={busy}
          onFinish={({ proof }: { proof: string }) => void end(ending ?? {}, proof)}
        >
          <Form.Item name="proof" label={t('account.proof')} rules={[{ required: true, message: '' }]}>
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('account.end')}
          </Button>
        </Form>
        {error ? <Trouble error={error} /> : null}
      </Modal>
    </section>
  );
}
