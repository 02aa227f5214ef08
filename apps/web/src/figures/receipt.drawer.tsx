import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { GuidanceReceipt } from '../api/guidance.client.ts';
import { Refusal } from '../api/http.client.ts';
import { server } from '../api/server.client.ts';
import type { Receipt, Verification } from '../api/types.ts';
import { periodName } from '../words/month.ts';
import { useWords } from '../words/words.ts';
import { ReceiptResult } from './receipt-result.tsx';

/** A button beside a figure that opens how it came about. */
export function ReceiptButton({
  receipt,
  name,
  text,
}: {
  receipt: Receipt | undefined;
  name: string;
  text?: string;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="receipt-button"
        disabled={!receipt}
        aria-label={t('headline.receiptOf', { name })}
        onClick={() => setOpen(true)}
      >
        {text ?? t('receipt.open')}
      </button>
      {receipt ? (
        <Drawer
          title={t('receipt.title')}
          open={open}
          onClose={() => setOpen(false)}
          size={620}
          destroyOnHidden
          styles={{ wrapper: { maxWidth: '100vw' } }}
        >
          <ReceiptSheet receipt={receipt} name={name} />
        </Drawer>
      ) : null}
    </>
  );
}

function ReceiptSheet({ receipt, name }: { receipt: Receipt; name: string }) {
  const { t, language } = useWords();
  const { result, formula, program } = receipt;
  return (
    <div className="receipt">
      <p className="receipt-name">
        <b>{name}</b> {t(`flow.${result.flow}`)} · {periodName(result.period, language)}
      </p>
      <p className="caution">{t('receipt.caution')}</p>
      <dl>
        <dt>{t('receipt.formula')}</dt>
        <dd>{t(`formula.${result.figure}`, { defaultValue: formula.text })}</dd>
        <dt>{t('receipt.formulaSource')}</dt>
        <dd>{t(`formulaSource.${result.figure}`, { defaultValue: formula.source })}</dd>
        <dt>{t('receipt.program')}</dt>
        <dd>
          {program.name} {program.version}
        </dd>
        <dt>{t('receipt.suppression')}</dt>
        <dd>{t(`receipt.suppression-${receipt.suppression}`, { defaultValue: receipt.suppression })}</dd>
        <dt>{t('receipt.own')}</dt>
        <dd className="code">{receipt.sha256}</dd>
      </dl>
      <ReceiptActions receipt={receipt} />
      <h3>{t('receipt.loads')}</h3>
      <ul className="loads">
        {receipt.loads.map((load) => (
          <li key={load.id}>
            <b>{load.file}</b>
            <span className="quiet">{load.at.slice(0, 16).replace('T', ' ')}</span>
            <code title={t('receipt.checksum')}>{load.sha256}</code>
          </li>
        ))}
      </ul>
      <h3>{t('receipt.questions')}</h3>
      {receipt.questions.map((question) => (
        <section key={question.name}>
          <h4>{t(`receipt.question.${question.name}`, { defaultValue: question.name })}</h4>
          <p className="quiet">{t('receipt.query')}</p>
          <pre>{told(question.query)}</pre>
          <details>
            <summary>{t('receipt.sql')}</summary>
            <pre>{question.sql}</pre>
          </details>
        </section>
      ))}
      <h3>{t('receipt.result')}</h3>
      <ReceiptResult result={result} />
      <Notes codes={result.notes} />
    </div>
  );
}

/** A query as JSON, its lists in one line each. */
const told = (query: unknown): string =>
  JSON.stringify(query, null, 1).replace(/\[[^[\]]*\]/g, (items) => items.replace(/\s+/g, ' '));

/** Takes a receipt along, or has it walked again. */
export function ReceiptActions({ receipt }: { receipt: Receipt | GuidanceReceipt }) {
  const { t } = useWords();
  const [said, setSaid] = useState<Verification | string>();
  const verify = () => {
    server.verify(receipt).then(setSaid, (error: unknown) => {
      setSaid(error instanceof Refusal ? error.message : t('state.offline'));
    });
  };
  return (
    <>
      <p className="actions">
        <Button onClick={() => saveReceipt(receipt)}>{t('receipt.download')}</Button>
        <Button onClick={verify}>{t('receipt.verify')}</Button>
      </p>
      {said === undefined ? null : (
        <p role="status" className={typeof said !== 'string' && said.same ? 'good' : 'bad'}>
          {typeof said === 'string'
            ? said
            : said.same
              ? t('receipt.same')
              : `${t('receipt.different')} ${said.differences.join('; ')}`}
        </p>
      )}
    </>
  );
}

function saveReceipt(receipt: Receipt | GuidanceReceipt): void {
  const address = URL.createObjectURL(
    new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = 'receipt.json';
  link.click();
  URL.revokeObjectURL(address);
}

/** The sentences that must stand beside a figure. */
export function Notes({ codes }: { codes: readonly string[] }) {
  const { t } = useWords();
  if (codes.length === 0) return null;
  return (
    <ul className="notes">
      {codes.map((code) => (
        <li key={code}>{t(`note.${code}`, { defaultValue: code })}</li>
      ))}
    </ul>
  );
}
