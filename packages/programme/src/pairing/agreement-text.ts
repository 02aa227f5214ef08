import { names } from '@tidu/reference';
import { z } from 'zod';
import { benefitText } from '../benefit/clause-text.ts';
import type { AgreementContent } from './agreement.ts';
import type { AgreementTemplates, ClauseTemplate } from './agreement-templates.ts';

/** One article as it is signed. */
export const article = z.strictObject({ number: z.int(), heading: names, text: names, source: z.string() });
export type Article = z.infer<typeof article>;

type Written = Pick<AgreementContent, 'clauses' | 'benefit'>;

/** The articles of an agreement: clauses with their values, benefit sharing last. */
export function textOf({ clauses, benefit }: Written, templates: AgreementTemplates): Article[] {
  const articles = clauses.flatMap(({ template, values }) => {
    const found = templates.clauses.find(({ id }) => id === template);
    return found ? [{ heading: found.heading, text: filled(found, values), source: found.source }] : [];
  });
  const shared = benefit
    ? [{ heading: templates.benefit.heading, text: benefitText(benefit), source: templates.benefit.source }]
    : [];
  return [...articles, ...shared].map((one, at) => ({ number: at + 1, ...one }));
}

/** What is wrong with the clauses chosen, by field; empty where they are what the templates ask for. */
export function faultsOf(
  { clauses }: Written,
  templates: AgreementTemplates,
): { field: string; message: string }[] {
  return clauses.flatMap(({ template, values }, at) => {
    const field = `content.clauses.${at}`;
    const found = templates.clauses.find(({ id }) => id === template);
    if (!found) {
      const known = templates.clauses.map(({ id }) => id).join(', ');
      return [
        { field: `${field}.template`, message: `there is no clause "${template}": take one of ${known}` },
      ];
    }
    if (clauses.findIndex((other) => other.template === template) < at) {
      return [{ field: `${field}.template`, message: `"${template}" is there twice: keep it once` }];
    }
    const strange = Object.keys(values)
      .filter((id) => !found.parameters.some((parameter) => parameter.id === id))
      .map((id) => ({
        field: `${field}.values.${id}`,
        message: 'the clause has no such parameter: leave it out',
      }));
    const outside = found.parameters.flatMap((parameter) => {
      const value = values[parameter.id] ?? parameter.default;
      const said = against(parameter, value);
      return said ? [{ field: `${field}.values.${parameter.id}`, message: said }] : [];
    });
    return [...strange, ...outside];
  });
}

function against({ kind, least, most }: ClauseTemplate['parameters'][number], value: string | number) {
  if (typeof value !== (kind === 'number' ? 'number' : 'string')) return `has to be a ${kind}`;
  if (typeof value === 'string') return value.trim() === '' ? 'is empty: fill it in' : undefined;
  if (least !== undefined && value < least) return `${value} is less than ${least}`;
  if (most !== undefined && value > most) return `${value} is more than ${most}`;
  return undefined;
}

function filled({ text, parameters }: ClauseTemplate, values: Readonly<Record<string, string | number>>) {
  const put = (written: string) =>
    written.replace(/\{([a-zA-Z]+)\}/g, (whole, id: string) => {
      const value = values[id] ?? parameters.find((parameter) => parameter.id === id)?.default;
      return value === undefined ? whole : String(value);
    });
  return { zh: put(text.zh), en: put(text.en) };
}
