import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../words/words.ts';

/** Several of a kind, one under the other: added, changed, taken away. */
export function RowsField<R extends object>({
  label,
  rows,
  fresh,
  most,
  onChange,
  children,
}: {
  label: string;
  rows: readonly R[];
  fresh: () => R;
  most: number;
  onChange: (rows: R[]) => void;
  children: (row: R, put: (part: Partial<R>) => void, number: number) => ReactNode;
}) {
  const { t } = useWords();
  return (
    <fieldset className="rows" aria-label={label}>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity than its order
        <div className="row" key={i}>
          {children(
            row,
            (part) => onChange(rows.map((one, at) => (at === i ? { ...one, ...part } : one))),
            i + 1,
          )}
          <Button
            type="text"
            aria-label={t('application.removeRow', { label, number: i + 1 })}
            onClick={() => onChange(rows.filter((_, at) => at !== i))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button size="small" disabled={rows.length >= most} onClick={() => onChange([...rows, fresh()])}>
        {t('application.addRow', { label })}
      </Button>
    </fieldset>
  );
}
