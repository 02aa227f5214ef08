import { type Names, names } from '@tidu/reference';
import { z } from 'zod';
import type { BenefitClause, BenefitKind, Side } from './clause.ts';
import { inYuan } from './money.ts';
import type { SettledLine, Settlement } from './settlement.ts';
import { firstMonth, type Months } from './term.ts';

/** One step of a settlement as a sentence, with the part of the clause that it applies. */
export const step = names.extend({
  part: z.enum(['term', 'trigger', 'share', 'sum', 'floor', 'cap', 'result']),
});
type Step = z.infer<typeof step>;

export const kindNames: Readonly<Record<BenefitKind, Names>> = {
  vat: { zh: '增值税', en: 'VAT' },
  'corporate-income-tax': { zh: '企业所得税', en: 'corporate income tax' },
  'individual-income-tax': { zh: '个人所得税', en: 'individual income tax' },
  'other-tax': { zh: '其他税收', en: 'other taxes' },
  'value-added': { zh: '增加值', en: 'value added' },
  output: { zh: '产值', en: 'output' },
};
const sideNames: Readonly<Record<Side, Names>> = {
  park: { zh: '园区方', en: 'the park' },
  partner: { zh: '合作方', en: 'the partner' },
};

/**
 * The settlement told line by line, so that a reader who knows no formula can follow each amount to the clause.
 * @param projects  names of projects by the key in the entries
 */
export function trace(
  clause: BenefitClause,
  settled: Settlement,
  projects: Readonly<Record<string, string>> = {},
): Step[] {
  return [
    termStep(clause, settled),
    ...triggerSteps(clause),
    ...settled.lines.map((line) => lineStep(clause, line, projects[line.project] ?? line.project)),
    sumStep(settled),
    ...boundSteps(clause, settled),
    resultStep(settled),
  ];
}

function termStep({ from, to }: BenefitClause, { year, months }: Settlement): Step {
  const term = {
    zh: to ? `${from}至${to}` : `${from}起`,
    en: to ? `from ${from} to ${to}` : `from ${from} on`,
  };
  return months
    ? {
        part: 'term',
        zh: `约定期限${term.zh}；${year}年计入${months.count}个月（${months.from}至${months.to}）`,
        en: `the clause holds ${term.en}; of ${year}, ${months.count} months count (${months.from} to ${months.to})`,
      }
    : {
        part: 'term',
        zh: `约定期限${term.zh}；${year}年没有计入的月份，不分配`,
        en: `the clause holds ${term.en}; no month of ${year} counts, nothing is shared`,
      };
}

function triggerSteps({ trigger }: BenefitClause): Step[] {
  if (!trigger) return [];
  const since = firstMonth(trigger);
  return [
    since
      ? {
          part: 'trigger',
          zh: `起算条件“${trigger.what.zh}”于${trigger.date}满足，自${since}起计`,
          en: `the condition "${trigger.what.en}" was met on ${trigger.date}; counted from ${since}`,
        }
      : {
          part: 'trigger',
          zh: `起算条件“${trigger.what.zh}”尚未满足，不分配`,
          en: `the condition "${trigger.what.en}" has not been met; nothing is shared`,
        },
  ];
}

const reasons: Readonly<Record<NonNullable<SettledLine['why']>, Names>> = {
  'no-base': { zh: '不在分配基数之内', en: 'is no base of the clause' },
  'outside-term': { zh: '不在计入的月份', en: 'lies outside the months that count' },
  'no-share': { zh: '该年未约定比例', en: 'has no share agreed for the year' },
};

