import { type Flow, type Month, monthAt, ordinal, type Period } from '@tidu/reference';

/** What the name of a file says of its contents; only what is plain. */
export interface NameSays {
  readonly period?: Period;
  readonly flow?: Flow;
  readonly synthetic: boolean;
}

const month = (year: string, number: string | number): Month =>
  `${year}-${String(number).padStart(2, '0')}` as Month;

/**
 * Reads period and flow from a file's name.
 * @example fileNameSays('2023年1-4月电动载人汽车出口.csv') // { flow: 'export', period: 2023-01..2023-04 }
 * @example fileNameSays('import-2023-44.csv') // { flow: 'import', period: 2023 }: 44 is a province
 */
export function fileNameSays(name: string): NameSays {
  const base = name.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
  const period = periodIn(base);
  const flow = flowIn(base);
  return {
    ...(period && { period }),
    ...(flow && { flow }),
    synthetic: base.startsWith('合成'),
  };
}

function flowIn(base: string): Flow | undefined {
  const rest = base.replaceAll('进出口', '');
  const exports = /出口|(?<![a-z])exports?(?![a-z])/i.test(rest);
  const imports = /进口|(?<![a-z])imports?(?![a-z])/i.test(rest);
  if (exports === imports) return undefined;
  return exports ? 'export' : 'import';
}

const year = '(?<!\\d)((?:19|20)\\d\\d)';
const number = '(1[0-2]|0?[1-9])';

function periodIn(base: string): Period | undefined {
  const range = new RegExp(`${year}年${number}\\s*[-至~—]\\s*${number}月`).exec(base);
  if (range?.[1] && range[2] && range[3] && Number(range[2]) <= Number(range[3])) {
    return { from: month(range[1], range[2]), to: month(range[1], range[3]) };
  }
  const one =
    new RegExp(`${year}年${number}月`).exec(base) ?? new RegExp(`${year}-(1[0-2]|0[1-9])(?!\\d)`).exec(base);
  // `import-2023-11.csv` is the province of Beijing as likely as November: a flow in Latin letters tells.
  if (one?.[1] && one[2] && !/(im|ex)ports?-\d{4}-\d\d$/i.test(base)) {
    return { from: month(one[1], one[2]), to: month(one[1], one[2]) };
  }
  const compact = /(?<!\d)((?:19|20)\d\d)(1[0-2]|0[1-9])(?!\d)/.exec(base);
  if (compact?.[1] && compact[2]) {
    return { from: month(compact[1], compact[2]), to: month(compact[1], compact[2]) };
  }
  const years = [...base.matchAll(new RegExp(`${year}(?!\\d)`, 'g'))].map((found) => found[1] ?? '');
  const [only] = years;
  if (only === undefined || new Set(years).size > 1) return undefined;
  return { from: month(only, 1), to: month(only, 12) };
}

/** `year`, `month` or `range`, as the period is. */
export function spanOf({ from, to }: Period): 'month' | 'year' | 'range' {
  if (from === to) return 'month';
  return from.endsWith('-01') && to === monthAt(ordinal(from) + 11) ? 'year' : 'range';
}
