import { type Currency, type Flow, parsePeriod } from '@tidu/reference';
import { CannotProtect } from './cannot-protect.ts';
import type { ReleasePolicy } from './release.ts';

/** How fine a release is told, dimension by dimension; coarser codes are always told with them. */
export const details = {
  place: ['country', 'province', 'prefecture'],
  commodity: ['all', 'chapter', 'heading'],
  mode: ['all', 'processing', 'mode'],
  month: ['all', 'month'],
} as const;
export type Detail = { readonly [Name in keyof typeof details]: (typeof details)[Name][number] };

/** A table that somebody wants published, made from declarations. */
export interface ReleaseRequest extends Detail {
  readonly title: { readonly zh: string; readonly en: string };
  readonly flow: Exclude<Flow, 'total'>;
  readonly currency: Currency;
  /** As periods are written everywhere, e.g. `2024-03` or `2024-01..2024-12`. */
  readonly period: string;
  /** As known after this load; the latest when not given. */
  readonly asKnownAt?: number | undefined;
  readonly policy: ReleasePolicy;
}

/** The usual rules of official statistics: three firms, two of them not above 85 %, none told within 10 %. */
export const usualPolicy: ReleasePolicy = {
  minimumFrequency: 3,
  dominance: { n: 2, k: 85 },
  p: 10,
  passive: [],
};

/** @throws CannotProtect when a choice is none, the period is none or the title is missing */
export function checkRequest(request: ReleaseRequest): ReleaseRequest {
  for (const [name, choices] of Object.entries(details)) {
    const chosen = request[name as keyof Detail];
    if (!(choices as readonly string[]).includes(chosen)) {
      throw new CannotProtect(
        'not-understood',
        `${name}: "${chosen}" is no detail`,
        `give ${choices.join(', ')}`,
      );
    }
  }
  if (!request.title.zh.trim() || !request.title.en.trim()) {
    throw new CannotProtect('not-understood', 'the release has no title', 'give one in Chinese and English');
  }
  try {
    parsePeriod(request.period);
  } catch (cause) {
    throw new CannotProtect(
      'not-understood',
      (cause as Error).message,
      'write e.g. 2024-03 or 2024-01..2024-12',
    );
  }
  return request;
}
