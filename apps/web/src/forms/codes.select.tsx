import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { asks } from '../api/asks.ts';
import type { CodeRecords } from '../api/types.ts';
import { list as codesOf } from '../url-state.ts';
import { useWords } from '../words/words.ts';

interface Props {
  label: string;
  list: 'commodities' | 'partners' | 'trade-modes';
  /** Codes, separated by commas. */
  value: string | undefined;
  /** Why nothing can be chosen here. */
  unavailable: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Codes of a list by code or name; goods by chapter or heading. */
export function CodesSelect({ label, list, value, unavailable, onChange }: Props) {
  const { t, of } = useWords();
  const goods = list === 'commodities';
  const enabled = unavailable === undefined;
  const records = useQuery({ ...asks.codes(list, goods ? 'chapter' : undefined), enabled });
  const headings = useQuery({ ...asks.codes(list, 'heading'), enabled: enabled && goods });
  const options = [...(records.data?.records ?? []), ...(headings.data?.records ?? [])]
    .map((record) => option(record, of))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
  return (
    <Select
      aria-label={label}
      mode="multiple"
      allowClear
      disabled={!enabled}
      loading={records.isLoading}
      placeholder={unavailable ?? t('explore.anyCode')}
      maxTagCount="responsive"
      maxTagTextLength={14}
      value={codesOf(value)}
      onChange={(chosen: string[]) => onChange(chosen.join(',') || undefined)}
      showSearch={{
        filterOption: (typed, candidate) => candidate !== undefined && matches(typed.trim(), candidate),
      }}
      options={options}
      popupMatchSelectWidth={420}
    />
  );
}

interface Option {
  value: string;
  label: string;
  search: string;
}

/** Digits are the beginning of a code, anything else a part of a name. */
const matches = (typed: string, { value, search }: Option): boolean =>
  /^\d+$/.test(typed) ? value.startsWith(typed) : search.includes(typed.toLowerCase());

function option(
  { code, name }: CodeRecords['records'][number],
  of: (names: { zh: string; en: string }) => string,
): Option {
  const names = typeof name === 'string' ? { zh: name, en: name } : { zh: name.zh ?? name.en, en: name.en };
  return {
    value: code,
    label: `${code} ${of(names)}`,
    search: `${names.zh} ${names.en}`.toLowerCase(),
  };
}
