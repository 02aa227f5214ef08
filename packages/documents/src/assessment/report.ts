import type { Assessment, Framework, Indicator, Round } from '@tidu/programme';

/** What a report is made of: the round, its parks, and whether it is for the desk or for everybody. */
export interface ReportOf {
  readonly round: Round;
  readonly framework: Framework;
  readonly parks: readonly Assessment[];
  readonly sample: boolean;
  /** With what parties said, what was settled and what is proposed. */
  readonly forDesk: boolean;
  /** YYYY-MM-DD */
  readonly madeOn: string;
}

/** A table as data: numbers stay numbers, and each outlet writes them in its own way. */
export interface ReportTable {
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}
interface ReportColumn {
  readonly title: string;
  /** Digits after the point; text where it is absent. */
  readonly digits?: number;
  /** Part of the width, 1 unless said. */
  readonly wide?: number;
}

export const regionNames: Readonly<Record<string, string>> = {
  east: '东部',
  central: '中部',
  west: '西部',
  northeast: '东北',
};
const byWords = { settled: '核定', system: '系统', answers: '填报', nobody: '不详' } as const;
const partyNames = { park: '园区', tenant: '入驻企业', partner: '东部伙伴' } as const;

/** The ranks of a round, from the best, each with its interval. */
export function ranksTable({ round, framework }: ReportOf): ReportTable {
  return {
    title: '得分与名次',
    columns: [
      { title: '名次', digits: 0 },
      { title: '名次区间' },
      { title: '园区', wide: 2 },
      { title: '地区' },
      ...framework.groups.map(({ names, weight }) => ({ title: `${names.zh}（${weight}%）`, digits: 1 })),
      { title: '总分', digits: 2 },
      { title: '不详权重（%）', digits: 0 },
    ],
    rows: round.standings.map((one) => [
      one.rank,
      one.from === one.to ? `${one.from}` : `${one.from}—${one.to}`,
      one.names.zh,
      regionNames[one.region] ?? one.region,
      ...one.groups,
      one.total,
      one.unknown,
    ]),
  };
}

/** What the rules propose, and what was decided of it. */
export function proposalsTable({ round, framework }: ReportOf): ReportTable {
  return {
    title: '预警与退出建议',
    columns: [
      { title: '园区', wide: 2 },
      { title: '建议' },
      { title: '规则', wide: 2 },
      { title: '年份' },
      { title: '名次区间内均成立' },
      { title: '决定', wide: 2 },
    ],
    rows: round.proposals.map(({ park, rule, proposes, years, certain, decision }) => [
      round.standings.find((one) => one.park === park)?.names.zh ?? park,
      proposes === 'warn' ? '预警' : '启动退出',
      framework.proposals.find(({ id }) => id === rule)?.names.zh ?? rule,
      years.join('、'),
      certain ? '是' : '否',
      decision ? `${decision.followed ? '采纳' : '不采纳'}：${decision.reason}` : '待决定',
    ]),
  };
}

/** One park's values and points, indicator by indicator. */
export function parkTable({ framework }: ReportOf, { result }: Assessment): ReportTable {
  const indicators = framework.groups.flatMap(({ indicators }) => indicators);
  return {
    title: '指标得分',
    columns: [
      { title: '指标', wide: 3 },
      { title: '权重（%）', digits: 0 },
      { title: '数值', wide: 1.4 },
      { title: '单位', wide: 1.4 },
      { title: '来源' },
      { title: '得分', digits: 1 },
      { title: '计入总分', digits: 2 },
    ],
    rows: (result?.values ?? []).map((value, i) => {
      const { names, weight, unit, scoring } = indicators[i] as Indicator;
      return [
        names.zh,
        weight,
        scoring.rule === 'yes-no' && value.value !== null ? (value.value === 0 ? '否' : '是') : value.value,
        unit.zh,
        byWords[value.by],
        value.points,
        (weight * value.counted) / 100,
      ];
    }),
  };
}

/** Every park by every indicator: points, or the values that they come from. */
export function matrixTable({ framework, parks }: ReportOf, what: 'points' | 'values'): ReportTable {
  const indicators = framework.groups.flatMap(({ indicators }) => indicators);
  return {
    title: what === 'points' ? '指标得分' : '指标数值',
    columns: [
      { title: '园区', wide: 2 },
      ...indicators.map(({ names, unit }) => ({
        title: what === 'points' ? names.zh : `${names.zh}（${unit.zh}）`,
        digits: 2,
      })),
    ],
    rows: ranked(parks).map(({ park, result }) => [
      park.names.zh,
      ...(result?.values ?? []).map((value) => (what === 'points' ? value.points : value.value)),
    ]),
  };
}

/** Where park, tenants and partner do not say the same. */
export function agreementTable({ framework, parks }: ReportOf): ReportTable {
  const nameOf = new Map(
    framework.groups.flatMap(({ indicators }) => indicators.map(({ id, names }) => [id, names.zh])),
  );
  return {
    title: '各方填报差异',
    columns: [
      { title: '园区', wide: 2 },
      { title: '指标', wide: 2 },
      ...Object.values(partyNames).map((title) => ({ title: `${title}（分）`, digits: 1 })),
      { title: '最大差异（分）', digits: 1 },
    ],
    rows: ranked(parks).flatMap(({ park, result }) =>
      (result?.agreement ?? []).map(({ indicator, points, apart }) => [
        park.names.zh,
        nameOf.get(indicator) ?? indicator,
        points.park ?? null,
        points.tenant ?? null,
        points.partner ?? null,
        apart,
      ]),
    ),
  };
}

/** The parks from the best. */
export const ranked = (parks: readonly Assessment[]): Assessment[] =>
  [...parks].sort((one, other) => (one.result?.rank ?? Infinity) - (other.result?.rank ?? Infinity));

/** The framework with its rules, as the report's method. */
export function frameworkTable({ framework }: ReportOf, rule: (indicator: Indicator) => string): ReportTable {
  return {
    title: '指标体系',
    columns: [
      { title: '分组', wide: 1.4 },
      { title: '指标', wide: 2 },
      { title: '权重（%）', digits: 0 },
      { title: '取自' },
      { title: '评分规则', wide: 4 },
      { title: '依据', wide: 3 },
    ],
    rows: framework.groups.flatMap(({ names, indicators }) =>
      indicators.map((one) => [
        names.zh,
        one.names.zh,
        one.weight,
        one.source.from === 'system'
          ? '系统'
          : one.source.from === 'ministry'
            ? '主管部门'
            : one.askedOf.map((party) => partyNames[party]).join('、'),
        rule(one),
        one.basis.zh,
      ]),
    ),
  };
}
