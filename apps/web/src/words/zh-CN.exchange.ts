/** What is derived from a release, and where other programs read it all. */
export const exchangeZhCN = {
  derived: {
    label: '显示',
    value: '金额',
    share: '占全国比重',
    growth: '环比',
    'growth-on-year': '同比',
    lq: '区位商',
    only: '由已公布的金额算得；其中任何一项隐去的，所得之数也隐去。没有上期或上年同月的单元格留空。',
    unshaded: '隐去，或本表未列',
    absent: '本表未列',
  },
  open: {
    title: '开放数据',
    lead: '其他程序可按开放标准读取海关公布的统计和已发布的统计表。',
    copy: '复制',
    copied: '已复制',
    sdmx: 'SDMX 2.1 服务地址',
    flows: '数据流清单（SDMX）',
    catalogue: '数据目录（DCAT，JSON-LD）',
    turtle: '数据目录（DCAT，Turtle）',
    table: '本表（SDMX-CSV）',
    parquet: '本表（Parquet）',
  },
};
