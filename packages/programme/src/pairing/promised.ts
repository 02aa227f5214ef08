import type { AgreementContent } from './agreement.ts';
import type { AgreementTemplates } from './agreement-templates.ts';
import type { ObligationContent } from './obligation.ts';

type Promised = Pick<ObligationContent, 'whose' | 'what' | 'due' | 'clause'>;

/**
 * What the clauses of an agreement make due within its term: once, or each year on a day.
 * @param since  the day on which it comes into force: nothing is owed before
 */
export function promised(
  { clauses, from, to }: Pick<AgreementContent, 'clauses' | 'from' | 'to'>,
  templates: AgreementTemplates,
  since: string,
): Promised[] {
  const all = clauses.flatMap(({ template }) => {
    const found = templates.clauses.find(({ id }) => id === template);
    return (found?.obligations ?? []).flatMap(({ whose, what, due }) =>
      ('daysAfterStart' in due
        ? [daysAfter(from, due.daysAfterStart)]
        : eachYear(from, to, due.everyYearOn)
      ).map((day) => ({ whose, what, due: day, clause: template })),
    );
  });
  return all
    .filter(({ due }) => due >= from && due >= since && due <= to)
    .sort((one, other) => one.due.localeCompare(other.due));
}

function eachYear(from: string, to: string, monthDay: string): string[] {
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, at) => `${first + at}-${monthDay}`);
}

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
