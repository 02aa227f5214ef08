import { benefitsOfPlan, type Costs, companyPlanSchema, comparedPlaces } from '@tidu/guidance';
import { type Benefits, placesAround, type Rule, type RuleSet, readMeasure, ruleSet } from '@tidu/policy';
import type { MeasureChange, MeasureContent, PlaceDifference } from '@tidu/programme';
import type { Pack } from '@tidu/reference';
import type { MeasuresInForce } from './measures.store.ts';

/** All rules that hold before a change and after it, and the two between which it lies. */
interface RulesAround {
  readonly before: RuleSet;
  readonly after: RuleSet;
  /** The measure as it was and as it is to be, as far as there is one. */
  readonly changed: readonly Rule[];
}

/** @param others what offices have put in force besides */
export function rulesAround(
  { measure, before, after }: MeasureChange,
  others: readonly MeasureContent[],
  ofPack: MeasuresInForce,
): RulesAround {
  const rules = new Map(ofPack.rules.rules);
  const own = rules.get(measure);
  for (const one of others) {
    const { rule } = readMeasure(`${one.measure}.yaml`, one.text);
    if (rule) rules.set(one.measure, rule);
  }
  rules.delete(measure);
  const ruleOf = (text: string | undefined) =>
    text === undefined ? own : readMeasure(`${measure}.yaml`, text).rule;
  const [was, is] = [ruleOf(before), ruleOf(after)];
  const withRule = (rule: Rule | undefined) => ruleSet([...rules.values(), ...(rule ? [rule] : [])]);
  return {
    before: withRule(was),
    after: withRule(is),
    changed: [was, is].filter((rule) => rule !== undefined),
  };
}

/** Plans that come to get something else in one of the parks where the measure holds or held, and by how much there. */
export function plansTouched<P extends { readonly plan: unknown }>(
  { before, after, changed }: RulesAround,
  plans: readonly P[],
  { pack, costs, today }: { pack: Pack; costs: Costs; today: string },
): { readonly touched: P; readonly places: readonly PlaceDifference[] }[] {
  const places = comparedPlaces(pack);
  const held = new Set(changed.flatMap(({ measure }) => measure.holds.in));
  const compared = places.compared.filter(({ code }) => placesAround(code).some((place) => held.has(place)));
  if (compared.length === 0) return [];
  return plans.flatMap((touched) => {
    const { data } = companyPlanSchema.safeParse(touched.plan);
    if (!data) return [];
    const got = (rules: RuleSet) => benefitsOfPlan(data, { ...places, compared }, costs, rules, today);
    const was = got(before);
    const differences = got(after).flatMap(({ place, benefits }, i): PlaceDifference[] => {
      const earlier = was[i]?.benefits;
      if (earlier && what(earlier) === what(benefits)) return [];
      return [{ names: place.names, yuan: benefits.total - (earlier?.total ?? 0) }];
    });
    return differences.length > 0 ? [{ touched, places: differences }] : [];
  });
}

/** What may be had, as far as it is known; what is refused is nothing to be told of. */
const what = ({ outcomes }: Benefits): string =>
  JSON.stringify(
    outcomes
      .filter(({ verdict }) => verdict === 'given' || verdict === 'unknown')
      .map(({ measure, verdict, years }) => [measure, verdict, years]),
  );
