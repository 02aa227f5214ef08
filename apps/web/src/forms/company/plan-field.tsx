import { useQuery } from '@tanstack/react-query';
import { Input, InputNumber, Select } from 'antd';
import { asks } from '../../api/asks.ts';
import { useWords } from '../../words/words.ts';
import type { Entry } from './plan-fields.ts';

interface Props {
  entry: Entry;
  label: string;
  /** Where the label tells fields of several rows apart: what is shown of it. */
  shown?: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** What a number is entered in: so many of the plan's own unit. */
const entered: Partial<Record<Entry, { by: number; unit?: string }>> = {
  wan: { by: 10_000, unit: 'move.unit.wan' },
  share: { by: 0.01, unit: 'move.unit.percent' },
};

/** One field of a plan under its name; what is cleared is not known. */
export function PlanField(props: Props) {
  const wide = props.entry === 'markets' || props.entry === 'ramp';
  return (
    <div className={wide ? 'labelled whole' : 'labelled'}>
      <span aria-hidden="true">{props.shown ?? props.label}</span>
      <Control {...props} />
    </div>
  );
}

function Control({ entry, label, value, onChange }: Props) {
  const { t } = useWords();
  switch (entry) {
    case 'text':
      return (
        <Input
          aria-label={label}
          maxLength={80}
          value={(value as string | undefined) ?? ''}
          onChange={({ target }) => onChange(target.value || undefined)}
        />
      );
    case 'hs':
      return <HsSelect label={label} value={value as string | undefined} onChange={onChange} />;
    case 'date':
      return (
        <Input
          type="date"
          aria-label={label}
          value={(value as string | undefined) ?? ''}
          onChange={({ target }) => onChange(target.value || undefined)}
        />
      );
    case 'yes':
    case 'premises':
    case 'skill':
      return <OneOf entry={entry} label={label} value={value} onChange={onChange} />;
    case 'place':
      return <PlaceSelect label={label} value={value} onChange={onChange} />;
    case 'figure':
      return <FigureInput label={label} value={value as Own} onChange={onChange} />;
    case 'markets':
      return <Markets label={label} value={(value ?? []) as Market[]} onChange={onChange} />;
    case 'ramp':
      return <Ramp label={label} value={(value ?? []) as number[]} onChange={onChange} />;
    default: {
      const { by, unit } = entered[entry] ?? { by: 1 };
      return (
        <Amount
          label={label}
          value={value as number | undefined}
          by={by}
          unit={unit && t(unit)}
          onChange={onChange}
        />
      );
    }
  }
}

function Amount({
  label,
  value,
  by = 1,
  unit,
  most,
  onChange,
}: {
  label: string;
  value: number | undefined;
  by?: number;
  unit?: string | undefined;
  most?: number;
  onChange: (value: number | undefined) => void;
}) {
  const exact = (n: number) => Number(n.toPrecision(12));
  return (
    <InputNumber<number>
      aria-label={label}
      min={0}
      {...(most !== undefined && { max: most })}
      value={value === undefined ? null : exact(value / by)}
      {...(unit && { suffix: unit })}
      onChange={(next) => onChange(next === null ? undefined : exact(next * by))}
    />
  );
}

/** A chapter or a heading, by code or name; a longer code of a plan stays as it is. */
function HsSelect({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange: (value: unknown) => void;
}) {
  const { of } = useWords();
  const chapters = useQuery(asks.codes('commodities', 'chapter'));
  const headings = useQuery(asks.codes('commodities', 'heading'));
  const options = [...(chapters.data?.records ?? []), ...(headings.data?.records ?? [])].map(
    ({ code, name }) => ({
      value: code,
      label: `${code} ${typeof name === 'string' ? name : of({ zh: name.zh ?? name.en, en: name.en })}`,
    }),
  );
  return (
    <Select
      aria-label={label}
      allowClear
      value={value}
      popupMatchSelectWidth={360}
      showSearch={{ optionFilterProp: 'label' }}
      options={
        value && !options.some((one) => one.value === value) ? [...options, { value, label: value }] : options
      }
      onChange={(next?: string) => onChange(next)}
    />
  );
}

const choices = {
  yes: [true, false],
  premises: ['rent', 'land'],
  skill: ['worker', 'skilled', 'engineer', 'manager'],
} as const;

function OneOf({ entry, label, value, onChange }: Props & { entry: keyof typeof choices }) {
  const { t } = useWords();
  return (
    <Select
      aria-label={label}
      allowClear
      placeholder={t('move.open')}
      value={value as string | boolean | undefined}
      options={choices[entry].map((one) => ({ value: one, label: t(`move.choice.${entry}.${one}`) }))}
      onChange={(next?: string | boolean) => onChange(next)}
    />
  );
}

function PlaceSelect({ label, value, onChange }: Omit<Props, 'entry'>) {
  const { of, t } = useWords();
  const { data } = useQuery(asks.places());
  return (
    <Select
      aria-label={label}
      allowClear
      placeholder={t('move.open')}
      value={value as string | undefined}
      showSearch={{ optionFilterProp: 'label' }}
      options={(data?.places ?? []).map(({ code, name }) => ({ value: code, label: of(name) }))}
      onChange={(next?: string) => onChange(next)}
    />
  );
}

type Own = number | { low: number; likely?: number; high: number } | undefined;

/** A figure of one's own: one number, or two ends between which it lies. */
function FigureInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Own;
  onChange: (value: Own) => void;
}) {
  const { t } = useWords();
  const low = typeof value === 'object' ? value.low : value;
  const high = typeof value === 'object' ? value.high : undefined;
  const put = (from: number | undefined, to: number | undefined) => {
    if (from === undefined) onChange(to);
    else onChange(to === undefined || to <= from ? from : { low: from, high: to });
  };
  return (
    <div className="span">
      <Amount label={label} value={low} onChange={(next) => put(next, high)} />
      <Amount label={t('move.upTo', { name: label })} value={high} onChange={(next) => put(low, next)} />
    </div>
  );
}

