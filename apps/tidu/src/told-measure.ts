import {
  type Benefits,
  coverage,
  exampleOutcome,
  type Field,
  type Finding,
  fields,
  type Measure,
  misses,
  type Outcome,
  type PlacesKnown,
  type Rule,
  type RuleSet,
  reasons,
  type Subject,
} from '@tidu/policy';
import type { Names, Pack, Source } from '@tidu/reference';
import type { MeasureInForce } from './measures.store.ts';

/** A measure as a line of the library. */
export function briefOf(
  { rule, record }: Pick<MeasureInForce, 'rule' | 'record'>,
  pack: Pick<Pack, 'places'>,
) {
  const { id, title, issuer, document, holds, kind, about, wording, gives } = rule.measure;
  return {
    id,
    title: { ...title },
    issuer: { ...issuer },
    ...document,
    kind,
    about: { ...about },
    places: holds.in.map((code) => placeNamed(code, pack)),
    from: holds.from,
    ...(holds.to && { to: holds.to }),
    wording,
    unquantified: 'unquantified' in gives,
    ...(record && { record: { ...record } }),
  };
}

const placeNamed = (code: string, { places }: Pick<Pack, 'places'>) => {
  const { zh, en } = places.find((place) => place.code === code)?.name ?? { zh: code, en: code };
  return { code, name: { zh, en } };
};

interface Beside {
  readonly rules: RuleSet;
  readonly pack: Pick<Pack, 'places' | 'sources'>;
  readonly placeOf: PlacesKnown;
  readonly findings: readonly Finding[];
}

/** A measure with what is computed of it: its examples as they come out, how far they try it, what to look at. */
export function wholeOf(found: MeasureInForce, { rules, pack, placeOf, findings }: Beside) {
  const { rule, text, lineOf } = found;
  const { measure } = rule;
  const { taken, ways } = coverage(rule, placeOf);
  return {
    ...briefOf(found, pack),
    source: sourceOf(measure, pack.sources),
    parameters: Object.entries(measure.parameters).map(([name, values]) => ({ name, values })),
    eligible: measure.eligible,
    gives: givenBy(measure),
    excludes: measure.excludes.map((id) => {
      const other = rules.rules.get(id)?.measure.title;
      return { id, ...(other && { title: other }) };
    }),
    ...(measure.within && { within: measure.within }),
    ...(measure.clawback && { clawback: measure.clawback }),
    ...(measure.budget && { budget: measure.budget }),
    examples: examplesOf(rule, pack, placeOf),
    coverage: { taken, ways },
    findings: findings
      .filter((one) => one.measure === measure.id)
      .map(({ path, measure: _, ...one }) => ({ ...one, line: lineOf(path) })),
    fields: fieldsNamed(rule),
    text,
  };
}

/** What an office writes itself is its own source: the document that the measure names. */
const ownSource = 'own';

/** Sources that a measure may name. */
export const sourcesKnown = ({ sources }: Pick<Pack, 'sources'>): ReadonlySet<string> =>
  new Set([ownSource, ...sources.map(({ id }) => id)]);

function sourceOf({ source, title, issuer, document }: Measure, sources: readonly Source[]) {
  if (source === ownSource) return { id: source, title: title.zh, issuer: issuer.zh, ...document };
  const { licence: _, ...found } = sources.find((one) => one.id === source) ?? { id: source };
  return found;
}

function givenBy({ gives }: Measure) {
  return 'unquantified' in gives ? { per: 'unknown' as const, says: gives.says } : gives;
}

