import type { FindingBrief, QualitySource } from '../api/types.ts';
import { amount, money, number, percent } from './amount.ts';
import { type Language, shortLanguage } from './language.ts';
import { periodName } from './month.ts';

type Say = (key: string, values?: Record<string, string | number>) => string;
export type Told = Readonly<Record<string, number | string | null>>;

/** Of what kind a number of a finding is, by its name; all others are counts. */
const kinds: Readonly<Record<string, 'money' | 'share' | 'percent' | 'rate' | 'decimal' | 'month' | 'text'>> =
  {
    ...kindOf('money', [
      'total',
      'exports',
      'imports',
      'difference',
      'tolerance',
      'printed',
      'sum',
      'zone',
      'ytd',
      'base',
      'implied',
      'finer',
      'coarser',
      'value',
      'amount',
      'before',
      'usual',
      'lastAmount',
      'firstAmount',
    ]),
    ...kindOf('share', ['share', 'lastShare', 'off']),
    ...kindOf('percent', ['printedGrowth', 'reckonedGrowth']),
    ...kindOf('rate', ['rate', 'rateBefore', 'median']),
    ...kindOf('decimal', ['unitValue', 'usualUnitValue', 'factor', 'z']),
    ...kindOf('month', ['last', 'since', 'again']),
    ...kindOf('text', ['unit', 'published', 'loaded']),
  };

function kindOf<Kind extends string>(kind: Kind, names: readonly string[]): Record<string, Kind> {
  return Object.fromEntries(names.map((name) => [name, kind]));
}

/** A number of a finding as people write it. */
export function numberOfFinding(
  name: string,
  value: number | string | null | undefined,
  { about, names }: Pick<FindingBrief, 'about' | 'names'>,
  language: Language,
): string {
  if (value === null || value === undefined) return '—';
  if (typeof value === 'string') {
    if (kinds[name] === 'month') return periodName(value, language);
    return names[`${name === 'within' ? 'place' : name} ${value}`]?.[shortLanguage(language)] ?? value;
  }
  switch (name === 'cny' || name === 'usd' ? 'money' : kinds[name]) {
    case 'money':
      return money(value, language, currencyOf(name, about.shape));
    case 'share':
      return percent(100 * value, language, 1);
    case 'percent':
      return percent(value, language, 1);
    case 'rate':
      return number(value, language, 4);
    case 'decimal':
      return Math.abs(value) >= 1000 ? amount(value, language) : significant(value, language);
    default:
      return number(value, language);
  }
}

const currencyOf = (name: string, shape: string): string =>
  name === 'cny' ? 'CNY' : name === 'usd' || shape.endsWith('USD') ? 'USD' : 'CNY';

const significant = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value);

/** Why it is a finding, as a sentence with its numbers. */
export function reasonOf(finding: FindingBrief, t: Say, language: Language): string {
  const told = Object.entries({ ...finding.amounts, ...finding.judged }).map(([name, value]) => [
    name,
    // A sentence says how far apart; which way is told by the numbers beside it.
    numberOfFinding(name, unsigned(name, value), finding, language),
  ]);
  return t(`quality.reason.${finding.check}.${finding.reason}`, Object.fromEntries(told));
}

const unsigned = (name: string, value: number | string | null): number | string | null =>
  typeof value === 'number' && (name === 'difference' || name === 'share') ? Math.abs(value) : value;

/** What it is about: place, goods, partner, mode, flow, load; the table itself where none of them. */
export function subjectOf(
  { about, names }: Pick<FindingBrief, 'about' | 'names'>,
  sources: readonly QualitySource[],
  t: Say,
  language: Language,
): string {
  const { flow, place, commodity, partner, mode, load } = about;
  const named = (kind: string, code: string | undefined) =>
    code && (names[`${kind} ${code}`]?.[shortLanguage(language)] ?? code);
  const goods = named('commodity', commodity);
  const said = [
    named('place', place),
    commodity && clipped(goods === commodity ? commodity : `${commodity} ${goods}`),
    named('partner', partner),
    named('mode', mode),
    flow && t(`flow.${flow}`),
    load && t('quality.loadNumber', { id: load }),
  ].filter(Boolean);
  if (said.length > 0) return said.join(' · ');
  const table = sources.find(({ shape }) => shape.id === about.shape);
  return table ? sourceName(table, t, language) : about.shape;
}

/** Names of goods run to sentences. */
const clipped = (text: string): string => (text.length > 48 ? `${text.slice(0, 47)}…` : text);

export const whenOf = ({ month, to }: FindingBrief['about'], language: Language): string =>
  month === undefined ? '' : periodName(to === undefined ? month : `${month}..${to}`, language);

/** A table by what it tells apart: 月度 · 商品（HS 8 位） × 贸易伙伴 · 人民币. */
export function sourceName(
  { shape, name }: Pick<QualitySource, 'shape' | 'name'>,
  t: Say,
  language: Language,
): string {
  const told = shape.dimensions.map((dimension) => {
    if (dimension === 'place')
      return t(`quality.shape.${shape.nested ? 'place' : (shape.levels[0] ?? 'place')}`);
    return t(`quality.shape.${dimension}`, { digits: shape.hsDigits ?? 0 });
  });
  return [
    t(`quality.shape.span.${shape.span}`),
    name?.[shortLanguage(language)],
    told.join(' × ') || t('quality.shape.country'),
    t(`quality.shape.currency.${shape.currency}`),
  ]
    .filter(Boolean)
    .join(' · ');
}
