import { type ReportOf, regionNames } from './report.ts';

const round = (value: number, digits = 1): string => value.toFixed(digits);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** What a reader takes from a round who reads nothing else: only what the numbers say. */
export function summary({ round: content, framework, parks, forDesk }: ReportOf): string[] {
  const { standings, proposals, period } = content;
  const totals = standings.map(({ total }) => total);
  const regions = [...new Set(standings.map(({ region }) => region))];
  const groups = framework.groups.map(({ names }, g) => ({
    name: names.zh,
    mean: mean(standings.map((one) => one.groups[g] ?? 0)),
  }));
  const best = groups.reduce((a, b) => (b.mean > a.mean ? b : a), groups[0] ?? { name: '', mean: 0 });
  const worst = groups.reduce((a, b) => (b.mean < a.mean ? b : a), groups[0] ?? { name: '', mean: 0 });
  const firm = standings.filter(({ from, to }) => to - from <= 2).length;
  const apart = parks.flatMap(({ result }) => result?.agreement ?? []).filter((one) => one.apart > 25).length;
  return [
    `本轮考核${standings.length}个园区，统计时段为${period}。总分平均${round(mean(totals))}分，最高${round(Math.max(0, ...totals))}分，最低${round(Math.min(100, ...totals))}分。`,
    `分地区平均：${regions
      .map(
        (region) =>
          `${regionNames[region] ?? region}${round(mean(standings.filter((one) => one.region === region).map(({ total }) => total)))}分`,
      )
      .join('，')}。`,
    `名列前三的是${standings
      .slice(0, 3)
      .map(({ names }) => names.zh)
      .join(
        '、',
      )}。各组中得分率最高的是${best.name}（${round(best.mean)}分），最低的是${worst.name}（${round(worst.mean)}分）。`,
    `名次给出区间：权重上下浮动四分之一、不详数值取其上下界时，九成情形下名次所在的范围。${firm}个园区的区间不超过三个名次，其余园区之间的先后不宜作过细解读。`,
    ...(forDesk
      ? [
          `各方填报相差25分以上的有${apart}项。按规则提出预警或退出建议${proposals.length}项，均须由人决定，系统不作处理。`,
        ]
      : []),
  ];
}

/** What a park is strong in beside the others, and what the next rank would take. */
export function parkParagraphs({ framework, forDesk }: ReportOf, park: ReportOf['parks'][number]): string[] {
  const { result, characteristics, response } = park;
  if (!result) return ['本轮没有得分。'];
  const gaps = framework.groups.map(({ names }, g) => ({
    name: names.zh,
    gap: (result.groups[g] ?? 0) - (result.meanOfGroups[g] ?? 0),
  }));
  const strong = gaps.filter(({ gap }) => gap >= 5).sort((a, b) => b.gap - a.gap);
  const weak = gaps.filter(({ gap }) => gap <= -5).sort((a, b) => a.gap - b.gap);
  const said = (list: typeof gaps, word: string) =>
    list.map(({ name, gap }) => `${name}（${word}平均${round(Math.abs(gap))}分）`).join('、');
  const nameOf = (id: string) =>
    framework.groups.flatMap(({ indicators }) => indicators).find((one) => one.id === id)?.names.zh ?? id;
  return [
    `总分${round(result.total, 2)}分，第${result.rank}名（区间${result.from}—${result.to}，共${result.of}个园区）；权重的${round(result.unknown, 0)}%不详。`,
    ...(strong.length > 0 ? [`长于${said(strong, '高于')}。`] : []),
    ...(weak.length > 0 ? [`弱于${said(weak, '低于')}。`] : []),
    ...(characteristics ? [`特色与成效（园区自述）：${characteristics.text}`] : []),
    ...(result.next && forDesk
      ? [
          `距第${result.next.rank}名相差${round(result.next.gap, 2)}分${
            result.next.steps.length > 0
              ? `，单项提高即可赶上的有${result.next.steps
                  .slice(0, 3)
                  .map(
                    ({ indicator, from, to }) => `${nameOf(indicator)}（${round(from)}分至${round(to)}分）`,
                  )
                  .join('、')}`
              : '，没有哪一项单独提高即可赶上'
          }。`,
        ]
      : []),
    ...(response && forDesk ? [`园区意见：${response.text}`] : []),
  ];
}
