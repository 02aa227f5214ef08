export const guidanceZhCN = {
  guidance: {
    label: '承接引导的各个问题',
    pages: { guidance: '承接引导' },
    leads: {
      guidance:
        '什么产业，从哪里来，适合哪个产业园，依据是什么，事后看对不对。每个数字都附来历，可重新计算。',
    },
    method: { known: '取已载入、能分到城市、两个时段可比的最细统计表；各园区以您可见的资料为准' },
    known: '引导依据的资料',
    ties: '结对共建 {{pairings}} 对，您可见的有效协议 {{agreements}} 份、转移项目 {{projects}} 个。',
    stated: '取您可见的各园区资料；没有填报或不公开的为未知，不作估计。',
    resources: {
      'land-left': '剩余用地',
      'factories-left': '剩余厂房',
      power: '供电',
      water: '供水',
      labour: '可用劳动力',
      dormitories: '宿舍',
    },
    synthetic: '合成',
    allGoods: '全部商品（所载数据不分商品）',
    byGroups: '{{count}} 个商品组',
    restsOn: {
      processing:
        '依据：加工贸易，{{goods}}，{{first}}至{{last}}共 {{count}} 期，{{of}} 个城市中 {{told}} 个有数。',
      all: '依据：全部贸易方式（所载数据不分贸易方式），{{goods}}，{{first}}至{{last}}共 {{count}} 期，{{of}} 个城市中 {{told}} 个有数。',
    },
    noStatistics: '尚无两个可比时段的分城市统计：请在“数据”中载入海关数据，再看引导结果。',
    receipt: {
      asked: '所问',
      pack: '资料包',
      figures: '依据的统计数字（{{count}}）',
      records: '依据的业务记录（{{count}}）',
      record: '{{id}}（第 {{version}} 版）',
    },
  },
};
