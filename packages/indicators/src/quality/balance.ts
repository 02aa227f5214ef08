import type { Finding } from '@tidu/trade';
import { levelsOf } from './asking.ts';
import { printedGrowth } from './balance/growth.ts';
import { monthsAndYearToDate } from './balance/months.ts';
import { prefecturesWithin, provincesAndCountry, zonesWithin } from './balance/parts.ts';
import { type PrintedTable, printedTable } from './balance/printed-table.ts';
import { totals } from './balance/totals.ts';
import { type Check, readsItself } from './check.ts';

const tolerances = {
  part: {
    is: 0.02,
    why: 'The year to date is revised and months and bases are not: 0.08 % for the country and 0.36 % for Chongqing in 2024. Two percent is beyond what revisions usually do.',
  },
  amount: {
    is: 100_000_000,
    why: 'A hundred million (亿) is the last place in which such amounts are published in words.',
  },
} as const;

/** What a printed table says of itself twice must agree. */
export const balance: Check = {
  name: 'balance',
  formula: {
    text: 'total = exports + imports; Σ provinces = country; Σ prefectures ≤ province, zone ≤ place; Σ months = year to date; year to date / (1 + printed growth) = year to date of the year before. To within rounding, (parts + 1)/2 printed units, for the first three.',
    source: 'UN ECE, Glossary of terms on statistical data editing (2000): hard edits and query edits',
  },
  tolerances,
  reads: readsItself,
  look: async (ground, table) => {
    const { flows, yearToDate, shape } = table;
    if (!yearToDate && !flows.includes('total')) return [];
    const levels = levelsOf(table);
    const tables = new Map<string, PrintedTable>();
    for (const level of levels) tables.set(level, await printedTable(ground, table, level));
    const findings: Finding[] = [];
    const material = { part: tolerances.part.is, amount: tolerances.amount.is };
    for (const printed of tables.values()) {
      findings.push(...totals(printed));
      if (printed.level === 'zone') continue;
      findings.push(...monthsAndYearToDate(printed, material));
      findings.push(...(await printedGrowth(ground, printed, material)));
    }
    const [country, province, prefecture, zone] = (
      ['country', 'province', 'prefecture', 'zone'] as const
    ).map((level) => tables.get(level));
    if (shape.dimensions.length > 1) return findings;
    if (country && province) findings.push(...provincesAndCountry(country, province));
    if (province && prefecture) findings.push(...prefecturesWithin(province, prefecture, ground.pack));
    if (prefecture && zone) findings.push(...zonesWithin(prefecture, zone, ground.pack));
    return findings;
  },
};
