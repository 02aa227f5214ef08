import { areEmpty, boundsOf, lieWithin, toldWhole } from './bounds.ts';
import { competitionFindings } from './competition.ts';
import { coverage } from './coverage.ts';
import type { Expression } from './expression.ts';
import type { Finding } from './finding.ts';
import type { PlacesKnown } from './place-facts.ts';
import { placesAround, type Rule, type RuleSet } from './rule-set.ts';
import type { Use } from './use.ts';

export interface LintSurroundings {
  readonly today: string;
  readonly sources: ReadonlySet<string>;
  readonly placeOf: PlacesKnown;
  /** What a population makes of the measures: without it nothing is said of budgets and of what nobody comes to. */
  readonly uses?: readonly Use[];
}

/** Everything about a rule set that somebody should look at, measure by measure. */
export function findings(rules: RuleSet, surroundings: LintSurroundings): Finding[] {
  const all = [...rules.rules.values()];
  const uses = new Map(surroundings.uses?.map((one) => [one.measure, one]));
  return [
    ...all.flatMap((rule) => [
      ...findingsOf(rule, rules, surroundings),
      ...used(rule, uses.get(rule.measure.id)),
    ]),
    ...overlaps(all),
  ].sort((a, b) => (a.measure < b.measure ? -1 : a.measure > b.measure ? 1 : 0));
}

/** What somebody should look at in one measure, whatever a population makes of it and however it goes with others. */
export const findingsOf = (rule: Rule, rules: RuleSet, surroundings: LintSurroundings): Finding[] => [
  ...standing(rule, rules, surroundings),
  ...contradictions(rule),
  ...unreachable(rule),
  ...competitionFindings(rule),
  ...untried(rule, surroundings.placeOf),
];

function standing({ measure }: Rule, { rules }: RuleSet, { today, sources }: LintSurroundings): Finding[] {
  const { id, holds } = measure;
  const found: Finding[] = [];
  if (holds.to !== undefined && holds.to < today) {
    found.push({
      code: 'expired',
      weight: 'look',
      measure: id,
      path: ['holds', 'to'],
      message: { zh: `已于${holds.to}到期`, en: `ended on ${holds.to}` },
      remedy: { zh: '续期、废止或留作记录', en: 'prolong it, repeal it or keep it as a record' },
    });
  }
  if (holds.from > today) {
    found.push({
      code: 'not-yet',
      weight: 'look',
      measure: id,
      path: ['holds', 'from'],
      message: { zh: `自${holds.from}起施行`, en: `begins on ${holds.from}` },
      remedy: { zh: '施行前不计入比较', en: 'it does not count before' },
    });
  }
  if (!sources.has(measure.source)) {
    found.push({
      code: 'no-source',
      weight: 'error',
      measure: id,
      path: ['source'],
      message: { zh: `来源“${measure.source}”未登记`, en: `the source “${measure.source}” is not recorded` },
      remedy: { zh: '在 sources 中登记来源', en: 'record it among the sources' },
    });
  }
  for (const [i, other] of measure.excludes.entries()) {
    if (rules.has(other) && other !== id) continue;
    found.push({
      code: 'rival-unknown',
      weight: 'error',
      measure: id,
      path: ['excludes', i],
      message: { zh: `没有名为“${other}”的其他措施`, en: `there is no other measure “${other}”` },
      remedy: { zh: '改为现有措施的编号，或删去', en: 'name a measure that there is, or leave it out' },
    });
  }
  return found;
}

const pathOf = (i: number) => ['gives', 'amounts', i, 'when'] as const;

/** Conditions that can never hold together. */
function contradictions(rule: Rule): Finding[] {
  const { measure, eligible, branches } = rule;
  const found = (conditions: readonly Expression[], path: readonly (string | number)[]): Finding[] => {
    const empty = [...boundsOf(conditions)].find(([, bounds]) => areEmpty(bounds));
    if (!empty) return [];
    return [
      {
        code: 'contradictory',
        weight: 'error',
        measure: measure.id,
        path,
        expression: conditions.map(({ text }) => text).join(' && '),
        message: {
          zh: `对 ${empty[0]} 的要求不能同时满足`,
          en: `what is asked of ${empty[0]} cannot hold together`,
        },
        remedy: { zh: '修改其中一个条件', en: 'change one of the conditions' },
      },
    ];
  };
  const whole = found(eligible, ['eligible']);
  if (whole.length > 0) return whole;
  return branches.flatMap(({ when }, i) => (when ? found([...eligible, when], pathOf(i)) : []));
}

