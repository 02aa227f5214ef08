import { Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import type { GuidanceReceipt } from '../../api/guidance.client.ts';
import { periodName } from '../../words/month.ts';
import { useWords } from '../../words/words.ts';
import { ReceiptActions } from '../receipt.drawer.tsx';

/** A button beside guidance that opens how it came about. */
export function GuidanceReceiptButton({
  receipt,
  name,
}: {
  receipt: GuidanceReceipt | undefined;
  name: string;
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
        {t('receipt.open')}
      </button>
      {receipt ? (
        <GuidanceReceiptDrawer open={open} close={() => setOpen(false)}>
          <GuidanceReceiptSheet receipt={receipt} name={name} />
        </GuidanceReceiptDrawer>
      ) : null}
    </>
  );
}

/** The drawer in which receipts of guidance are read. */
export function GuidanceReceiptDrawer({
  open,
  close,
  children,
}: {
  open: boolean;
  close: () => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <Drawer
      title={t('receipt.title')}
      open={open}
      onClose={close}
      size={620}
      destroyOnHidden
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {children}
    </Drawer>
  );
}

/** A receipt of guidance, to be read. */
export function GuidanceReceiptSheet({ receipt, name }: { receipt: GuidanceReceipt; name: string }) {
  const { t, language } = useWords();
  const { method, figures, records, day, pack, program } = receipt;
  return (
    <div className="receipt">
      <p className="receipt-name">
        <b>{name}</b> {day}
      </p>
      <dl>
        <dt>{t('receipt.formula')}</dt>
        <dd>{t(`guidance.method.${receipt.name}`, { defaultValue: method.text })}</dd>
        <dt>{t('receipt.formulaSource')}</dt>
        <dd>{method.source}</dd>
        <dt>{t('guidance.receipt.asked')}</dt>
        <dd>
          <code>{JSON.stringify(receipt.request)}</code>
        </dd>
        <dt>{t('guidance.receipt.pack')}</dt>
        <dd>
          {pack.id} {pack.edition}
        </dd>
        <dt>{t('receipt.program')}</dt>
        <dd>
          {program.name} {program.version}
        </dd>
        <dt>{t('receipt.own')}</dt>
        <dd className="code">{receipt.sha256}</dd>
      </dl>
      <ReceiptActions receipt={receipt} />
      <h3>{t('guidance.receipt.figures', { count: figures.length })}</h3>
      <ul className="loads">
        {figures.map(({ request, sha256, synthetic }) => (
          <li key={sha256}>
            <b>{t(`figure.${request.figure}`, { defaultValue: request.figure })}</b>
            <span className="quiet">
              {t(`flow.${request.flow}`)} {periodName(request.period, language)}
              {synthetic ? ` ${t('guidance.synthetic')}` : ''}
            </span>
            <code title={t('receipt.checksum')}>{sha256}</code>
          </li>
        ))}
      </ul>
      <h3>{t('guidance.receipt.records', { count: records.length })}</h3>
      <p className="quiet">
        {records
          .map(({ id, version }) => t('guidance.receipt.record', { id, version }))
          .join(t('list.comma'))}
      </p>
    </div>
  );
}
