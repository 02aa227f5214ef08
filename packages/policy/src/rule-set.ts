import { compiler, type Expression } from './expression.ts';
import { ExpressionFault } from './expression-fault.ts';
import type { Measure } from './measure.ts';

interface Branch {
  readonly when?: Expression;
  readonly amount: Expression;
}

/** A measure with its expressions compiled. */
export interface Rule {
  readonly measure: Measure;
  readonly eligible: readonly Expression[];
  readonly branches: readonly Branch[];
  readonly cap?: Expression;
  readonly floor?: Expression;
  readonly inAll?: Expression;
  readonly limit?: Expression;
  /** It asks which year it is, so that it may change while all figures stand. */
  readonly namesYear: boolean;
}

/** Measures that hold together, found by place. */
export interface RuleSet {
  readonly rules: ReadonlyMap<string, Rule>;
  /** Rules that hold in a place: its own, and those of what it lies in. */
  in(place: string): readonly Rule[];
}

/** An expression of a measure does not compile: which measure, which part of it, where in the text. */
export class MeasureFault extends Error {
  readonly code = 'measure-fault';
  readonly measure: string;
  /** `eligible.0.when` */
  readonly path: readonly (string | number)[];
  readonly text: string;
  readonly at: number;
  readonly fault: string;
  readonly remedy: string;
  constructor(measure: string, path: readonly (string | number)[], text: string, cause: ExpressionFault) {
    super(`${measure}: ${path.join('.')}: ${cause.message}: ${text}`);
    this.measure = measure;
    this.path = path;
    this.text = text;
    this.at = cause.at;
    this.fault = cause.message;
    this.remedy = cause.remedy;
  }
}

/** @throws MeasureFault at the first expression that does not compile */
export function compiledRule(measure: Measure): Rule {
  const compile = compiler(Object.keys(measure.parameters));
  const expression = (path: readonly (string | number)[], text: string, type: 'bool' | 'number') => {
    try {
      return compile(text, type);
    } catch (error) {
      if (error instanceof ExpressionFault) throw new MeasureFault(measure.id, path, text, error);
      throw error;
    }
  };
  const eligible = measure.eligible.map(({ when }, i) => expression(['eligible', i, 'when'], when, 'bool'));
  const { gives, within } = measure;
  const limit = within && expression(['within', 'limit'], within.limit, 'number');
  if ('unquantified' in gives) {
    return { measure, eligible, branches: [], ...(limit && { limit }), namesYear: eligible.some(asksYear) };
  }
  const branches = gives.amounts.map((one, i) => ({
    ...(one.when !== undefined && { when: expression(['gives', 'amounts', i, 'when'], one.when, 'bool') }),
    amount: expression(['gives', 'amounts', i, 'amount'], one.amount, 'number'),
  }));
  const bounds = Object.fromEntries(
    (['cap', 'floor', 'inAll'] as const).flatMap((name) => {
      const text = (gives as Partial<Record<typeof name, string>>)[name];
      return text === undefined ? [] : [[name, expression(['gives', name], text, 'number')]];
    }),
  ) as Pick<Rule, 'cap' | 'floor' | 'inAll'>;
  const all = [
    ...eligible,
    ...branches.flatMap(({ when, amount }) => (when ? [when, amount] : [amount])),
    ...Object.values(bounds),
  ];
  return {
    measure,
    eligible,
    branches,
    ...bounds,
    ...(limit && { limit }),
    namesYear: all.some(asksYear),
  };
}

const asksYear = ({ paths }: Expression) =>
  paths.includes('yearly.year') || paths.includes('yearly.calendarYear');

/** The places that a place lies in, itself included: `100000`, province, prefecture, county. */
export const placesAround = (place: string): string[] => [
  ...new Set(['100000', `${place.slice(0, 2)}0000`, `${place.slice(0, 4)}00`, place]),
];

export function ruleSet(rules: readonly Rule[]): RuleSet {
  const all = new Map(rules.map((rule) => [rule.measure.id, rule]));
  const byPlace = new Map<string, Rule[]>();
  for (const rule of all.values()) {
    for (const place of rule.measure.holds.in) {
      const there = byPlace.get(place);
      if (there) there.push(rule);
      else byPlace.set(place, [rule]);
    }
  }
  const found = new Map<string, readonly Rule[]>();
  return {
    rules: all,
    in(place) {
      let rulesThere = found.get(place);
      if (!rulesThere) {
        // By id, so that nothing depends on the order in which files were read.
        rulesThere = [...new Set(placesAround(place).flatMap((one) => byPlace.get(one) ?? []))].sort(
          (a, b) => (a.measure.id < b.measure.id ? -1 : 1),
        );
        found.set(place, rulesThere);
      }
      return rulesThere;
    },
  };
}
