import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { guidanceAsk } from '../../../api/guidance.asks.ts';
import type { GuidanceName, GuidanceRequest } from '../../../api/guidance.client.ts';
import { paths } from '../../../paths.ts';
import { recordPage } from '../../../record-path.ts';
import { useWords } from '../../../words/words.ts';
import { Skeleton, Trouble } from '../../state.tsx';
import { GuidanceReceiptDrawer, GuidanceReceiptSheet } from '../guidance-receipt.tsx';
import { type Advice, quantityText } from './quantity-text.ts';

type Reason = Advice['reasons'][number];

/** Where a reason comes from: the receipt of the guidance that its number stands in, the record, or the measure. */
export function Evidence({ reason }: { reason: Reason }) {
  const { t, of } = useWords();
  const { evidence } = reason;
  const label = t('guidanceNext.evidenceOf', { name: of(reason.says) });
  if (evidence.in === 'record')
    return (
      <Link to={recordPage(evidence.record)} params={{ id: evidence.record }} aria-label={label}>
        {t('guidanceNext.record')}
      </Link>
    );
  if (evidence.in === 'measure')
    return (
      <Link to={paths.measure} params={{ id: evidence.measure }} aria-label={label}>
        {t('guidanceNext.measure')}
      </Link>
    );
  return <OfGuidance reason={reason} evidence={evidence} label={label} />;
}

function OfGuidance({
  reason,
  evidence,
  label,
}: {
  reason: Reason;
  evidence: Extract<Reason['evidence'], { in: 'guidance' }>;
  label: string;
}) {
  const words = useWords();
  const { t, of } = words;
  const [open, setOpen] = useState(false);
  const name = evidence.name as GuidanceName;
  const { data, error, refetch } = useQuery({
    ...guidanceAsk(name, evidence.request as GuidanceRequest<GuidanceName>),
    enabled: open,
  });
  return (
    <>
      <button type="button" className="receipt-button" aria-label={label} onClick={() => setOpen(true)}>
        {t('guidanceNext.evidence')}
      </button>
      <GuidanceReceiptDrawer open={open} close={() => setOpen(false)}>
        <dl className="evidence-field">
          <dt>{t('guidanceNext.field', { name })}</dt>
          <dd>
            <code>{evidence.field}</code>
          </dd>
          {reason.quantity ? (
            <>
              <dt>{t('guidanceNext.value')}</dt>
              <dd>
                {quantityText(reason.quantity, words)} <code>{reason.quantity.value}</code>
              </dd>
            </>
          ) : null}
        </dl>
        {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
        {data ? (
          <GuidanceReceiptSheet receipt={data.receipt} name={of(reason.says)} />
        ) : error ? null : (
          <Skeleton height="40vh" />
        )}
      </GuidanceReceiptDrawer>
    </>
  );
}
