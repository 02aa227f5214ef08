import { regions } from '@tidu/reference';
import type { AnswerRow, Dimension, LeftOver } from '../warehouse.ts';

/**
 * Adds amounts up under new labels. As in SQL, nothing known is nothing, and what is known of some
 * parts is their sum.
 */
export class Amounts {
  readonly #by: readonly Dimension[];
  readonly #sums = new Map<string, AnswerRow>();

  constructor(by: readonly Dimension[]) {
    this.#by = by;
  }

  add(row: AnswerRow): void {
    const key = this.#by.map((name) => row[name] ?? '').join('\u0000');
    const before = this.#sums.get(key);
    if (before === undefined) {
      const labels = Object.fromEntries(this.#by.map((name) => [name, row[name]]));
      this.#sums.set(key, { ...labels, value: row.value });
    } else if (row.value !== null) {
      this.#sums.set(key, { ...before, value: (before.value ?? 0) + row.value });
    }
  }

  rows(): AnswerRow[] {
    return [...this.#sums.values()].sort(inOrderOf(this.#by));
  }
}

/** The order in which every answer is: by the dimensions asked, the regions from the coast inland. */
export function inOrderOf(by: readonly Dimension[]): (a: AnswerRow, b: AnswerRow) => number {
  const rank = (name: Dimension, row: AnswerRow): string =>
    name === 'region' ? regionRank(row.region) : (row[name] ?? '');
  return (a, b) => {
    for (const name of by) {
      const [one, other] = [rank(name, a), rank(name, b)];
      if (one !== other) return one < other ? -1 : 1;
    }
    return 0;
  };
}

const regionRank = (region: string | undefined): string => {
  const at = (regions as readonly string[]).indexOf(region ?? '');
  return String(at < 0 ? regions.length : at);
};

/** Counts what goes nowhere. */
export class Left {
  readonly #codes = new Map<string, { code: string; from: string; value: number; candidates: string[] }>();

  add(code: string, from: string, value: number | null, candidates: readonly string[]): void {
    const key = `${from} ${code}`;
    const known = this.#codes.get(key) ?? { code, from, value: 0, candidates: [...candidates].sort() };
    this.#codes.set(key, { ...known, value: known.value + (value ?? 0) });
  }

  beside(rows: readonly AnswerRow[]): LeftOver {
    const codes = [...this.#codes.values()].sort((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1));
    const value = codes.reduce((sum, code) => sum + code.value, 0);
    const whole = rows.reduce((sum, row) => sum + (row.value ?? 0), value);
    return {
      value,
      share: whole === 0 ? null : value / whole,
      codes: codes.length,
      first: codes.slice(0, 20),
    };
  }
}