function lineStep(clause: BenefitClause, line: SettledLine, project: string): Step {
  const what = kindNames[line.kind];
  const start = {
    zh: `${project}，${what.zh}（${line.period}）${inYuan(line.fen)}元`,
    en: `${project}, ${what.en} (${line.period}): CNY ${inYuan(line.fen)}`,
  };
  if (!line.parts) {
    const why = reasons[line.why ?? 'no-share'];
    return { part: 'share', zh: `${start.zh}：${why.zh}，不分配`, en: `${start.en} ${why.en}; not shared` };
  }
  const percent = (clause.bases.find(({ kind }) => kind === line.kind)?.perTenThousand ?? 0) / 100;
  const { park, partner } = line.parts;
  const counted =
    percent === 100
      ? { zh: '，全额计入', en: ', counted whole' }
      : {
          zh: `，按${percent}%计入${inYuan(line.counted)}元`,
          en: `, of which ${percent} % count: CNY ${inYuan(line.counted)}`,
        };
  return {
    part: 'share',
    zh: `${start.zh}${counted.zh}；按园区方${park}：合作方${partner}分，园区方${inYuan(line.park)}元，合作方${inYuan(line.partner)}元`,
    en: `${start.en}${counted.en}; divided park ${park} : partner ${partner}, the park CNY ${inYuan(line.park)}, the partner CNY ${inYuan(line.partner)}`,
  };
}

const sumStep = ({ taxes }: Settlement): Step => ({
  part: 'sum',
  zh: `税收合计${inYuan(taxes.counted)}元：园区方${inYuan(taxes.park)}元，合作方${inYuan(taxes.partner)}元`,
  en: `taxes together CNY ${inYuan(taxes.counted)}: the park CNY ${inYuan(taxes.park)}, the partner CNY ${inYuan(taxes.partner)}`,
});

function boundSteps(clause: BenefitClause, { floor, cap }: Settlement): Step[] {
  const steps: Step[] = [];
  if (floor && clause.floor) {
    const held = holding(clause, floor, clause.floor);
    const who = sideNames[floor.side];
    steps.push({
      part: 'floor',
      zh: `保底：${who.zh}${held.zh}${floor.months ? (floor.topUp > 0 ? `，不足，补${inYuan(floor.topUp)}元` : '，已达到，不补') : ''}`,
      en: `floor: ${who.en} ${held.en}${floor.months ? (floor.topUp > 0 ? `; not reached, CNY ${inYuan(floor.topUp)} are added` : '; reached, nothing is added') : ''}`,
    });
  }
  if (cap && clause.cap) {
    const held = holding(clause, cap, clause.cap);
    const who = sideNames[cap.side];
    steps.push({
      part: 'cap',
      zh: `封顶：${who.zh}${held.zh}${cap.months ? (cap.cut > 0 ? `，超出，减${inYuan(cap.cut)}元` : '，未超出') : ''}`,
      en: `cap: ${who.en} ${held.en}${cap.months ? (cap.cut > 0 ? `; exceeded, CNY ${inYuan(cap.cut)} are cut` : '; not exceeded') : ''}`,
    });
  }
  return steps;
}

function holding(
  { partialYear }: BenefitClause,
  bound: { months?: Months; fen: number },
  agreed: NonNullable<BenefitClause['floor']>,
): Names {
  const a = { zh: `每年${inYuan(agreed.fen)}元`, en: `CNY ${inYuan(agreed.fen)} a year` };
  if (!bound.months) {
    const what = agreed.trigger?.what;
    return what
      ? {
          zh: `${a.zh}，条件“${what.zh}”尚未起算`,
          en: `${a.en}; its condition "${what.en}" does not hold yet`,
        }
      : { zh: `${a.zh}，本年不适用`, en: `${a.en}; does not apply this year` };
  }
  if (bound.months.count === 12 || partialYear === 'whole') return a;
  return {
    zh: `${a.zh}，本年${bound.months.count}个月，按十二分之${bound.months.count}为${inYuan(bound.fen)}元`,
    en: `${a.en}; ${bound.months.count} months of this year, ${bound.months.count}/12 are CNY ${inYuan(bound.fen)}`,
  };
}

const resultStep = ({ result, cumulative }: Settlement): Step => ({
  part: 'result',
  zh: `园区方得${inYuan(result.park)}元，合作方得${inYuan(result.partner)}元；累计园区方${inYuan(cumulative.park)}元，合作方${inYuan(cumulative.partner)}元`,
  en: `the park gets CNY ${inYuan(result.park)}, the partner CNY ${inYuan(result.partner)}; with the years before CNY ${inYuan(cumulative.park)} and CNY ${inYuan(cumulative.partner)}`,
});
