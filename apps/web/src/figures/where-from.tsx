import { type Prefilled, receiptAddress } from '../api/assessment.asks.ts';
import { useWords } from '../words/words.ts';

/** Where a value comes from: in words, with its receipts and the records that were counted. */
export function WhereFrom({ round, found }: { round: string; found: Prefilled }) {
  const { t, of } = useWords();
  const { receipts = [], records = [] } = found;
  return (
    <span className="where-from">
      {of(found.note)}
      {receipts.map((sha256, i) => (
        <a key={sha256} href={receiptAddress(round, sha256)} target="_blank" rel="noreferrer" title={sha256}>
          {t('assess.receipt', { n: i + 1 })}
        </a>
      ))}
      {records.length > 0 ? (
        <details>
          <summary>
            {t('assess.records')} {records.length}
          </summary>
          <code>{records.join(' ')}</code>
        </details>
      ) : null}
    </span>
  );
}
