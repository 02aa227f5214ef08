import type { Names } from '@tidu/reference';

/** What a measure found: a value with what it was counted from, or why there is none. */
export interface Found {
  readonly value: number | null;
  /** Ids of the records that were counted. */
  readonly records: readonly string[];
  readonly note: Names;
}

/** A record as measures see it: its state and what they may count in it. */
export interface Counted {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly content: unknown;
}

export const nothing = (zh: string, en: string, records: readonly string[] = []): Found => ({
  value: null,
  records,
  note: { zh, en },
});

export const number = (records: readonly Counted[], zh: string, en: string): Found => ({
  value: records.length,
  records: records.map(({ id }) => id),
  note: { zh: `${zh}：${records.length}`, en: `${en}: ${records.length}` },
});

/** `part` of `whole` in per cent; of nothing there is no part. */
export function partOf(
  part: readonly Counted[],
  whole: readonly Counted[],
  zh: string,
  en: string,
  none: Names,
): Found {
  if (whole.length === 0) return { value: null, records: [], note: none };
  return {
    value: (100 * part.length) / whole.length,
    records: whole.map(({ id }) => id),
    note: { zh: `${zh}：${part.length}/${whole.length}`, en: `${en}: ${part.length} of ${whole.length}` },
  };
}
