import { type Flow, type Month, months } from '@tidu/reference';
import type { CoveredSpan } from '../warehouse.ts';
import { CannotAnswer, type Refusal } from './cannot-answer.ts';
import { type AskedLevel, type Holding, isQuantity, type Question } from './question.ts';

export interface Choice {
  readonly holding: Holding;
  /** Asked months that the shape holds for the flow asked. */
  readonly covered: readonly Month[];
  /** Flows of the facts to read; for a total either its own rows or exports and imports. */
  readonly flows: readonly Flow[];
}

interface Need {
  readonly code: Refusal;
  readonly met: (holding: Holding) => boolean;
  readonly reason: string;
  readonly remedy: string;
}

/**
 * The one shape that answers. Needs are tried in order, and the first that no remaining shape
 * meets is the reason of the refusal. Among shapes that meet all: most of the asked months
 * covered, then the whole country before a part of it, then the coarsest, then the first by id.
 *
 * @throws CannotAnswer
 */
export function choose(question: Question, holdings: readonly Holding[]): Choice {
  if (holdings.length === 0) {
    throw new CannotAnswer('not-loaded', 'no statistics are loaded', 'load a customs file: tidu import FILE');
  }
  let suited = holdings;
  const unsuited: { need: Need; holding: Holding }[] = [];
  for (const need of needs(question)) {
    const left = suited.filter(need.met);
    if (left.length === 0) throw new CannotAnswer(need.code, need.reason, need.remedy);
    unsuited.push(...suited.filter((h) => !need.met(h)).map((holding) => ({ need, holding })));
    suited = left;
  }
  const [best] = suited
    .map((holding) => cover(holding, question))
    .sort(
      (a, b) =>
        b.covered.length - a.covered.length ||
        Number(a.holding.shape.within !== undefined) - Number(b.holding.shape.within !== undefined) ||
        coarseness(a.holding) - coarseness(b.holding) ||
        (a.holding.shape.id < b.holding.shape.id ? -1 : 1),
    );
  if (best && best.covered.length > 0) return best;
  const lacking = touches(suited, question)
    ? undefined
    : unsuited.find(({ holding }) => cover(holding, question).covered.length > 0);
  if (lacking) {
    // What has these months lacks something else: that is the reason, and the months of the others a way out.
    const { code, reason, remedy } = lacking.need;
    throw new CannotAnswer(
      code,
      `of ${stretch(question)}, ${reason}; what would do is loaded ${loaded(suited)}`,
      `ask about those months, or ${remedy}`,
    );
  }
  throw new CannotAnswer(
    'not-loaded',
    notLoaded(question, suited),
    'load the files of these months: tidu import FILE',
  );
}

function needs(question: Question): Need[] {
  const { names, measure, level } = question;
  const needs: Need[] = [];
  const need = (code: Refusal, met: Need['met'], reason: string, remedy: string): void => {
    needs.push({ code, met, reason, remedy });
  };
  const tells = (what: 'mode' | 'partner' | 'commodity') => (h: Holding) => h.shape.dimensions.includes(what);

  if (question.shape !== undefined) {
    need(
      'no-shape',
      (h) => h.shape.id === question.shape,
      `nothing of shape ${question.shape} is loaded`,
      'leave the shape out, or name one that is loaded',
    );
  }
  need(
    'no-shape',
    ({ shape }) => !shape.inland || shape.id === question.shape,
    'what is loaded did not cross the border (sales to the home market, transfers between factories)',
    'load customs statistics or declarations, or name the inland shape',
  );
  const currency = question.currency ?? 'CNY';
  need(
    'no-currency',
    (h) => h.shape.currency === currency,
    `no facts in ${currency} are loaded`,
    question.currency ? 'ask in the other currency' : 'ask with currency USD',
  );
  if (names.has('mode') || names.has('processing')) {
    need(
      'no-trade-mode',
      tells('mode'),
      'the data do not tell trade modes apart, so processing trade cannot be seen in them',
      'load an export of the query site that has the trade mode column (贸易方式), or ask about total trade',
    );
  }
  const digits = hsDigitsAsked(question);
  if (digits > 0) {
    need(
      'no-commodity',
      (h) => tells('commodity')(h) && (h.shape.hsDigits ?? 0) >= digits,
      `the data do not tell commodities apart to ${digits} digits`,
      'load a table by commodity with as many digits, or ask more coarsely',
    );
  }
  for (const name of ['supervision', 'company'] as const) {
    if (!names.has(name)) continue;
    need(
      name === 'company' ? 'no-company' : 'no-trade-mode',
      (h) => h.shape.dimensions.includes(name),
      name === 'company'
        ? 'the data do not tell companies apart'
        : 'the data do not tell supervision modes apart',
      'load declarations (docs/use/customs-files.md)',
    );
  }
  if (names.has('partner')) {
    need(
      'no-partner',
      tells('partner'),
      'the data do not tell trade partners apart',
      'load a table that has the partner column (贸易伙伴)',
    );
  }
  if (names.has('region') || level !== 'country') {
    need(
      'no-place-level',
      (h) => tellsLevel(h, level),
      `the data do not tell places apart by ${level}`,
      level === 'province'
        ? 'load a table by place'
        : 'ask by province or region, or load a table by prefecture',
    );
  }
  if (measure === 'value-ytd' || measure === 'printed-growth') {
    need(
      'no-year-to-date',
      (h) => h.yearToDate,
      'the data carry no printed figures of the year to date',
      'load the monthly table by location, or ask for the measure value',
    );
  }
  if (isQuantity(question) || names.has('unit')) {
    need(
      'no-quantity',
      (h) => h.quantities,
      'the data carry no quantities',
      'load a table by commodity with its quantity columns, or ask for the measure value',
    );
  }
  need(
    'not-loaded',
    ({ shape: { within } }) => within === undefined || liesWithin(question, within),
    'what is loaded is about one province alone, and the question about more',
    'ask with where.province for that province, or load a table of the whole country',
  );
  need(
    'mixed-spans',
    (h) => spanFits(h, question),
    'the data are about whole years or fixed ranges, and the question is about a part of them or another stretch',
    'ask for exactly the years or the range that is loaded, without breaking down by month',
  );
  return needs;
}

