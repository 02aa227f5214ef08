import type { Names } from '@tidu/reference';
import type { OwnFigure } from './company-plan.ts';
import type { Fact, Sure } from './cost-facts.ts';
import { factNames } from './fact-names.ts';

/** A number that the model rests on: a fact of the pack, or one of the company's own. One fact is one figure, however many places use it. */
export interface Figure {
  /** `electricity.industrial@510000`, `own.510100.powerCnyPerKwh` */
  readonly id: string;
  readonly names: Names;
  readonly place?: string | undefined;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  /** A range says no more than its ends: every value within is as likely. Where the company says which is likeliest, that is. */
  readonly shape: 'point' | 'uniform' | 'triangular';
  readonly unit: string;
  readonly date?: string | undefined;
  readonly sure: Sure | 'own';
  readonly source?: string | undefined;
  readonly note?: Names | undefined;
}

/** Values of all figures, by their position in the table. */
export type Values = Float64Array;

/** The table of figures, filled while the places' models are made. */
export interface Figures {
  /** The position of a fact's figure. */
  ofFact(fact: Fact): number;
  /** The position of a national figure of which several years are asked for, each a figure of its own. */
  ofYear(fact: Fact): number;
  /** The position of a figure of the company's own, by its path in the plan. */
  ofOwn(path: string, names: Names, unit: string, value: OwnFigure, place?: string): number;
  readonly all: readonly Figure[];
  /** Every figure at its likeliest. */
  likely(): Values;
}

const known = ({ item, place, value, unit, date, sure, source, note }: Fact): Omit<Figure, 'id'> => ({
  names: factNames(item),
  place,
  ...within(value),
  unit,
  date,
  sure,
  source,
  note,
});

export function figureTable(): Figures {
  const all: Figure[] = [];
  const positions = new Map<string, number>();
  const placed = (id: string, figure: () => Figure): number => {
    let at = positions.get(id);
    if (at === undefined) {
      at = all.push(figure()) - 1;
      positions.set(id, at);
    }
    return at;
  };
  return {
    all,
    ofFact(fact) {
      const id = fact.place ? `${fact.item}@${fact.place}` : fact.item;
      return placed(id, () => ({ ...known(fact), id }));
    },
    ofYear(fact) {
      const { zh, en } = factNames(fact.item);
      const year = fact.date.slice(0, 4);
      return placed(`${fact.item}.${year}`, () => ({
        ...known(fact),
        id: `${fact.item}.${year}`,
        names: { zh: `全国${zh}，${year}年`, en: `${en}, whole country, ${year}` },
      }));
    },
    ofOwn(path, names, unit, value, place) {
      return placed(path, () => ({
        id: path,
        names,
        place,
        ...within(value),
        unit,
        sure: 'own',
      }));
    },
    likely: () => Float64Array.from(all, ({ likely }) => likely),
  };
}

const within = (value: OwnFigure): Pick<Figure, 'low' | 'likely' | 'high' | 'shape'> => {
  if (typeof value === 'number') return { low: value, likely: value, high: value, shape: 'point' };
  const { low, high } = value;
  if (low === high) return { low, likely: low, high, shape: 'point' };
  return 'likely' in value && value.likely !== undefined
    ? { low, likely: value.likely, high, shape: 'triangular' }
    : { low, likely: (low + high) / 2, high, shape: 'uniform' };
};
