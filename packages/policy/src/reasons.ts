import type { Names } from '@tidu/reference';
import { type Outcome, prepared, type Step } from './outcome.ts';
import type { Rule } from './rule-set.ts';
import { type Field, fields, type Subject } from './subject.ts';

/** One step of an outcome in words: what was asked, by which clause, with which figures, and what came of it. */
export interface Reason {
  readonly part: Step['part'];
  readonly index: number;
  readonly says?: Names | undefined;
  readonly clause?: Names | undefined;
  readonly expression: string;
  readonly figures: readonly Figure[];
  readonly said: Step['said'];
}

interface Figure {
  /** `project.jobs`, `p.rate` */
  readonly path: string;
  readonly names: Names;
  readonly unit?: Field['unit'] | undefined;
  /** Nothing where it is open. */
  readonly value?: unknown;
}

/** `project.jobs` → what it is. */
const all: Readonly<Record<string, Field>> = Object.fromEntries(
  Object.entries(fields).flatMap(([variable, of]) =>
    Object.entries(of).map(([name, field]) => [`${variable}.${name}`, field]),
  ),
);

/** The way from a subject to an outcome, step by step, as somebody can follow it who has the text of the measure beside them. */
export function reasons(rule: Rule, subject: Subject, outcome: Outcome): Reason[] {
  const bindings = prepared(subject).of(outcome.year);
  const { measure } = rule;
  const gives = 'unquantified' in measure.gives ? undefined : measure.gives;
  const of = ({ part, index }: Step) => {
    if (part === 'eligible') return { expression: rule.eligible[index], ...words(measure.eligible[index]) };
    const branch = gives?.amounts[index];
    if (part === 'when') return { expression: rule.branches[index]?.when, ...words(branch) };
    if (part === 'amount') return { expression: rule.branches[index]?.amount, ...words(branch) };
    return { expression: rule[part] };
  };
  return outcome.steps.flatMap((step) => {
    const { expression, ...said } = of(step);
    if (!expression) return [];
    const figures = expression.paths.map((path): Figure => {
      const [variable, field] = path.split('.') as [string, string];
      if (variable === 'p') {
        return {
          path,
          names: { zh: field, en: field },
          value: parameterOn(rule, field, subject, outcome.year),
        };
      }
      const { names, unit } = all[path] as Field;
      return { path, names, unit, value: (bindings[variable] as Record<string, unknown>)[field] };
    });
    return [{ ...step, ...said, expression: expression.text, figures }];
  });
}

const words = (part: { says: Names; clause?: Names | undefined } | undefined) =>
  part && { says: part.says, clause: part.clause };

function parameterOn({ measure }: Rule, name: string, subject: Subject, year: number): number | undefined {
  const day = `${Number(subject.date.slice(0, 4)) + year - 1}${subject.date.slice(4)}`;
  return measure.parameters[name]
    ?.filter(({ from }) => from <= day)
    .reduce<{ from: string; value: number } | undefined>(
      (found, one) => (!found || one.from >= found.from ? one : found),
      undefined,
    )?.value;
}
