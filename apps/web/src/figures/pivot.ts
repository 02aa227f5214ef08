import type { Row } from '../api/types.ts';
import { largest, type Series } from './series.ts';

interface Pivot {
  readonly points: string[];
  readonly series: Series[];
  /** Where smaller ones were left out: how many are shown, and of how many. */
  readonly left?: { readonly shown: number; readonly all: number };
}

/**
 * Rows turned to series: along time when the answer has it, else along the first breakdown; the
 * other breakdowns together name a series. Without time the points are ordered by size. Series keep
 * the order of the answer, which is that of the codes.
 */
export function pivot(
  rows: readonly Row[],
  by: readonly string[],
  name: (dimension: string, code: string) => string,
  most: { series: number; points: number },
): Pivot {
  const time = by.find((dimension) => dimension === 'month' || dimension === 'year');
  const along = time ?? by[0];
  const others = by.filter((dimension) => dimension !== along);
  const codeOf = (row: Row, dimension: string) => String(row[dimension] ?? '');
  const sums = new Map<string, number>();
  const cells = new Map<string, Map<string, number | null>>();
  for (const row of rows) {
    const point = along === undefined ? '' : codeOf(row, along);
    const key = others.map((dimension) => name(dimension, codeOf(row, dimension))).join(' · ');
    const value = typeof row.value === 'number' ? row.value : null;
    const line = cells.get(key) ?? new Map<string, number | null>();
    line.set(point, value);
    cells.set(key, line);
    sums.set(point, (sums.get(point) ?? 0) + (value ?? 0));
  }
  const bySize = (a: string, b: string) => (sums.get(b) ?? 0) - (sums.get(a) ?? 0);
  const codes = [...sums.keys()].sort(time ? undefined : bySize);
  const kept = time ? codes : codes.slice(0, most.points);
  const series = [...cells].map(([key, line]) => ({
    name: key,
    values: kept.map((code) => line.get(code) ?? null),
  }));
  const left =
    series.length > most.series
      ? { shown: most.series, all: series.length }
      : codes.length > kept.length
        ? { shown: kept.length, all: codes.length }
        : undefined;
  return {
    points: kept.map((code) => (along === undefined ? '' : name(along, code))),
    series: largest(series, most.series),
    ...(left ? { left } : {}),
  };
}
