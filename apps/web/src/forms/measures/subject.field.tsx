import { useQuery } from '@tanstack/react-query';
import { Input, InputNumber, Select } from 'antd';
import { asks } from '../../api/asks.ts';
import type { MeasureField } from '../../api/measure.client.ts';
import { useWords } from '../../words/words.ts';

export type SubjectValue = boolean | number | string | readonly string[] | undefined;

interface Props {
  field: MeasureField;
  value: SubjectValue;
  onChange: (value: SubjectValue) => void;
}

/** Money is entered in ten thousands, shares in per cent. */
const entered: Readonly<Record<string, { by: number; unit: string }>> = {
  CNY: { by: 10_000, unit: 'measure.wan' },
  USD: { by: 10_000, unit: 'measure.wanUsd' },
  share: { by: 0.01, unit: 'measure.percentSign' },
};

/** One field of a company or its project, by its type and unit; what is cleared is not known. */
export function SubjectField({ field, value, onChange }: Props) {
  const { t, of } = useWords();
  const label = of(field.names);
  return (
    <div className="labelled">
      <span>{label}</span>
      <Control field={field} label={label} value={value} onChange={onChange} t={t} />
    </div>
  );
}

function Control({
  field,
  label,
  value,
  onChange,
  t,
}: Props & { label: string; t: (key: string) => string }) {
  const open = t('measure.open');
  switch (field.type) {
    case 'bool':
      return (
        <Select
          aria-label={label}
          allowClear
          placeholder={open}
          value={value as boolean | undefined}
          options={[
            { value: true, label: t('measure.yes') },
            { value: false, label: t('measure.no') },
          ]}
          onChange={(next?: boolean) => onChange(next)}
        />
      );
    case 'double': {
      const { by, unit } = entered[field.unit ?? ''] ?? { by: 1, unit: undefined };
      const shown = typeof value === 'number' ? Number((value / by).toPrecision(12)) : null;
      return (
        <InputNumber<number>
          aria-label={label}
          placeholder={open}
          value={shown}
          min={0}
          {...(unit && { suffix: t(unit) })}
          onChange={(next) => onChange(next === null ? undefined : Number((next * by).toPrecision(12)))}
        />
      );
    }
    case 'list<string>':
      return (
        <Input
          aria-label={label}
          placeholder={t('measure.codes')}
          defaultValue={Array.isArray(value) ? value.join(',') : ''}
          onChange={({ target }) => {
            const codes = target.value.split(/[,，、\s]+/).filter(Boolean);
            onChange(codes.length > 0 ? codes : undefined);
          }}
        />
      );
    default:
      if (field.unit === 'place') return <PlaceSelect label={label} value={value} onChange={onChange} />;
      if (field.oneOf) {
        return (
          <Select
            aria-label={label}
            allowClear
            placeholder={open}
            value={value as string | undefined}
            options={field.oneOf.map((one) => ({ value: one, label: t(`measure.choices.${one}`) }))}
            onChange={(next?: string) => onChange(next)}
          />
        );
      }
      return (
        <Input
          aria-label={label}
          placeholder={open}
          value={(value as string | undefined) ?? ''}
          maxLength={40}
          onChange={({ target }) => onChange(target.value.trim() || undefined)}
        />
      );
  }
}

function PlaceSelect({ label, value, onChange }: { label: string } & Pick<Props, 'value' | 'onChange'>) {
  const { t, of } = useWords();
  const { data, isLoading } = useQuery(asks.places());
  return (
    <Select
      aria-label={label}
      allowClear
      loading={isLoading}
      placeholder={t('measure.open')}
      value={value as string | undefined}
      showSearch={{ optionFilterProp: 'label' }}
      options={(data?.places ?? []).map(({ code, name }) => ({ value: code, label: `${of(name)} ${code}` }))}
      onChange={(next?: string) => onChange(next)}
    />
  );
}
