import { InputNumber } from 'antd';
import type { ApplicationForm } from '../../api/recognition.client.ts';
import { useWords } from '../../words/words.ts';
import { RowsField } from './rows.field.tsx';

type Years = ApplicationForm['processingTrade'];

/** Processing trade of the park per year, as declared. */
export function TradeField({ years, onChange }: { years: Years; onChange: (years: Years) => void }) {
  const { t } = useWords();
  const lastYear = new Date().getFullYear() - 1;
  return (
    <>
      <p className="quiet">{t('application.tradeUnit')}</p>
      <RowsField
        label={t('application.year')}
        rows={years}
        fresh={() => ({ year: (years.at(-1)?.year ?? lastYear - 2) + 1, exports: 0, imports: 0 })}
        most={12}
        onChange={onChange}
      >
        {(row, put, number) =>
          (['year', 'exports', 'imports'] as const).map((field) => (
            <InputNumber
              key={field}
              aria-label={`${t(`application.${field}`)} ${number}`}
              addonBefore={t(`application.${field}`)}
              value={row[field]}
              min={field === 'year' ? 1990 : 0}
              max={field === 'year' ? 2100 : 1e9}
              {...(field === 'year' && { precision: 0 })}
              onChange={(value) => {
                if (value !== null) put({ [field]: value });
              }}
            />
          ))
        }
      </RowsField>
    </>
  );
}
