import type { Names } from '@tidu/reference';
import type { BenefitClause, Side, Trigger } from './clause.ts';
import { inYuan } from './money.ts';
import { kindNames } from './trace.ts';

const sides: Readonly<Record<Side, Names>> = {
  park: { zh: '园区方', en: 'the park' },
  partner: { zh: '合作方', en: 'the partner' },
};

/** The clause as the article that both sides sign: what the computation does, in words. */
export function benefitText(clause: BenefitClause): Names {
  const { bases, shares, floor, cap, from, to, trigger, partialYear, remainder } = clause;
  const zh = [
    `双方共同引进的项目，其下列税收和指标按本条分配：${bases
      .map(
        ({ kind, perTenThousand: part }) =>
          `${kindNames[kind].zh}${part === 10_000 ? '（全额）' : `（按${part / 100}%计入）`}`,
      )
      .join('、')}。`,
    ...shares.map(
      ({ kinds, from: first, to: last, park, partner }) =>
        `${kinds.map((kind) => kindNames[kind].zh).join('、')}自${first}年${last === undefined ? '起' : `至${last}年`}，园区方与合作方按${park}:${partner}分配。`,
    ),
    floor &&
      `${when(floor.trigger, 'zh')}${sides[floor.side].zh}每年所得税收不低于${inYuan(floor.fen)}元，不足部分由另一方补足。`,
    cap &&
      `${when(cap.trigger, 'zh')}${sides[cap.side].zh}每年所得税收不超过${inYuan(cap.fen)}元，超出部分归另一方。`,
    (floor || cap) &&
      (partialYear === 'by-months' ? '不满一年的，保底、封顶按月数折算。' : '不满一年的，保底、封顶不折算。'),
    `本条自${from}起${to === undefined ? '' : `至${to}止`}适用${trigger ? `，${when(trigger, 'zh').replace(/，$/, '')}起算` : ''}。`,
    `分配计算到分，除不尽的余数归${sides[remainder].zh}。`,
  ];
  const en = [
    `Of the projects that both sides brought about together, the following are shared by this article: ${bases
      .map(
        ({ kind, perTenThousand: part }) =>
          `${kindNames[kind].en}${part === 10_000 ? ' (whole)' : ` (${part / 100} % of it)`}`,
      )
      .join(', ')}.`,
    ...shares.map(
      ({ kinds, from: first, to: last, park, partner }) =>
        `${capital(kinds.map((kind) => kindNames[kind].en).join(', '))} from ${first} ${last === undefined ? 'on' : `to ${last}`}: park to partner ${park}:${partner}.`,
    ),
    floor &&
      `${capital(`${when(floor.trigger, 'en')}${sides[floor.side].en}`)} gets at least CNY ${inYuan(floor.fen)} of taxes a year; the other side adds what is missing.`,
    cap &&
      `${capital(`${when(cap.trigger, 'en')}${sides[cap.side].en}`)} gets at most CNY ${inYuan(cap.fen)} of taxes a year; what is above goes to the other side.`,
    (floor || cap) &&
      `For a part of a year, floor and cap ${partialYear === 'by-months' ? 'count by months' : 'hold whole'}.`,
    `The article holds from ${from}${to === undefined ? ' on' : ` to ${to}`}${trigger ? `, ${when(trigger, 'en').replace(/, $/, '')}` : ''}.`,
    `Shares are computed to the fen; what does not divide goes to ${sides[remainder].en}.`,
  ];
  return { zh: zh.filter(Boolean).join(''), en: en.filter(Boolean).join(' ') };
}

function when(trigger: Trigger | undefined, language: 'zh' | 'en'): string {
  if (!trigger) return '';
  const { what, date, delayMonths } = trigger;
  if (language === 'zh') {
    return `自“${what.zh}”${date ? `（${date}）` : ''}${delayMonths > 0 ? `满${delayMonths}个月后` : ''}，`;
  }
  return `${delayMonths > 0 ? `${delayMonths} months ` : ''}after "${what.en}"${date ? ` (${date})` : ''}, `;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
