import type { Language } from './language.ts';

const steps = {
  'zh-CN': [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e12, ' trillion'],
    [1e9, ' billion'],
    [1e6, ' million'],
    [1e3, ' thousand'],
  ],
} as const satisfies Record<Language, readonly (readonly [number, string])[]>;

const missing = '—';
const minus = '−';

/** Three significant places or so: enough to compare, short enough to read in a column. */
const digitsFor = (n: number): number => (n >= 100 ? 0 : n >= 10 ? 1 : 2);

/**
 * An amount in the steps of the reader's language: 万, 亿, 万亿 or million, billion, trillion.
 * @example amount(89_012e8, 'zh-CN') // '8.90万亿'
 * @example amount(-1_234_567, 'en') // '−1.23 million'
 */
export function amount(value: number | null | undefined, language: Language): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return missing;
  const size = Math.abs(value);
  const [unit, word] = steps[language].find(([step]) => size >= step) ?? [1, ''];
  const scaled = size / unit;
  const text = number(scaled, language, unit === 1 ? 0 : digitsFor(scaled));
  return `${value < 0 ? minus : ''}${text}${word}`;
}

/** An amount with its currency: `CNY 1.23 billion`, `12.3亿元`. */
export function money(value: number | null | undefined, language: Language, currency = 'CNY'): string {
  const text = amount(value, language);
  if (text === missing) return text;
  if (language === 'en') return `${currency} ${text}`;
  return `${text}${currency === 'USD' ? '美元' : '元'}`;
}

/** @example percent(25.519, 'en', 2) // '25.52 %' */
export function percent(value: number | null | undefined, language: Language, digits = 2): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return missing;
  return `${value < 0 ? minus : ''}${number(Math.abs(value), language, digits)}${language === 'en' ? ' %' : '%'}`;
}

/** A change, always with its sign. @example change(3.04, 'zh-CN') // '+3.0%' */
export function change(value: number | null | undefined, language: Language, digits = 1): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return missing;
  const text = percent(value, language, digits);
  return Number(value.toFixed(digits)) > 0 ? `+${text}` : text;
}

/** The same without zeros at the end, as marks of an axis are. @example shorter('2.00万亿元') // '2万亿元' */
export const shorter = (text: string): string => text.replace(/\.0+(?!\d)|(\.\d*?)0+(?!\d)/, '$1');

export function number(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** One step for a whole column, so that its figures line up and compare. */
export interface ColumnUnit {
  readonly divisor: number;
  readonly name: string;
  readonly digits: number;
}

/**
 * The step a column of money is written in, by its largest figure; 亿元 and billion are the largest,
 * as in the tables of the customs.
 * @example columnUnit([3.6e12, 8.1e11], 'zh-CN').name // '亿元'
 */
export function columnUnit(
  values: readonly (number | null)[],
  language: Language,
  currency = 'CNY',
): ColumnUnit {
  const most = values.reduce<number>((max, value) => Math.max(max, Math.abs(value ?? 0)), 0);
  const [divisor, word] = steps[language].slice(1).find(([step]) => most >= step) ?? [1, ''];
  const digits = divisor === 1 ? 0 : 2;
  if (language === 'en') return { divisor, name: `${currency}${word}`, digits };
  return { divisor, name: `${word}${currency === 'USD' ? '美元' : '元'}`, digits };
}

/** A figure of such a column. */
export function inColumn(value: number | null, { divisor, digits }: ColumnUnit, language: Language): string {
  if (value === null) return missing;
  return `${value < 0 ? minus : ''}${number(Math.abs(value) / divisor, language, digits)}`;
}

/** The unit of a quantity or of a unit value, as a heading. @example unitName('CNY/千克', 'zh-CN', t) // '元/千克' */
export function unitName(unit: string, language: Language, t: (key: string) => string): string {
  if (unit === 'by-row') return t('laid.byRow');
  if (language === 'en') return unit;
  return unit.replace(/^CNY\b/, '元').replace(/^USD\b/, '美元');
}

/** @example bytes(1_530_000, 'en') // '1.5 MB' */
export function bytes(count: number, language: Language): string {
  const power = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
  const unit = ['B', 'kB', 'MB', 'GB'][power] ?? 'B';
  return `${number(count / 1000 ** power, language, power === 0 ? 0 : 1)} ${unit}`;
}
