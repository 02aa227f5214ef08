import type { Comparison } from '@tidu/guidance';
import { fields, type Measure, type RuleSet } from '@tidu/policy';
import type { Names } from '@tidu/reference';
import { type Amounts, amountsOf } from './amounts.ts';
import { type Language, offerWords } from './offer-words.ts';
import type { SourceList } from './source-list.ts';
import { printWan, wan } from './wan.ts';

/** A measure that the company is given. */
export interface Benefit {
  readonly title: string;
  readonly document?: string | undefined;
  readonly issuer: string;
  readonly source: number;
  /** What it gives and under which conditions, each with its clause. */
  readonly gives: readonly string[];
  readonly conditions: readonly string[];
  readonly clawback?: string | undefined;
  /** 万元 by year; nothing where the source tells no amount, or it rests on something open. */
  readonly years?: readonly number[] | undefined;
  readonly total?: number | undefined;
  readonly open: readonly string[];
}

/** A measure that is not given, or of which that cannot be said yet. */
export interface NotGiven {
  readonly title: string;
  readonly source: number;
  readonly why: string;
}

export interface BenefitTable {
  /** The largest first, then those of unknown amount. */
  readonly given: readonly Benefit[];
  /** Nothing where measures are given or may be, and not one of them tells an amount. */
  readonly sum?: Amounts | undefined;
  readonly undecided: readonly NotGiven[];
  readonly refused: readonly NotGiven[];
}

type PlaceOf = Comparison['places'][number];

export function benefitTable(
  place: PlaceOf,
  rules: RuleSet,
  sources: SourceList,
  language: Language,
): BenefitTable {
  const of = (id: string): Measure | undefined => rules.rules.get(id)?.measure;
  const found = place.measures.flatMap((outcome) => {
    const measure = of(outcome.measure);
    return measure ? [{ outcome, measure }] : [];
  });
  const notGiven = (one: (typeof found)[number]): NotGiven => ({
    title: one.measure.title[language],
    source: sources.ofMeasure(one.measure),
    why: whyNot(one.outcome, one.measure, of, language),
  });
  const given = found
    .filter(({ outcome }) => outcome.verdict === 'given')
    .sort((a, b) => worth(b) - worth(a) || local(b.measure) - local(a.measure));
  const told =
    given.some(({ outcome }) => outcome.total !== undefined) ||
    found.every(({ outcome: { verdict } }) => verdict !== 'given' && verdict !== 'unknown');
  const benefits = place.items.find(({ item }) => item === 'benefits');
  return {
    given: given.map(({ outcome, measure }) => benefit(outcome, measure, sources, language)),
    ...(told && {
      sum: amountsOf(
        (benefits?.years ?? []).map((yuan) => -yuan),
        -(benefits?.npv ?? 0),
      ),
    }),
    undecided: found.filter(({ outcome }) => outcome.verdict === 'unknown').map(notGiven),
    refused: found
      .filter(({ outcome: { verdict } }) => verdict !== 'given' && verdict !== 'unknown')
      // What was looked at tells more than what has ended.
      .sort((a, b) => ended(a.outcome) - ended(b.outcome))
      .map(notGiven),
  };
}

/** `金额不详6项、尚不能判断12项`, or nothing where every amount is told. */
export function untold({ given, undecided }: BenefitTable, language: Language): string {
  const silent = given.filter(({ total }) => total === undefined).length;
  const parts = [
    ...(silent > 0 ? [[offerWords.ofUnknownAmount[language], silent] as const] : []),
    ...(undecided.length > 0 ? [[offerWords.notTold[language], undecided.length] as const] : []),
  ];
  return language === 'zh'
    ? parts.map(([what, count]) => `${what}${count}项`).join('、')
    : parts.map(([what, count]) => `${count} ${what}`).join(', ');
}

type Outcome = PlaceOf['measures'][number];

const worth = ({ outcome: { total } }: { readonly outcome: Outcome }) => total ?? -1;
const local = ({ holds }: Measure) => (holds.in.includes('100000') ? 0 : 1);
const ended = ({ verdict }: Outcome) => (verdict === 'not-in-force' ? 1 : 0);

function benefit(
  { years, total, open }: Outcome,
  measure: Measure,
  sources: SourceList,
  language: Language,
): Benefit {
  const { gives, eligible, clawback, document } = measure;
  return {
    title: measure.title[language],
    document: document.number,
    issuer: measure.issuer[language],
    source: sources.ofMeasure(measure),
    gives: 'unquantified' in gives ? [gives.says[language]] : gives.amounts.map((one) => said(one, language)),
    conditions: eligible.map((one) => said(one, language)),
    clawback: clawback && said(clawback, language),
    years: years?.map(wan),
    total: total === undefined ? undefined : wan(total),
    open: open.map((path) => fieldName(path, language)),
  };
}

const said = ({ says, clause }: { says: Names; clause?: Names | undefined }, language: Language): string =>
  clause ? (language === 'zh' ? `${says.zh}（${clause.zh}）` : `${says.en} (${clause.en})`) : says[language];

const fieldName = (path: string, language: Language): string => {
  const [variable = '', name = ''] = path.split('.');
  const known = fields as Record<string, Record<string, { readonly names: Names }>>;
  return known[variable]?.[name]?.names[language] ?? path;
};

function whyNot(
  { verdict, open, failed, by }: Outcome,
  { eligible }: Measure,
  of: (id: string) => Measure | undefined,
  language: Language,
): string {
  if (verdict === 'unknown')
    return open.map((path) => fieldName(path, language)).join(language === 'zh' ? '、' : ', ');
  if (verdict === 'not-in-force') return offerWords.notInForce[language];
  if (verdict === 'excluded')
    return by
      ? `${offerWords.excludedBy[language]} ${of(by)?.title[language] ?? by}`
      : offerWords.excluded[language];
  const condition = failed === undefined ? undefined : eligible[failed];
  if (!condition) return offerWords.noCase[language];
  const text = said(condition, language);
  return language === 'zh' ? `不符合“${text}”` : `does not meet “${text}”`;
}

/**
 * Amounts of years in words, equal ones together, years without any left out.
 * @example yearsSaid([2, 2, 0, 5], 'zh') // '第1–2年各2.0，第4年5.0'
 */
export function yearsSaid(years: readonly number[], language: Language): string {
  const runs: { from: number; to: number; amount: string }[] = [];
  for (const [i, value] of years.entries()) {
    const amount = printWan(value);
    const last = runs.at(-1);
    if (last && last.to === i && last.amount === amount) last.to = i + 1;
    else runs.push({ from: i + 1, to: i + 1, amount });
  }
  const told = runs.filter(({ amount }) => amount !== '0.0');
  return language === 'zh'
    ? told
        .map(({ from, to, amount }) =>
          from === to ? `第${from}年${amount}` : `第${from}–${to}年各${amount}`,
        )
        .join('，')
    : told
        .map(({ from, to, amount }) =>
          from === to ? `year ${from} ${amount}` : `years ${from}–${to} ${amount} each`,
        )
        .join(', ');
}
