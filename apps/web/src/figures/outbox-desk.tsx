import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { workAsks } from '../api/work.asks.ts';
import { work } from '../api/work.client.ts';
import { WebhookForm } from '../forms/webhook.form.tsx';
import { useWords } from '../words/words.ts';
import { Trouble } from './state.tsx';

/** For the system administrator: what could not be sent, and which systems are told. */
export function OutboxDesk() {
  return (
    <>
      <PutAside />
      <Systems />
    </>
  );
}

function PutAside() {
  const { t } = useWords();
  const client = useQueryClient();
  const { data, error } = useQuery(workAsks.outbox());
  const again = useMutation({
    mutationFn: work.tryAgain,
    onSuccess: () => client.invalidateQueries({ queryKey: ['outbox'] }),
  });
  if (error) return <Trouble error={error} />;
  if (!data) return null;
  return (
    <section aria-label={t('outbox.title')} className="wide">
      <h2>{t('outbox.title')}</h2>
      <p className="quiet">{t(data.mail ? 'outbox.mail' : 'outbox.noMail')}</p>
      {data.putAside.length === 0 ? (
        <p>{t('outbox.none')}</p>
      ) : (
        <table className="plain" aria-label={t('outbox.title')}>
          <thead>
            <tr>
              {(['target', 'fault', 'tries', 'madeAt', 'again'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`outbox.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.putAside.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.target}</th>
                <td>{one.fault}</td>
                <td className="num">{one.tries}</td>
                <td>{one.madeAt.slice(0, 10)}</td>
                <td>
                  <Button size="small" disabled={again.isPending} onClick={() => again.mutate(one.id)}>
                    {t('outbox.again')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Systems() {
  const { t } = useWords();
  const client = useQueryClient();
  const { data, error } = useQuery(workAsks.webhooks());
  const removing = useMutation({
    mutationFn: work.removeWebhook,
    onSuccess: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  if (error) return <Trouble error={error} />;
  if (!data) return null;
  return (
    <section aria-label={t('webhook.title')} className="wide">
      <h2>{t('webhook.title')}</h2>
      <p className="quiet">{t('webhook.lead')}</p>
      {data.webhooks.length > 0 ? (
        <table className="plain" aria-label={t('webhook.title')}>
          <tbody>
            {data.webhooks.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.organisation}</th>
                <td>{one.url}</td>
                <td>
                  <Button size="small" disabled={removing.isPending} onClick={() => removing.mutate(one.id)}>
                    {t('webhook.remove')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <WebhookForm />
    </section>
  );
}
