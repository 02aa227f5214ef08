import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { asks } from '../../api/asks.ts';
import type { KnownPlace } from '../../api/types.ts';
import { useWords } from '../../words/words.ts';

interface Props {
  label: string;
  value: string;
  /** Only places of this territory (GB/T 2260), or of the east. */
  within: string;
  onChange: (code: string, name: string) => void;
}

/** A place by its name or code. */
export function PlaceSelect({ label, value, within, onChange }: Props) {
  const { t, of } = useWords();
  const { data, isLoading } = useQuery(asks.places());
  const eastern = new Set(
    data?.places.filter(({ region }) => region === 'east').map(({ code }) => code.slice(0, 2)),
  );
  const start = within.replace(/(0000|00)$/, '');
  const fits = ({ code, level }: KnownPlace) =>
    ['province', 'prefecture', 'county'].includes(level) &&
    (within === 'east' ? eastern.has(code.slice(0, 2)) : code.startsWith(start));
  return (
    <Select
      aria-label={label}
      placeholder={t('application.choosePlace')}
      loading={isLoading}
      value={value || null}
      options={(data?.places ?? [])
        .filter(fits)
        .map(({ code, name }) => ({ value: code, label: `${of(name)} ${code}`, name: of(name) }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(code: string, option) => {
        const chosen = Array.isArray(option) ? option[0] : option;
        onChange(code, chosen?.name ?? code);
      }}
    />
  );
}
