import type { Names } from '@tidu/reference';
import type { Measured } from '../ground/world.ts';
import type { Rule } from './checks.ts';
import type { DeclaredYear } from './form.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const signed = (growth: number): string => `${growth > 0 ? '+' : ''}${percent(growth)}`;
/** Declared amounts are in 10 000 CNY. */
const declaredCny = ({ exports, imports }: DeclaredYear): number => (exports + imports) * 10_000;

const leadingIndustries: Rule = ({ industries }, { limit = 1 }) => {
  const named = industries.filter(({ name }) => name !== '');
  return {
    verdict: named.length >= limit ? 'met' : 'not-met',
    from: 'form',
    measured: named.length,
    unit: 'industries',
    says:
      named.length === 0
        ? { zh: '未填主导产业', en: 'no leading industry is given' }
        : { zh: named.map(({ name }) => name).join('、'), en: named.map(({ name }) => name).join(', ') },
    ...(named.length < limit && { remedy: { zh: '填写主导产业', en: 'give the leading industry' } }),
  };
};

/** "Distinctive, with clear advantages" has no number in the text: the share is shown, people judge. */
const industryShare: Rule = ({ industries }, _, { industry }) => {
  if (industry?.chapters.known && industry.all.known && industry.all.valueCny > 0) {
    const measured = industry.chapters.valueCny / industry.all.valueCny;
    return {
      verdict: 'judgement',
      from: 'statistics',
      measured,
      unit: 'share',
      says: {
        zh: `主导产业占当地出口的 ${percent(measured)}（${industry.all.period}）`,
        en: `the leading industries are ${percent(measured)} of the exports of the place (${industry.all.period})`,
      },
      receipt: industry.chapters.receipt,
    };
  }
  const declared = industries.flatMap(({ declaredShare }) => declaredShare ?? []);
  if (declared.length > 0) {
    const measured = declared.reduce((sum, share) => sum + share, 0);
    return {
      verdict: 'judgement',
      from: 'declared',
      measured,
      unit: 'share',
      says: {
        zh: `申报：主导产业占产业园产值的 ${percent(measured)}`,
        en: `declared: the leading industries are ${percent(measured)} of the output of the park`,
      },
      remedy: whyNot(industry?.chapters, {
        zh: '填写主导产业的 HS 章，可由统计测算',
        en: 'give the HS chapters of the industries to have it measured by the statistics',
      }),
    };
  }
  return {
    verdict: 'unknown',
    from: 'statistics',
    says: { zh: '未测得主导产业的占比', en: 'the share of the leading industries is not known' },
    remedy: whyNot(industry?.chapters, {
      zh: '填写主导产业的 HS 章或申报占比',
      en: 'give the HS chapters of the industries, or declare their share',
    }),
  };
};

const whyNot = (figure: Measured | undefined, otherwise: Names): Names =>
  figure && !figure.known ? figure.why : otherwise;

interface Pair {
  readonly from: number;
  readonly to: number;
  readonly growth: number;
}

/** Growth between the two latest years that follow each other; nothing where there are none, or the first is 0. */
function latestGrowth(values: ReadonlyMap<number, number>): Pair | undefined {
  for (const to of [...values.keys()].sort((a, b) => b - a)) {
    const [before, after] = [values.get(to - 1), values.get(to)];
    if (before !== undefined && after !== undefined && before > 0)
      return { from: to - 1, to, growth: after / before - 1 };
  }
  return undefined;
}

const knownIn = (figures: ReadonlyMap<number, Measured>): Map<number, number> =>
  new Map([...figures].flatMap(([year, figure]) => (figure.known ? [[year, figure.valueCny] as const] : [])));