function examplesOf(rule: Rule, pack: Pick<Pack, 'places'>, placeOf: PlacesKnown) {
  const wrong = new Set(misses(rule, placeOf).map(({ example }) => example));
  return rule.measure.examples.map((example, i) => {
    const { verdict, total, years, open } = exampleOutcome(rule, example, placeOf);
    const first = years?.find((yuan) => yuan > 0);
    const { company, project, yearly, there } = example;
    return {
      name: example.name,
      date: example.date,
      place: placeNamed(example.place, pack),
      given: [
        ...figuresOf('company', company),
        ...figuresOf('project', project),
        ...figuresOf('yearly', yearly[0] ?? {}),
        ...figuresOf('place', there),
      ],
      expect: example.expect,
      came: { verdict, ...(total !== undefined && { total }), ...(first !== undefined && { first }) },
      right: !wrong.has(i),
      open: open.map((path) => nameOf(path)),
    };
  });
}

interface FigureTold {
  readonly path: string;
  readonly names: Names;
  readonly unit?: string;
  readonly value?: boolean | number | string | string[];
}

const figuresOf = (variable: keyof typeof fields, values: object) =>
  Object.entries(values).map(([name, value]): FigureTold => {
    const { names, unit } = (fields[variable] as Readonly<Record<string, Field>>)[name] as Field;
    return { path: `${variable}.${name}`, names, ...(unit && { unit }), value };
  });

const fieldOf = (path: string): Field | undefined => {
  const [variable, name] = path.split('.') as [keyof typeof fields, string];
  return (fields[variable] as Readonly<Record<string, Field>> | undefined)?.[name];
};
const nameOf = (path: string): Names => fieldOf(path)?.names ?? { zh: path, en: path };

/** What the pack knows of every place, or follows from the day: nobody is asked for it. */
const known = new Set([
  'place.code',
  'place.province',
  'place.region',
  'place.nationalPark',
  'yearly.year',
  'yearly.calendarYear',
]);

/** The fields that a rule names and that somebody has to fill in, in the order of the table of fields. */
function fieldsNamed(rule: Rule) {
  const named = new Set(
    [
      ...rule.eligible,
      ...rule.branches.flatMap(({ when, amount }) => (when ? [when, amount] : [amount])),
      ...[rule.cap, rule.floor, rule.inAll, rule.limit].filter((one) => one !== undefined),
    ].flatMap(({ paths }) => paths),
  );
  return Object.entries(fields).flatMap(([variable, of]) =>
    Object.keys(of).flatMap((name) => fieldsAt([`${variable}.${name}`].filter((path) => named.has(path)))),
  );
}

interface FieldNamed {
  readonly path: string;
  readonly type: Field['type'];
  readonly names: Names;
  readonly unit?: string;
  readonly oneOf?: string[];
}

const fieldsAt = (paths: readonly string[]) =>
  paths.flatMap((path): FieldNamed[] => {
    const field = fieldOf(path);
    if (!field || known.has(path)) return [];
    const { type, names, unit, oneOf } = field;
    return [{ path, type, names, ...(unit && { unit }), ...(oneOf && { oneOf: [...oneOf] }) }];
  });

/** What measures give to a subject, each with the way to it. */
export function outcomesOf(rules: RuleSet, subject: Subject, { outcomes }: Pick<Benefits, 'outcomes'>) {
  return outcomes.map((outcome) =>
    outcomeOf(rules.rules.get(outcome.measure) as Rule, rules, subject, outcome),
  );
}

function outcomeOf(rule: Rule, rules: RuleSet, subject: Subject, outcome: Outcome) {
  const { measure, verdict, years, total, year, open, by } = outcome;
  const title = by && rules.rules.get(by)?.measure.title;
  return {
    measure,
    title: rule.measure.title,
    kind: rule.measure.kind,
    verdict,
    ...(years && { years: [...years] }),
    ...(total !== undefined && { total }),
    year,
    open: fieldsAt(open),
    ...(title && { by: title }),
    reasons: reasons(rule, subject, outcome).map(({ figures, ...reason }) => ({
      ...reason,
      figures: figures.map(
        ({ path, names, unit, value }): FigureTold => ({
          path,
          names,
          ...(unit && { unit }),
          ...(value !== undefined && { value: value as NonNullable<FigureTold['value']> }),
        }),
      ),
    })),
  };
}
