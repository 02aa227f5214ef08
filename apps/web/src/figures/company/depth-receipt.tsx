import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useState } from 'react';
import { asks } from '../../api/asks.ts';
import type { ComparedPlace } from '../../api/company.client.ts';
import { useWords } from '../../words/words.ts';
import { ReceiptButton } from '../receipt.drawer.tsx';

type Supply = ComparedPlace['depth'][number];
type Asked = Extract<Supply['receipt'], { loads: unknown }>;

/** How a figure of suppliers came about: the receipt of the indicator, or the question and the loads that answered it. */
export function DepthReceipt({ one, name }: { one: Supply; name: string }) {
  return 'loads' in one.receipt ? (
    <AskedReceipt receipt={one.receipt} name={name} />
  ) : (
    <FigureReceipt one={one} name={name} />
  );
}

function FigureReceipt({ one: { chapter, period }, name }: { one: Supply; name: string }) {
  const { data } = useQuery(
    asks.figure('location-quotient', { period, flow: 'export', level: 'province', commodity: chapter }),
  );
  return <ReceiptButton receipt={data?.receipt} name={name} />;
}

function AskedReceipt({ receipt: { query, loads }, name }: { receipt: Asked; name: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="receipt-button"
        aria-label={t('headline.receiptOf', { name })}
        onClick={() => setOpen(true)}
      >
        {t('receipt.open')}
      </button>
      <Drawer
        title={t('receipt.title')}
        open={open}
        onClose={() => setOpen(false)}
        size={620}
        destroyOnHidden
        styles={{ wrapper: { maxWidth: '100vw' } }}
      >
        <div className="receipt">
          <p className="receipt-name">
            <b>{name}</b>
          </p>
          <h3>{t('receipt.loads')}</h3>
          <ul className="loads">
            {loads.map(({ id, file, sha256 }) => (
              <li key={id}>
                <b>{file}</b>
                <code title={t('receipt.checksum')}>{sha256}</code>
              </li>
            ))}
          </ul>
          <h3>{t('receipt.questions')}</h3>
          <pre>{JSON.stringify(query, null, 1)}</pre>
        </div>
      </Drawer>
    </>
  );
}
