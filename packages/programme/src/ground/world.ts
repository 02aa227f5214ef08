import type { Names, Pack } from '@tidu/reference';
import type { MeasureContent } from '../measure/measure.ts';
import type { ProgrammePack } from '../pack.file.ts';
import type { Reason } from './workflow.ts';

/** An amount that the statistics tell of a place, with the receipt by which it can be had again; or why not. */
export type Measured =
  | { readonly known: true; readonly valueCny: number; readonly period: string; readonly receipt: unknown }
  | { readonly known: false; readonly why: Names };

export interface TradeQuestion {
  /** GB/T 2260 */
  readonly place: string;
  readonly flow: 'export' | 'import' | 'total';
  /** Processing trade only. */
  readonly processing?: boolean;
  /** HS chapters, where only some goods are meant. */
  readonly chapters?: readonly string[];
  /** `2024`, `2024-01..2024-06` */
  readonly period: string;
}

/** How the programme meets the statistics: it asks for figures, never for rows. */
export interface Figures {
  trade(question: TradeQuestion): Promise<Measured>;
}

/** A measure's text before and after; nothing where an office has none, so that the pack's holds if it has one. */
export interface MeasureChange {
  readonly measure: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** By how much what a plan gets in a place changes, yuan over ten years; nought where the terms change and no known amount. */
export interface PlaceDifference {
  readonly names: Names;
  readonly yuan: number;
}

/** How the programme meets measures as rules: it keeps their texts and asks what they come to. */
export interface Measures {
  /**
   * What stands against putting a text in force: its faults, examples that come out otherwise, a territory that is not
   * the writer's. @param others what offices have put in force besides
   */
  faults(
    draft: Pick<MeasureContent, 'measure' | 'title' | 'text' | 'place'>,
    others: readonly MeasureContent[],
  ): Promise<readonly Reason[]>;
  /**
   * Plans of companies that come to get something else in some place once the change is made.
   * @param others what offices have put in force besides
   * @returns those of the plans that are touched, with the places in which they are
   */
  touched<P extends { readonly plan: unknown }>(
    change: MeasureChange,
    others: readonly MeasureContent[],
    plans: readonly P[],
  ): Promise<readonly { readonly touched: P; readonly places: readonly PlaceDifference[] }[]>;
}

/** How the programme meets plans of companies: it keeps them, and asks whether who compares understands them. */
export interface Plans {
  /** Nothing where it is understood, half filled or whole. */
  faults(plan: unknown): readonly { readonly field: string; readonly message: string }[];
}

/** How the programme meets plans of placements: it keeps what scenarios ask, and asks whether who plans understands it. */
export interface Placements {
  /** Nothing where it is understood. */
  faults(request: unknown): readonly { readonly field: string; readonly message: string }[];
  /** Limits of parks that a request sets by hand. */
  setByHand(request: unknown): readonly { readonly park: string; readonly kind: string }[];
}

/** What lies outside of the programme. */
export interface World {
  readonly pack: Pack;
  /** Calls, clauses, calendars, templates, frameworks. */
  readonly rules: ProgrammePack;
  readonly figures: Figures;
  readonly measures: Measures;
  readonly plans: Plans;
  readonly placements: Placements;
  now(): Date;
}

/** The date in the programme's country, which has one time for all. */
export const dateIn = (moment: Date): string =>
  new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
