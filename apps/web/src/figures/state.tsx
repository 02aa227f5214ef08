import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refusal } from '../api/http.client.ts';
import { useWords } from '../words/words.ts';

/** Nothing to show, and what to do about it. */
export function Empty({ title, remedy, children }: { title: string; remedy: string; children?: ReactNode }) {
  return (
    <div className="empty" role="status">
      <h2>{title}</h2>
      <p>{remedy}</p>
      {children}
    </div>
  );
}

/** What went wrong, why, and what to do: a refusal in the reader's words, else the server's. */
export function Trouble({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t, of, language } = useWords();
  const refusal = error instanceof Refusal ? error : undefined;
  const known = refusal ? t(`state.refusal.${refusal.code}`, { defaultValue: '' }) : '';
  const title = t(refusal ? `state.${titleOf(refusal)}` : 'state.offline');
  const reasons = refusal?.reasons ?? [];
  const reason = reasons.map((one) => of(one)).join('；') || known || refusal?.message || '';
  const remedy = refusal
    ? t(`state.refusalRemedy.${refusal.code}`, { defaultValue: '' }) || refusal.remedy
    : t('state.offlineRemedy');
  return (
    <div className="trouble" role="alert" data-code={refusal?.code}>
      <h2>{title}</h2>
      {reason ? <p>{reason}</p> : null}
      {refusal && refusal.fields.length > 0 ? (
        <ul>
          {refusal.fields.map(({ field, message }) => (
            <li key={field}>
              <code>{field}</code> {message}
            </li>
          ))}
        </ul>
      ) : null}
      {remedy ? (
        <p>
          <b>{t('state.remedy')}</b> {remedy}
        </p>
      ) : null}
      {known && refusal?.message && language === 'en' ? (
        <p className="quiet">{t('state.said', { detail: refusal.message })}</p>
      ) : null}
      {retry && (refusal === undefined || refusal.status >= 500) ? (
        <Button size="small" onClick={retry}>
          {t('state.retry')}
        </Button>
      ) : null}
    </div>
  );
}

/** Something that was not fetched, a question without an answer, or an act that was not done. */
function titleOf({ status, reasons, fields }: Refusal): 'failed' | 'refused' | 'notDone' {
  if ([401, 403, 409, 429].includes(status) || reasons.length + fields.length > 0) return 'notDone';
  return status === 422 ? 'refused' : 'failed';
}

export function Skeleton({ height }: { height: number | string }) {
  const { t } = useWords();
  return (
    <div className="skeleton" style={{ height }} role="status" aria-busy="true">
      <span className="unseen">{t('state.loading')}</span>
    </div>
  );
}
