/** The map of the overview: what it is called, its keys and its way about. */
export const mapZhCN = {
  map: {
    title: '全国各地外贸分布',
    label: '中国地图：{{what}}',
    inset: '南海诸岛',
    approval: '审图号：{{number}}',
    noApproval: '审图号：来源未提供',
    park: '产业园：{{name}}',
    parks: '国家加工贸易产业园（13 个）',
    unpublished: '海关未公布',
    go: {
      whole: '还原',
      nearer: '放大',
      farther: '缩小',
      north: '向北移',
      south: '向南移',
      west: '向西移',
      east: '向东移',
    },
    below: '低于 {{value}}',
    above: '{{value}} 及以上',
    between: '{{from}} – {{to}}',
    growthIs: '增速为海关公布的本年累计同比。',
    share: '占全国比重',
    growth: '累计同比',
  },
};
