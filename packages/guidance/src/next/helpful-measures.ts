import type { Measure, RuleSet } from '@tidu/policy';
import { type Names, words } from '@tidu/reference';
import type { GuidedPark } from '../ground/ground.ts';
import type { Help } from './advice.ts';
import type { Sight } from './sight.ts';

export const measureKindNames: Readonly<Record<Measure['kind'], Names>> = {
  land: words('用地', 'land'),
  rent: words('厂房租金', 'factory rent'),
  equipment: words('设备', 'equipment'),
  investment: words('投资', 'investment'),
  logistics: words('物流', 'logistics'),
  finance: words('融资', 'finance'),
  talent: words('人才用工', 'talent and jobs'),
  tax: words('税收', 'tax'),
  energy: words('能源', 'energy'),
  export: words('外贸', 'foreign trade'),
  research: words('研发', 'research'),
  customs: words('海关监管', 'customs'),
  other: words('其他', 'other'),
};

const nation = '100000';
/** Of each kind that many measures are shown. */
const shown = 4;

export const inForce = ({ holds: { from, to = '9999' } }: Measure, day: string): boolean =>
  from <= day && day <= to;

/** Measures of a place and of its province: what holds everywhere makes no difference between places. */
export const ownMeasures = (rules: RuleSet, place: string): Measure[] =>
  rules
    .in(place)
    .map(({ measure }) => measure)
    .filter(({ holds }) => !holds.in.includes(nation));

export interface HelpfulKind {
  readonly kind: Measure['kind'];
  /** Other parks that have one. */
  readonly parks: number;
  readonly elsewhere: Help['elsewhere'];
}

/**
 * Kinds of measures that the library has for other parks and not for this one, those of most parks first.
 * @param group  whose typical plan is asked what it would get there; any plan where absent
 */
export function helpfulMeasures(
  { ground: { rules, day, parks }, typical }: Pick<Sight, 'ground' | 'typical'>,
  park: GuidedPark,
  group?: string,
): HelpfulKind[] {
  const here = new Set(
    ownMeasures(rules, park.place)
      .filter((measure) => inForce(measure, day))
      .map(({ kind }) => kind),
  );
  const there = parks
    .filter(({ record }) => record !== park.record)
    .flatMap((other) =>
      ownMeasures(rules, other.place)
        .filter((measure) => inForce(measure, day) && measure.kind !== 'other' && !here.has(measure.kind))
        .map((measure) => ({ other, measure })),
    );
  const given = (place: string, measure: string) =>
    typical
      .filter((one) => one.place === place && one.measure === measure && (!group || one.group === group))
      .reduce<{ yuan: number; plan: Names } | undefined>(
        (most, one) => (most && most.yuan >= one.yuan ? most : one),
        undefined,
      );
  return [...Map.groupBy(there, ({ measure }) => measure.kind)]
    .map(([kind, all]) => ({
      kind,
      parks: new Set(all.map(({ other }) => other.record)).size,
      elsewhere: all
        .map(({ other, measure: { id, title } }) => {
          const typically = given(other.place, id);
          return {
            measure: id,
            title,
            park: other.names,
            yuan: typically?.yuan ?? null,
            plan: typically?.plan ?? null,
          };
        })
        .sort(
          (a, b) =>
            (b.yuan ?? 0) - (a.yuan ?? 0) ||
            (`${a.measure}${a.park.zh}` < `${b.measure}${b.park.zh}` ? -1 : 1),
        )
        .slice(0, shown),
    }))
    .sort((a, b) => b.parks - a.parks || (a.kind < b.kind ? -1 : 1));
}