/** Codes of GB/T 2260 begin with the two digits of their province. */
function liesWithin({ where }: Question, within: string): boolean {
  const inside = (codes: readonly string[] | undefined) =>
    codes !== undefined &&
    codes.length > 0 &&
    codes.every((code) => code === within || (/^\d{6}$/.test(code) && code.startsWith(within.slice(0, 2))));
  return inside(where.province) || inside(where.prefecture);
}

function hsDigitsAsked({ names, where }: Question): number {
  const digits = [0];
  if (names.has('chapter')) digits.push(2);
  if (names.has('heading')) digits.push(4);
  if (names.has('commodity')) digits.push(1, ...(where.commodity ?? []).map((code) => code.length));
  return Math.max(...digits);
}

/** Levels are mixed in a nested table: its rows of one level are used, never added to another's. */
export const mixesLevels = ({ shape }: Holding): boolean => shape.nested || shape.levels.length > 1;

const rollsUpTo: Record<Exclude<AskedLevel, 'country'>, readonly string[]> = {
  province: ['province', 'prefecture', 'county', 'district'],
  prefecture: ['prefecture', 'county', 'district'],
  zone: ['zone'],
};

function tellsLevel(holding: Holding, level: AskedLevel): boolean {
  if (level === 'country') return true;
  const { levels, dimensions } = holding.shape;
  if (!dimensions.includes('place')) return false;
  return mixesLevels(holding)
    ? levels.includes(level)
    : levels.some((held) => rollsUpTo[level].includes(held));
}

function spanFits(holding: Holding, question: Question): boolean {
  const { span } = holding.shape;
  if (span === 'month') return true;
  if (question.by.includes('month')) return false;
  const { months: asked } = question;
  if (span === 'year') return asked.length > 0 && wholeYears(asked);
  return holding.spans.some((held) => sameStretch(held, asked));
}

const wholeYears = (asked: readonly Month[]): boolean =>
  asked.length % 12 === 0 && asked.every((month, i) => Number(month.slice(5)) === (i % 12) + 1);

const sameStretch = (held: CoveredSpan, asked: readonly Month[]): boolean =>
  held.from === asked[0] && held.to === asked.at(-1) && monthsOf(held).length === asked.length;

const monthsOf = ({ from, to }: CoveredSpan): Month[] => months({ from: from as Month, to: to as Month });

function cover(holding: Holding, question: Question): Choice {
  const rows = (flows: readonly Flow[]): Choice => ({
    holding,
    flows,
    covered: held(holding, question, flows),
  });
  if (question.askedFlows[0] !== 'total') return rows(question.askedFlows);
  const printed = rows(['total']);
  const summed = rows(['export', 'import']);
  return printed.covered.length > 0 && printed.covered.length >= summed.covered.length ? printed : summed;
}

function held({ shape, spans }: Holding, question: Question, flows: readonly Flow[]): Month[] {
  const complete = spans.filter((span) => flows.every((flow) => span.flows.includes(flow)));
  if (shape.span === 'range') {
    return complete.some((span) => sameStretch(span, question.months)) ? [...question.months] : [];
  }
  const known = new Set(complete.flatMap(monthsOf));
  return question.months.filter((month) => known.has(month));
}

/** Fewer kinds of distinction first, then fewer digits, then larger places. */
function coarseness({ shape }: Holding): number {
  const fineness = ['country', 'province', 'prefecture', 'county', 'zone', 'district'];
  const finest = Math.max(0, ...shape.levels.map((level) => fineness.indexOf(level)));
  return shape.dimensions.length * 1000 + (shape.hsDigits ?? 0) * 10 + finest;
}

function notLoaded(question: Question, suited: readonly Holding[]): string {
  const half =
    question.flow === 'total' && flowsOf(suited).length === 1
      ? ', and a total needs exports and imports'
      : '';
  return `no facts of flow ${question.flow} are loaded for ${stretch(question)}; what is loaded runs ${loaded(suited)}${half}`;
}

const stretch = ({ months: asked }: Question): string =>
  asked.length > 1 ? `${asked[0]}..${asked.at(-1)}` : (asked[0] ?? 'no month');

const touches = (holdings: readonly Holding[], { months: asked }: Question): boolean =>
  holdings.some((h) => h.spans.some((span) => monthsOf(span).some((month) => asked.includes(month))));

const flowsOf = (holdings: readonly Holding[]): Flow[] =>
  [...new Set(holdings.flatMap((h) => h.spans.flatMap((span) => span.flows)))].sort();

function loaded(holdings: readonly Holding[]): string {
  const spans = holdings.flatMap((h) => h.spans);
  const from = spans.map((span) => span.from).sort()[0];
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1);
  return `from ${from} to ${to} (${flowsOf(holdings).join(', ')})`;
}
