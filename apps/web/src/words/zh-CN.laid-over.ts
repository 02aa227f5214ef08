/** Questions whose answers are laid over: to another edition of the HS, to other boundaries. */
export const laidOverZhCN = {
  laid: {
    edition: '商品编码版本',
    asDeclared: '按申报时',
    editions: {
      HS1992: 'HS 1992',
      HS1996: 'HS 1996',
      HS2002: 'HS 2002',
      HS2007: 'HS 2007',
      HS2012: 'HS 2012',
      HS2017: 'HS 2017',
      HS2022: 'HS 2022',
    },
    told: '商品按 {{edition}} 编码',
    notConcorded:
      '未能换算到 {{edition}}：{{amount}}，占 {{share}}，涉及 {{count}} 个编码。这部分不在下表各行之内。',
    allConcorded: '全部编码都已换算到 {{edition}}。',
    boundaries: '行政区划',
    asPublished: '按公布时',
    boundariesOf: '{{month}}的区划',
    unattributed:
      '不能归入 {{month}}的区划：{{amount}}，占 {{share}}，涉及 {{count}} 个地区。这部分不在下表各行之内。',
    allAttributed: '全部地区都已归入 {{month}}的区划。',
    place: '地区',
    since: '自何时起',
    code: '原编码',
    from: '原版本',
    amount: '金额',
    candidates: '可能对应',
    unknown: '此前没有或对照表中没有',
    rate: '折算率（元/美元）',
    onlyOne: '只有人民币的 {{cny}} 行，只有美元的 {{usd}} 行。图中画人民币金额。',
    byRow: '各行自有单位',
    first: '金额最大的各项',
  },
};
