import { type Names, words } from '@tidu/reference';
import type { EffectResult } from '../effect/effect-result.ts';
import type { Draft } from './advice.ts';
import type { Sight } from './sight.ts';

/** Periods from which on a prediction and an evaluation can be made. */
const enough = 5;

/** What statistics are missing, what cannot be said without them, and what to load. */
export function dataAdvice(
  { ground: { trade, groups }, courses }: Sight,
  { answer }: Pick<EffectResult, 'answer'>,
  place?: { place: string; names: Names },
): Draft[] {
  const draft = (
    id: string,
    extent: number,
    names: Names,
    why: Names,
    remedy: Names,
    field: string,
  ): Draft => ({
    kind: 'load-data',
    extent,
    sure: 'stated',
    about: { what: 'statistics', id, names },
    says: words(`载入${names.zh}`, `Load ${names.en}`),
    reasons: [
      {
        code: `no-${id}`,
        says: why,
        quantity: null,
        evidence: { in: 'guidance', name: 'known', request: {}, field },
        madeUp: null,
      },
    ],
    remedy,
  });
  if (!trade) {
    return [
      draft(
        'statistics',
        1,
        words('分城市的海关统计', 'customs statistics by city'),
        words(
          '没有两个可比时段的统计，谁在增、谁在减都说不出',
          'Without two periods that can be compared nobody can say who gains and who loses',
        ),
        words(
          '在“数据”中载入两年同月的分地区海关统计表',
          'Load under Data the customs tables by place of the same months of two years',
        ),
        '/trade',
      ),
    ];
  }
  const drafts: Draft[] = [];
  if (place && courses && !courses.of(place.place)) {
    drafts.push(
      draft(
        'city',
        1,
        words(`含${place.names.zh}的统计`, `statistics that tell of ${place.names.en}`),
        words(
          '所载统计里没有本园区所在城市的完整数',
          'The statistics loaded do not tell of the park’s city in every period',
        ),
        words(
          '载入公布到本市的统计表，或本市海关的数据',
          'Load tables that are published down to this city, or data of its own customs',
        ),
        '/trade/told',
      ),
    );
  }
  if (groups.length === 1 && groups[0]?.id === 'all') {
    drafts.push(
      draft(
        'goods',
        0.8,
        words('分商品的海关统计', 'customs statistics by commodity'),
        words(
          '所载统计不分商品，说不出该承接哪类产业',
          'The statistics tell no goods: which industry to go for cannot be said',
        ),
        words(
          '在“数据”中载入分地区、分商品的海关数据',
          'Load under Data customs data by place and commodity',
        ),
        '/groups',
      ),
    );
  }
  if (trade.measured === 'all') {
    drafts.push(
      draft(
        'mode',
        0.6,
        words('分贸易方式的海关统计', 'customs statistics by trade mode'),
        words(
          '所载统计不分贸易方式，看到的是全部贸易，不是加工贸易',
          'The statistics tell no trade mode: what is seen is all trade, not processing trade',
        ),
        words(
          '在“数据”中载入分地区、分贸易方式的海关数据',
          'Load under Data customs data by place and trade mode',
        ),
        '/trade/measured',
      ),
    );
  }
  if (trade.exports.periods.length < enough) {
    drafts.push(
      draft(
        'years',
        0.5,
        words('更早年份的海关统计', 'customs statistics of earlier years'),
        words(
          '时段太少，不能预测，也不能评估认定前后的变化',
          'Too few periods to foretell anything, or to tell what recognition changed',
        ),
        yearsToLoad(answer),
        '/trade/periods',
      ),
    );
  }
  return drafts;
}

/** Which years the evaluation would need; without a park that is recognised any earlier years help. */
function yearsToLoad(answer: EffectResult['answer']): Names {
  const load = answer.told ? null : answer.load;
  if (!load)
    return words('在“数据”中载入更早各年的同口径数据', 'Load under Data the same tables for earlier years');
  const { from, betterFrom, to } = load;
  return words(
    `在“数据”中载入${from}至${to}年（最好自${betterFrom}年起）各年的同口径数据`,
    `Load under Data the same tables for every year from ${from} (better ${betterFrom}) to ${to}`,
  );
}