/** Branches before which another always holds. */
function unreachable({ measure, branches }: Rule): Finding[] {
  return branches.flatMap(({ when }, i) => {
    const before = branches.slice(0, i).findIndex((earlier) => {
      if (!earlier.when) return true;
      if (!when) return false;
      if (earlier.when.text === when.text) return true;
      return toldWhole(earlier.when) && lieWithin(boundsOf([when]), boundsOf([earlier.when]));
    });
    if (before < 0) return [];
    return [
      {
        code: 'unreachable',
        weight: 'error',
        measure: measure.id,
        path: ['gives', 'amounts', i],
        ...(when && { expression: when.text }),
        message: {
          zh: `第${i + 1}档永远轮不到：第${before + 1}档先成立`,
          en: `branch ${i + 1} is never reached: branch ${before + 1} holds before it`,
        },
        remedy: { zh: '把要求高的一档放在前面', en: 'put the branch that asks for more first' },
      } satisfies Finding,
    ];
  });
}

function untried(rule: Rule, placeOf: PlacesKnown): Finding[] {
  return coverage(rule, placeOf).tried.flatMap(({ part, index, held, failed }) => {
    if (held > 0 && (part === 'branch' || failed > 0)) return [];
    const zh =
      part === 'branch'
        ? `第${index + 1}档没有算例`
        : `第${index + 1}项条件没有${held > 0 ? '不满足' : '满足'}的算例`;
    const en =
      part === 'branch'
        ? `no example takes branch ${index + 1}`
        : `no example in which condition ${index + 1} ${held > 0 ? 'fails' : 'holds'}`;
    return [
      {
        code: 'untried',
        weight: 'look',
        measure: rule.measure.id,
        path: part === 'branch' ? ['gives', 'amounts', index] : ['eligible', index],
        message: { zh, en },
        remedy: { zh: '补一个算例', en: 'add a worked example' },
      } satisfies Finding,
    ];
  });
}

function used({ measure }: Rule, use: Use | undefined): Finding[] {
  if (!use) return [];
  if (use.given === 0 && use.unknown === 0) {
    return [
      {
        code: 'never-given',
        weight: 'look',
        measure: measure.id,
        path: [],
        message: { zh: '企业群体中没有一家能享受', en: 'no company of the population comes to it' },
        remedy: { zh: '核对条件，或所用企业群体', en: 'look at its conditions, or at the population' },
      },
    ];
  }
  const most = Math.max(0, ...use.years);
  const budget = measure.budget?.yearCny;
  if (budget === undefined || most <= budget) return [];
  return [
    {
      code: 'unfunded',
      weight: 'look',
      measure: measure.id,
      path: ['budget', 'yearCny'],
      message: {
        zh: `一年最多需要${Math.round(most / 1e4)}万元，预算${Math.round(budget / 1e4)}万元`,
        en: `needs up to CNY ${Math.round(most)} in a year, the budget is ${Math.round(budget)}`,
      },
      remedy: { zh: '追加预算，或收紧条件、上限', en: 'raise the budget, or tighten conditions or caps' },
    },
  ];
}

/** Measures that give for the same thing in the same place at the same time, and do not say how they go together. */
function overlaps(rules: readonly Rule[]): Finding[] {
  const forWhat = ({ branches }: Rule) =>
    new Set(branches.flatMap(({ amount }) => amount.paths).filter((path) => !path.startsWith('p.')));
  const meet = (a: readonly string[], b: readonly string[]) =>
    a.some((one) =>
      b.some((other) => placesAround(one).includes(other) || placesAround(other).includes(one)),
    );
  return rules.flatMap((a, i) => {
    const what = forWhat(a);
    if (what.size === 0) return [];
    return rules.slice(i + 1).flatMap((b) => {
      const { measure: one } = a;
      const { measure: other } = b;
      const settled =
        one.excludes.includes(other.id) ||
        other.excludes.includes(one.id) ||
        (one.within && one.within.pool === other.within?.pool);
      const atOnce =
        (one.holds.to === undefined || other.holds.from <= one.holds.to) &&
        (other.holds.to === undefined || one.holds.from <= other.holds.to);
      if (one.kind !== other.kind || settled || !atOnce || !meet(one.holds.in, other.holds.in)) return [];
      const shared = [...forWhat(b)].find((path) => what.has(path));
      if (!shared) return [];
      return [
        {
          code: 'overlapping',
          weight: 'look',
          measure: one.id,
          path: [],
          message: {
            zh: `与“${other.title.zh}”同时按 ${shared} 给予，未说明能否叠加`,
            en: `gives by ${shared} at the same time as “${other.title.en}”, and neither says how they go together`,
          },
          remedy: {
            zh: '写明互斥（excludes）或共同上限（within）',
            en: 'say excludes, or a common limit (within)',
          },
        } satisfies Finding,
      ];
    });
  });
}
