import type { Comparison } from '@tidu/guidance';
import type { Names } from '@tidu/reference';
import { type BenefitTable, benefitTable } from './benefit-table.ts';
import { type CostTable, costTable } from './cost-table.ts';
import { type Fact, factsOfOffer } from './facts-of-offer.ts';
import type { OfferOf } from './offer-of.ts';
import { type Language, offerWords, sureWords } from './offer-words.ts';
import { type ListedSource, type SourceList, sourceList } from './source-list.ts';
import { wan } from './wan.ts';
import { type WaySaid, waysToMarkets, waysToQuay } from './ways-said.ts';

/** A number that the costs rest on, with its source. */
interface FigureSaid {
  readonly name: string;
  readonly place?: string | undefined;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly unit: string;
  readonly date?: string | undefined;
  readonly sure: string;
  readonly source?: number | undefined;
  readonly note?: string | undefined;
}

/** 万元: what the comparable costs may come to, and what moves them most. */
interface Uncertainty {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Share of the draws in which this park costs least. */
  readonly first: number;
  readonly draws: number;
  /** NPV with one figure alone at its ends; the widest first. */
  readonly moves: readonly {
    readonly name: string;
    readonly low: number;
    readonly high: number;
    readonly source?: number | undefined;
  }[];
}

/** One park for one company, on one page: everything that is printed, before it is laid out. */
export interface OfferSheet {
  readonly language: Language;
  readonly title: string;
  readonly sample: boolean;
  readonly facts: readonly Fact[];
  /** Nothing where no item is known in every park. */
  readonly rank?: { readonly at: number; readonly of: number } | undefined;
  readonly leftOut: readonly string[];
  /** 1 to the last year that is looked at. */
  readonly years: readonly number[];
  readonly costs: CostTable;
  readonly benefits: BenefitTable;
  readonly toQuay: readonly WaySaid[];
  readonly toMarket: readonly WaySaid[];
  /** Nothing where no item is known in every park. */
  readonly uncertainty?: Uncertainty | undefined;
  readonly figures: readonly FigureSaid[];
  readonly sources: readonly ListedSource[];
  readonly madeOn: string;
  readonly version: string;
  readonly receipt: string;
}

/** The park is not among those compared. */
export class NoSuchPark extends Error {
  readonly code = 'not-found';
  readonly remedy: string;
  constructor(park: string, known: readonly string[]) {
    super(`${park} is not among the parks compared`);
    this.remedy = `choose one of ${known.join(', ')}`;
  }
}

/**
 * The offer sheet of one park, from a comparison: no number in it is reckoned here.
 * @throws NoSuchPark where the comparison does not have it
 */
export function offerSheet(offer: OfferOf, park: string, language: Language): OfferSheet {
  const { comparison, rules } = offer;
  const place = comparison.places.find((one) => one.park === park);
  if (!place)
    throw new NoSuchPark(
      park,
      comparison.places.map((one) => one.park),
    );
  const nameOf = (code: string): string =>
    offer.places.find((one) => one.code === code)?.name[language] ?? code;
  // Sources are numbered in the order in which a reader meets them.
  const sources = sourceList(offer.sources, language);
  const facts = factsOfOffer(offer, place, nameOf, sources, language);
  const used = new Set([
    comparison.rate,
    ...place.items.flatMap(({ figures }) => figures),
    ...place.routes.flatMap(({ figures }) => figures),
  ]);
  const figures = comparison.figures.filter(({ id }) => used.has(id));
  for (const figure of figures) sources.ofFigure(figure);
  const benefits = benefitTable(place, rules, sources, language);
  const costs = costTable(comparison, place, benefits, sources, language);
  const toQuay = waysToQuay(comparison, place, sources, language);
  const toMarket = waysToMarkets(place, sources, language);
  const uncertainty = costs.compared && uncertaintyOf(comparison, place, nameOf, sources, language);
  return {
    language,
    title: `${offerWords.title[language]}${language === 'zh' ? '：' : ': '}${place.names[language]}`,
    sample: offer.sample,
    facts,
    ...(costs.compared && { rank: { at: place.rank, of: comparison.places.length } }),
    years: Array.from({ length: comparison.horizon }, (_, i) => i + 1),
    leftOut: costs.rows.filter(({ amounts }) => !amounts).map(({ name }) => name),
    costs,
    benefits,
    toQuay,
    toMarket,
    uncertainty,
    figures: figures.map((figure) => figureSaid(figure, nameOf, sources, language)),
    sources: sources.all(),
    madeOn: offer.madeOn,
    version: offer.version,
    receipt: offer.receipt,
  };
}

type PlaceOf = Comparison['places'][number];

function uncertaintyOf(
  { draws, tornado, figures }: Comparison,
  { code }: PlaceOf,
  nameOf: (code: string) => string,
  sources: SourceList,
  language: Language,
): Uncertainty {
  const { p10, p50, p90, first } = draws.places[code] as (typeof draws.places)[string];
  const swings = tornado.flatMap(({ figure: id, places }) => {
    const [swing, figure] = [places[code], figures.find((one) => one.id === id)];
    return swing && figure ? [{ swing, figure }] : [];
  });
  return {
    p10: wan(p10),
    p50: wan(p50),
    p90: wan(p90),
    first,
    draws: draws.count,
    moves: swings
      .sort((a, b) => width(b.swing) - width(a.swing))
      .map(({ swing, figure }) => ({
        name: figureName(figure, nameOf, language),
        low: wan(swing.low),
        high: wan(swing.high),
        source: sources.ofFigure(figure),
      })),
  };
}

const width = ({ low, high }: { readonly low: number; readonly high: number }) => Math.abs(high - low);

type Figure = Comparison['figures'][number];

const figureName = (
  { names, place }: { readonly names: Names; readonly place?: string | undefined },
  nameOf: (code: string) => string,
  language: Language,
): string =>
  // What holds in the whole country needs no place.
  place === undefined || place === '100000'
    ? names[language]
    : language === 'zh'
      ? `${names.zh}（${nameOf(place)}）`
      : `${names.en} (${nameOf(place)})`;

function figureSaid(
  figure: Figure,
  nameOf: (code: string) => string,
  sources: SourceList,
  language: Language,
): FigureSaid {
  const { names, place, low, likely, high, unit, date, sure, note } = figure;
  return {
    name: names[language],
    place: place && nameOf(place),
    low,
    likely,
    high,
    unit,
    date,
    sure: sureWords[sure][language],
    source: sources.ofFigure(figure),
    note: note?.[language],
  };
}
