/**
 * Amounts are held as whole yuan (or US dollars): the smallest unit in which any customs
 * table is published, so that 万元 tables and 元 tables add up without rounding.
 */
export const currencies = ['CNY', 'USD'] as const;
export type Currency = (typeof currencies)[number];

/** What one printed unit is worth in whole units of the currency. */
export const printedUnits = { 元: 1, 万: 1e4, 万元: 1e4, 亿: 1e8, 亿元: 1e8 } as const;
export type PrintedUnit = keyof typeof printedUnits;
