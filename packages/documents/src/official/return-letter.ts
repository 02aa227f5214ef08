import { printedDate } from './gbt9704.ts';
import type { Official } from './official.ts';

/** What is to be mended in an application, and by whom it is said. */
export interface Returned {
  /** Name of the park that is applied for, and who applies. */
  readonly park: string;
  readonly applicant: string;
  readonly issuer: string;
  readonly on: string;
  /** Until when it may be mended; what was only returned has no day of its own. */
  readonly due?: string | undefined;
  readonly reasons: readonly { readonly field: string; readonly reason: string }[];
  readonly sample: boolean;
}

/** The letter by which an application comes back to be completed (补正通知): everything that lacks, said at once. */
export function returnLetter({ park, applicant, issuer, on, due, reasons, sample }: Returned): Official {
  return {
    title: `关于补正“${park}”\n申报材料的通知`,
    addressee: applicant,
    body: [
      { text: `你单位提交的“${park}”申报材料收悉。经审查，需补正以下内容：` },
      ...reasons.map(({ field, reason }, i) => ({
        text: `${i + 1}.${field}：${reason}`.replace(/[。.]?$/, '。'),
        level: 3 as const,
      })),
      {
        text: due
          ? `请于${printedDate(due)}前一次性补齐后重新提交。逾期未补正的，按未提交处理。`
          : '请补正后重新提交。',
      },
    ],
    issuer,
    date: on,
    sample,
  };
}
