import { Button, Select } from 'antd';
import { useState } from 'react';
import type { ComparedPlace } from '../../api/company.client.ts';
import { useWords } from '../../words/words.ts';

/** The offer sheet of one park, as PDF and as a workbook, in the reader's language. */
export function OfferSheets({ record, places }: { record: string; places: readonly ComparedPlace[] }) {
  const { t, of, language } = useWords();
  const [park, setPark] = useState(places[0]?.park);
  const file = (format: 'pdf' | 'xlsx') =>
    `/api/company-plans/${encodeURIComponent(record)}/offer/${park}.${format}?language=${language === 'en' ? 'en' : 'zh'}`;
  return (
    <section aria-labelledby="offer-title" className="unprinted">
      <h2 id="offer-title">{t('move.offer')}</h2>
      <p className="quiet">{t('move.offerLead')}</p>
      <div className="picks">
        <span className="labelled">
          <span>{t('move.park')}</span>
          <Select
            aria-label={t('move.offerPark')}
            value={park}
            options={places.map(({ park: value, names }) => ({ value, label: of(names) }))}
            onChange={setPark}
          />
        </span>
        <Button href={file('pdf')}>{t('move.offerPdf')}</Button>
        <Button href={file('xlsx')}>{t('move.offerXlsx')}</Button>
      </div>
    </section>
  );
}