/** Of the place by the statistics; where they have no processing trade of the place, of the park as declared. */
const processingGrowth: Rule = ({ processingTrade }, _, { processing }) => {
  const counted = latestGrowth(knownIn(processing));
  const declared = latestGrowth(new Map(processingTrade.map((year) => [year.year, declaredCny(year)])));
  const why = [...processing.values()].find((figure) => !figure.known);
  const pair = counted ?? declared;
  if (!pair) {
    return {
      verdict: 'unknown',
      from: 'statistics',
      says: {
        zh: '缺少相邻两年的加工贸易额',
        en: 'processing trade of two years that follow each other is missing',
      },
      remedy: whyNot(why, {
        zh: '填写最近两年的加工贸易额',
        en: 'give the processing trade of the last two years',
      }),
    };
  }
  const receipt = processing.get(pair.to);
  return {
    verdict: pair.growth > 0 ? 'met' : 'judgement',
    from: counted ? 'statistics' : 'declared',
    measured: pair.growth,
    unit: 'growth',
    says: {
      zh: `${counted ? '当地' : '申报：产业园'}加工贸易 ${pair.to} 年比 ${pair.from} 年 ${signed(pair.growth)}`,
      en: `${counted ? 'processing trade of the place' : 'declared: processing trade of the park'}, ${pair.to} on ${pair.from}: ${signed(pair.growth)}`,
    },
    ...(counted
      ? receipt?.known && { receipt: receipt.receipt }
      : why && { remedy: whyNot(why, { zh: '', en: '' }) }),
  };
};

/** The park's processing trade, as declared, in the trade of its place, by the statistics, year on year. */
const contributionGrowth: Rule = ({ processingTrade }, _, { trade }) => {
  const local = knownIn(trade);
  const shares = processingTrade
    .filter(({ year }) => (local.get(year) ?? 0) > 0)
    .map((year) => ({ year: year.year, share: declaredCny(year) / (local.get(year.year) as number) }))
    .sort((a, b) => a.year - b.year);
  const [first, last] = [shares[0], shares.at(-1)];
  const why = [...trade.values()].find((figure) => !figure.known);
  if (!first || !last) {
    return {
      verdict: 'unknown',
      from: 'statistics',
      says: {
        zh: '缺少同一年的申报额与当地进出口额',
        en: 'no year has both a declared amount and the trade of the place',
      },
      remedy: whyNot(why, { zh: '填写各年加工贸易额', en: 'give the processing trade of each year' }),
    };
  }
  const receipt = trade.get(last.year);
  const rest = {
    from: 'statistics',
    measured: last.share,
    unit: 'share',
    ...(receipt?.known && { receipt: receipt.receipt }),
  } as const;
  if (last.share > 1) {
    return {
      ...rest,
      verdict: 'judgement',
      says: {
        zh: `申报额为当地 ${last.year} 年进出口的 ${percent(last.share)}，超过全部`,
        en: `the declared amount is ${percent(last.share)} of all trade of the place in ${last.year}`,
      },
      remedy: { zh: '核对单位：万元', en: 'check the unit: 10 000 CNY' },
    };
  }
  if (first === last) {
    return {
      ...rest,
      verdict: 'judgement',
      says: {
        zh: `占当地进出口 ${percent(last.share)}（${last.year}），只有一年可比`,
        en: `${percent(last.share)} of the trade of the place (${last.year}); only one year can be compared`,
      },
      remedy: whyNot(why, { zh: '填写更多年份', en: 'give more years' }),
    };
  }
  return {
    ...rest,
    verdict: last.share > first.share ? 'met' : 'not-met',
    says: {
      zh: `占当地进出口由 ${percent(first.share)}（${first.year}）到 ${percent(last.share)}（${last.year}）`,
      en: `from ${percent(first.share)} (${first.year}) to ${percent(last.share)} (${last.year}) of the trade of the place`,
    },
  };
};

export const industryRules = {
  'leading-industries': leadingIndustries,
  'industry-share': industryShare,
  'processing-growth': processingGrowth,
  'contribution-growth': contributionGrowth,
} as const;
