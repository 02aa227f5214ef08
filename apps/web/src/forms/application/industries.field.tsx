import { useQuery } from '@tanstack/react-query';
import { Input, InputNumber, Select } from 'antd';
import { asks } from '../../api/asks.ts';
import type { ApplicationForm } from '../../api/recognition.client.ts';
import { useWords } from '../../words/words.ts';
import { RowsField } from './rows.field.tsx';

type Industries = ApplicationForm['industries'];

/** Leading industries with the codes by which classifications and statistics know them. */
export function IndustriesField({
  industries,
  onChange,
}: {
  industries: Industries;
  onChange: (industries: Industries) => void;
}) {
  const { t, of } = useWords();
  const chapters = useQuery(asks.codes('commodities', 'chapter'));
  const options = chapters.data?.records.map(({ code, name }) => ({
    value: code,
    label: `${code} ${typeof name === 'string' ? name : of({ zh: name.zh ?? name.en, en: name.en })}`,
  }));
  return (
    <RowsField
      label={t('application.industry')}
      rows={industries}
      fresh={() => ({ name: '', divisions: [], chapters: [] })}
      most={10}
      onChange={onChange}
    >
      {(industry, put, number) => (
        <>
          <Input
            aria-label={`${t('application.industryName')} ${number}`}
            placeholder={t('application.industryName')}
            value={industry.name}
            onChange={({ target }) => put({ name: target.value })}
          />
          <Select
            mode="tags"
            aria-label={`${t('application.divisions')} ${number}`}
            placeholder={t('application.divisions')}
            value={industry.divisions}
            onChange={(codes: string[]) => put({ divisions: codes.filter((code) => /^\d{2,4}$/.test(code)) })}
            open={false}
            suffixIcon={null}
          />
          <Select
            mode="multiple"
            aria-label={`${t('application.chapters')} ${number}`}
            placeholder={t('application.chapters')}
            value={industry.chapters}
            options={options ?? []}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(codes: string[]) => put({ chapters: codes })}
          />
          <InputNumber
            aria-label={`${t('application.share')} ${number}`}
            placeholder={t('application.share')}
            suffix="%"
            min={0}
            max={100}
            value={
              industry.declaredShare === undefined ? null : Math.round(industry.declaredShare * 1000) / 10
            }
            onChange={(value) => put({ declaredShare: value === null ? undefined : value / 100 })}
          />
        </>
      )}
    </RowsField>
  );
}
