import type { Pack } from '@tidu/reference';
import type { City } from './city.ts';
import type { Branch, Firm } from './firm.ts';
import { apportion, drawer, size } from './random.ts';
import { NationRefused } from './refusal.ts';
import { type Kind, kinds, type Ledger, monthName, type OneWay } from './truth.ts';

/** One line of a customs export: unique by month, flow and the four codes. Amount in yuan. */
export interface CustomsRow {
  readonly month: string;
  readonly flow: OneWay;
  readonly commodity: string;
  readonly partner: string;
  readonly mode: string;
  readonly district: string;
  /** The firm that declared it; only declarations name it. */
  readonly company: string;
  readonly quantity: number;
  readonly value: number;
}

interface Ground {
  readonly seed: number;
  readonly pack: Pack;
  readonly cities: readonly City[];
  /** How the rows of a month are divided among cities. */
  readonly weights: readonly number[];
  readonly firms: readonly Firm[];
  readonly branches: readonly Branch[];
  readonly ledger: Ledger;
  readonly rows: number;
  readonly years: readonly [number, number];
  readonly flows: readonly OneWay[];
}

/** A firm with the goods it can trade in, and where in the list of goods and partners it starts. */
interface Trader {
  readonly firm: Firm;
  readonly list: readonly string[];
  readonly start: number;
  readonly pairs: number;
}

/** Shares no factor with the size of any list of goods and partners, so that it visits every pair once. */
const stride = 1_000_003;

/**
 * The rows that divide the ledger: each cell (city, kind, flow, month) among its firms, in whole
 * yuan, to the last one. Two passes over the same draws, one to weigh and one to divide, keep
 * nothing but the running sum.
 */
export function rowWriter(ground: Ground): (flow: OneWay, year: number) => Generator<CustomsRow> {
  const { seed, pack, cities, firms, branches, ledger, rows, years, flows } = ground;
  const cells = cities.length * kinds.length;
  const fileMonths = (years[1] - years[0] + 1) * 12 * flows.length;
  if (rows < cells * fileMonths) {
    throw new NationRefused(
      `${rows} rows are too few: ${cities.length} cities trade in ${kinds.length} kinds and ${fileMonths} months of exports or imports, so ask for ${cells * fileMonths} at least or for fewer years`,
    );
  }
  const perMonth = Math.floor(rows / fileMonths);
  const weights = cities.flatMap((_, c) => kinds.map(() => ground.weights[c] as number));
  const linesOf = [apportion(perMonth, weights, 1), apportion(perMonth + 1, weights, 1)] as const;

  const goods = new Map(branches.map((branch) => [branch.industry.code, branch.commodities]));
  const partners = pack.partners.map((partner) => partner.code);
  const pull = drawer(seed, 1);
  const partnerPull = partners.map(() => size(pull()));
  const yuanPerUnit = new Map(
    branches.flatMap((branch) =>
      branch.commodities.map((code) => [code, 1 + Math.floor(drawer(seed, 2, Number(code))() * 500)]),
    ),
  );
  const tradersIn = new Map<string, Trader[]>();
  for (const firm of firms) {
    const key = `${firm.city} ${firm.processing ? 'processing' : 'other'}`;
    const list = goods.get(firm.industry) as readonly string[];
    // Peers start at the same place of the list, firms of another district elsewhere.
    const start = (Number.parseInt(firm.district, 36) * 7919 + seed) % (list.length * partners.length);
    const own = tradersIn.get(key) ?? [];
    own.push({ firm, list, start, pairs: list.length * partners.length });
    tradersIn.set(key, own);
  }

  /** Which good and which partner: the trader's n-th pair, never one of its peers'. */
  const pair = ({ firm, list, start, pairs }: Trader, n: number): number => {
    const nth = firm.rank + firm.peers * n;
    if (nth >= pairs) {
      throw new NationRefused(
        `${rows} rows are too many: industry ${firm.industry} has only ${list.length} goods and ${partners.length} partners; ask for fewer rows, more years or more firms`,
      );
    }
    return (start + nth * stride) % pairs;
  };

  function* cell(
    c: number,
    kind: Kind,
    flow: OneWay,
    year: number,
    month: number,
    lines: number,
  ): Generator<CustomsRow> {
    const own = tradersIn.get(`${(cities[c] as City).code} ${kind}`) as Trader[];
    const stream = () => drawer(seed, 3, c, kinds.indexOf(kind), flow === 'export' ? 0 : 1, year, month);
    const weight = (u: number, p: number) => size(u) * (partnerPull[p] as number);

    let sum = 0;
    const weigh = stream();
    for (let line = 0; line < lines; line++) {
      const trader = own[line % own.length] as Trader;
      const at = pair(trader, Math.floor(line / own.length));
      sum += weight(weigh(), Math.floor(at / trader.list.length));
    }

    const rest = ledger(c, kind, flow, year, month) - lines;
    if (rest < 0) {
      throw new NationRefused(
        `${rows} rows are too many: ${cities[c]?.name} would trade less than one yuan in each; ask for fewer rows`,
      );
    }
    const when = monthName(year, month);
    const divide = stream();
    let running = 0;
    let given = 0;
    for (let line = 0; line < lines; line++) {
      const trader = own[line % own.length] as Trader;
      const { firm, list } = trader;
      const at = pair(trader, Math.floor(line / own.length));
      const commodity = list[at % list.length] as string;
      const p = Math.floor(at / list.length);
      running += weight(divide(), p);
      const upTo = line === lines - 1 ? rest : Math.floor(rest * (running / sum));
      const value = upTo - given + 1;
      given = upTo;
      yield {
        month: when,
        flow,
        commodity,
        partner: partners[p] as string,
        mode: firm.mode,
        district: firm.district,
        company: firm.id,
        quantity: Math.max(1, Math.floor(value / (yuanPerUnit.get(commodity) as number))),
        value,
      };
    }
  }

  return function* (flow, year) {
    for (let month = 1; month <= 12; month++) {
      const position = (flows.indexOf(flow) * (years[1] - years[0] + 1) + (year - years[0])) * 12 + month - 1;
      const lines = linesOf[position < rows - perMonth * fileMonths ? 1 : 0];
      for (const [c] of cities.entries()) {
        for (const [k, kind] of kinds.entries()) {
          yield* cell(c, kind, flow, year, month, lines[c * kinds.length + k] as number);
        }
      }
    }
  };
}
