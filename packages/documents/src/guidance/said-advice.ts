import type { MinistryNext } from '@tidu/guidance';
import type { Paragraph } from '../official/official.ts';
import { saidQuantity, saidYuan } from './said-amounts.ts';

type Advice = MinistryNext['advice'][number];

/** Pieces of advice that a bulletin carries: the others stand on the page. */
const carried = 10;
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const made = { synthetic: '合成', sample: '示例' } as const;

/** Advice in its order, each with its reasons and the numbers that they rest on. */
export function saidAdvice(advice: readonly Advice[]): Paragraph[] {
  if (advice.length === 0) return [{ text: '统计和资料中没有看出需要办理的事项。' }];
  return advice.slice(0, carried).flatMap(({ says, about, reasons, talk, remedy }, i) => [
    { text: `（${numerals[i]}）${says.zh}`, level: 2 as const },
    {
      text: [
        `${reasons.map(saidReason).join('；')}。`,
        ...(talk.length > 0 && about.what !== 'place'
          ? [`可对接${talk.map(({ names, movable }) => `${names.zh}（${saidYuan(movable)}）`).join('、')}。`]
          : []),
        ...(remedy ? [`${remedy.zh}。`] : []),
      ].join(''),
    },
  ]);
}

function saidReason({ says, quantity, madeUp }: Advice['reasons'][number]): string {
  const number = quantity ? `：${saidQuantity(quantity)}` : '';
  return `${says.zh}${number}${madeUp ? `（${made[madeUp]}）` : ''}`;
}