type Market = { to: string; share: number };
const markets = ['EU', 'US', 'JP', 'KR', 'ASEAN', 'HK', 'other'] as const;

function Markets({
  label,
  value,
  onChange,
}: {
  label: string;
  value: readonly Market[];
  onChange: (value: unknown) => void;
}) {
  const { t } = useWords();
  const put = (to: string, share: number | undefined) => {
    const others = value.filter((one) => one.to !== to);
    const next = share ? [...others, { to, share }] : others;
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <fieldset className="shares" aria-label={label}>
      {markets.map((to) => (
        <span key={to} className="labelled">
          <small aria-hidden="true">{t(`move.market.${to}`)}</small>
          <Amount
            label={`${label} ${t(`move.market.${to}`)}`}
            value={value.find((one) => one.to === to)?.share}
            by={0.01}
            most={100}
            unit={t('move.unit.percent')}
            onChange={(share) => put(to, share)}
          />
        </span>
      ))}
    </fieldset>
  );
}

const mostYears = 5;

function Ramp({
  label,
  value,
  onChange,
}: {
  label: string;
  value: readonly number[];
  onChange: (value: unknown) => void;
}) {
  const { t } = useWords();
  const shown = Math.min(mostYears, value.length + 1);
  const put = (year: number, share: number | undefined) => {
    const next = share === undefined ? value.slice(0, year) : value.with(year, share);
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <fieldset className="shares" aria-label={label}>
      {Array.from({ length: shown }, (_, year) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place in the list
        <span key={year} className="labelled">
          <small aria-hidden="true">{t('move.yearNumber', { year: year + 1 })}</small>
          <Amount
            label={`${label} ${t('move.yearNumber', { year: year + 1 })}`}
            value={value[year]}
            by={0.01}
            most={100}
            unit={t('move.unit.percent')}
            onChange={(share) =>
              year < value.length ? put(year, share) : share !== undefined && onChange([...value, share])
            }
          />
        </span>
      ))}
    </fieldset>
  );
}
