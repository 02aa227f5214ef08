import type { BenefitClause, BenefitEntry } from './clause.ts';
import { monthsShared } from './term.ts';

/** An entry that cannot be counted: which field, and what to do, in both languages. */
export interface Unsettled {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

/** Why the year cannot be computed as given; empty where it can. */
export function whatStandsAgainst(
  clause: BenefitClause,
  year: number,
  entries: readonly BenefitEntry[],
): Unsettled[] {
  const months = monthsShared(clause, year);
  return entries.flatMap((entry, at) => {
    const { project, kind, period } = entry;
    const field = `entries.${at}.period`;
    const before = entries.slice(0, at).filter((other) => other.project === project && other.kind === kind);
    if (!period.startsWith(String(year))) {
      return [
        {
          field,
          zh: `${period}不在${year}年：请移到该年的结算单`,
          en: `${period} is not in ${year}: put it into the statement of its year`,
        },
      ];
    }
    if (before.some((other) => other.period === period)) {
      return [
        {
          field,
          zh: `“${project}”的同一税种、同一时期（${period}）填了两次：请合并为一行`,
          en: `"${project}" has the same kind and period (${period}) twice: make them one line`,
        },
      ];
    }
    if (before.some((other) => (other.period.length === 4) !== (period.length === 4))) {
      return [
        {
          field,
          zh: `“${project}”的同一税种既填了全年又填了月份，会重复计算：请只留一种`,
          en: `"${project}" has the same kind as a year and as months, which would count it twice: keep one`,
        },
      ];
    }
    if (period.length === 4 && months && months.count < 12 && sharedKind(clause, entry)) {
      return [
        {
          field,
          zh: `${year}年只有${months.from}至${months.to}计入分配：请按月填写`,
          en: `of ${year} only ${months.from} to ${months.to} count: give the amounts by month`,
        },
      ];
    }
    return [];
  });
}

const sharedKind = (clause: BenefitClause, { kind }: BenefitEntry): boolean =>
  clause.bases.some((base) => base.kind === kind);
