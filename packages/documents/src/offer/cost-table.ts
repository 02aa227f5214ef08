import type { Comparison } from '@tidu/guidance';
import { type Amounts, amountsOf } from './amounts.ts';
import { type BenefitTable, untold } from './benefit-table.ts';
import { type Language, offerWords, shortItems } from './offer-words.ts';
import { numbered, type SourceList } from './source-list.ts';

export interface CostRow {
  readonly name: string;
  /** Numbers of the sources that it rests on. */
  readonly sources: readonly number[];
  readonly basis: string;
  readonly formula: string;
  /** Nothing where it is unknown. */
  readonly amounts?: Amounts | undefined;
  /** Why it is unknown. */
  readonly unknown?: string | undefined;
  /** Known in every park, so that it counts in the comparison. */
  readonly compared: boolean;
}

export interface CostTable {
  readonly rows: readonly CostRow[];
  /** Nothing where no item is known. */
  readonly known?: Amounts | undefined;
  readonly compared?: Amounts | undefined;
}

type PlaceOf = Comparison['places'][number];

/** What a park costs, item by item; benefits are among the items, as a negative one. */
export function costTable(
  { figures, compared }: Comparison,
  place: PlaceOf,
  benefits: BenefitTable,
  sources: SourceList,
  language: Language,
): CostTable {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return {
    rows: place.items.map(({ item, figures: ids, basis, formula, missing, years, npv, compared }) => ({
      name: shortItems[item][language],
      sources: numbered([
        sources.ofPlan(),
        ...(item === 'benefits'
          ? benefits.given.flatMap(({ total, source }) => (total ? [source] : []))
          : []),
        ...ids.map((id) => {
          const figure = byId.get(id);
          return figure && sources.ofFigure(figure);
        }),
      ]),
      basis: basis[language],
      formula,
      ...(!years || npv === undefined
        ? { unknown: lacking(missing, language) }
        : item === 'benefits' && !benefits.sum
          ? { unknown: unknownFor(untold(benefits, language), language) }
          : { amounts: amountsOf(years, npv) }),
      compared,
    })),
    ...(place.items.some(({ item, years }) => item !== 'benefits' && years) && {
      known: amountsOf(place.known.years, place.known.npv),
    }),
    ...(compared.some((item) => item !== 'benefits') && {
      compared: amountsOf(place.compared.years, place.compared.npv),
    }),
  };
}

type Item = PlaceOf['items'][number];

/** `未知：缺厂房月租金` */
function lacking(missing: Item['missing'], language: Language): string {
  const names = [...new Set(missing.map((one) => one.names[language]))];
  const { lacks } = offerWords;
  return unknownFor(
    language === 'zh' ? `${lacks.zh}${names.join('、')}` : `${lacks.en} ${names.join(', ')}`,
    language,
  );
}

const unknownFor = (why: string, language: Language): string =>
  language === 'zh' ? `${offerWords.unknown.zh}：${why}` : `${offerWords.unknown.en}: ${why}`;
