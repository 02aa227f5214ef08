import type { Names } from '@tidu/reference';
import type { Reason } from '../ground/workflow.ts';

/** An organisation by its id in the programme where it has one, else by its name. */
export interface Body {
  readonly id?: string | undefined;
  readonly name: string;
}

/** What an expert has or had to do with somebody, as the expert declares. */
interface Tie {
  readonly to: Body;
  readonly what: string;
}

/** An expert as far as conflicts go. */
export interface Judge {
  readonly id: string;
  readonly employer: Body;
  /** GB/T 2260 code of where they work. */
  readonly place: string;
  readonly ties: readonly Tie[];
}

/** An application as far as conflicts go. */
export interface Party {
  readonly id: string;
  readonly title: Names;
  readonly applicant: Body;
  readonly place: string;
  /** Companies that run the park, and others whom the decision touches. */
  readonly concerned: readonly Body[];
  readonly partner?: Body | undefined;
}

export const conflictRules = [
  'same-organisation',
  'same-city',
  'same-province',
  'partner',
  'declared-tie',
  'colleague',
] as const;
export type ConflictRule = (typeof conflictRules)[number];

export interface Conflict {
  readonly expert: string;
  readonly application: string;
  readonly rule: ConflictRule;
  readonly reason: Reason;
}

/**
 * Which expert may not judge which application, and why: every pair once, by the first rule that holds.
 *
 * - `same-organisation`: employed by the applicant or by another body that the decision touches
 * - `same-city`, `same-province`: works where the park lies
 * - `partner`: employed by the partner that the park is built with, or declares a tie to it
 * - `declared-tie`: declares a tie to the applicant or to another body that the decision touches
 * - `colleague`: a colleague of the same employer declares such a tie
 *
 * @param inForce  the rules that count; the pack says which
 */
export function conflictsOf(
  experts: readonly Judge[],
  applications: readonly Party[],
  inForce: readonly ConflictRule[] = conflictRules,
): Conflict[] {
  const colleagues = Map.groupBy(experts, ({ employer }) => keyOf(employer));
  return applications.flatMap((application) =>
    experts.flatMap((expert) => {
      const found = inForce.flatMap((rule) => {
        const reason = tests[rule](expert, application, colleagues.get(keyOf(expert.employer)) ?? []);
        return reason ? [{ expert: expert.id, application: application.id, rule, reason }] : [];
      });
      return found.slice(0, 1);
    }),
  );
}

type Test = (expert: Judge, application: Party, colleagues: readonly Judge[]) => Reason | undefined;

const tests: Readonly<Record<ConflictRule, Test>> = {
  'same-organisation': ({ employer }, { applicant, concerned }) => {
    const body = [applicant, ...concerned].find((one) => same(one, employer));
    return body && { zh: `任职于当事单位${body.name}`, en: `employed by ${body.name}, which is concerned` };
  },
  'same-city': ({ place }, application) =>
    cityOf(place) === cityOf(application.place)
      ? { zh: '与申报地同城', en: 'works in the city that applies' }
      : undefined,
  'same-province': ({ place }, application) =>
    place.slice(0, 2) === application.place.slice(0, 2)
      ? { zh: '与申报地同省', en: 'works in the province that applies' }
      : undefined,
  partner: ({ employer, ties }, { partner }) => {
    if (!partner) return undefined;
    if (same(employer, partner))
      return { zh: `任职于共建方${partner.name}`, en: `employed by the partner ${partner.name}` };
    const tie = ties.find(({ to }) => same(to, partner));
    return (
      tie && {
        zh: `与共建方${partner.name}有关联：${tie.what}`,
        en: `tied to the partner ${partner.name}: ${tie.what}`,
      }
    );
  },
  'declared-tie': ({ ties }, application) => {
    const tie = tieTo(ties, application);
    return (
      tie && { zh: `申明关联：${tie.to.name}（${tie.what}）`, en: `declares: ${tie.to.name} (${tie.what})` }
    );
  },
  colleague: ({ id }, application, colleagues) => {
    const tied = colleagues.find((other) => other.id !== id && tieTo(other.ties, application));
    return (
      tied && {
        zh: `同一单位${tied.employer.name}的其他专家与当事单位有关联`,
        en: `a colleague at ${tied.employer.name} is tied to a body that is concerned`,
      }
    );
  },
};

const tieTo = (ties: readonly Tie[], { applicant, concerned, partner }: Party): Tie | undefined =>
  ties.find(({ to }) =>
    [applicant, ...concerned, ...(partner ? [partner] : [])].some((one) => same(one, to)),
  );

const same = (a: Body, b: Body): boolean =>
  a.id !== undefined && b.id !== undefined
    ? a.id === b.id
    : keyOf({ name: a.name }) === keyOf({ name: b.name });

/** One key per employer. Names are compared without spaces and in one width. */
export const keyOf = ({ id, name }: Body): string => id ?? name.normalize('NFKC').replaceAll(/\s/g, '');

/**
 * The prefecture of a place. Counties directly under a province (`..90..`) are their own.
 * @example cityOf('430121') // '430100'
 */
export const cityOf = (place: string): string =>
  place.slice(2, 4) === '90' ? place : `${place.slice(0, 4)}00`;
