import type { Currency, Flow, Period } from '@tidu/reference';

/** What a cell has to meet before it may be published. */
export interface ReleasePolicy {
  /** A cell with fewer contributing firms is sensitive. */
  readonly minimumFrequency: number;
  /** A cell is sensitive when its `n` largest firms hold more than `k` percent of it. */
  readonly dominance: { readonly n: number; readonly k: number };
  /** A cell is sensitive when what is left of it without its two largest firms is less than `p` percent of the largest. */
  readonly p: number;
  /** The same for a firm that asked for confidentiality, against what the largest other firm can tell; 50 when not given. */
  readonly passiveP?: number;
  /** Firms that asked that nothing be published from which their trade can be told. */
  readonly passive: readonly string[];
}

/** A code of a dimension; a code is the sum of those of which it is the parent. */
export interface ReleaseCode {
  readonly code: string;
  readonly parent?: string;
  readonly name: { readonly zh: string; readonly en: string };
}

export interface ReleaseDimension {
  readonly id: 'place' | 'commodity' | 'mode' | 'month' | 'flow';
  readonly codes: readonly ReleaseCode[];
}

/** Why a cell is not published: for its own sake, or so that another cannot be computed from it. */
type Suppression = 'primary' | 'secondary';

export interface ReleasedCell {
  /** One code of each dimension, in their order. */
  readonly key: readonly string[];
  /** Whole units of the currency; null when suppressed. */
  readonly value: number | null;
  readonly suppressed?: Suppression;
}

/** What an outsider can compute of a suppressed cell from everything that is published. */
export interface AttackedCell {
  readonly key: readonly string[];
  readonly value: number;
  readonly lower: number;
  /** Infinity is written as null. */
  readonly upper: number | null;
  readonly suppressed: Suppression;
}

/** A cell that a release tells otherwise than an earlier one did. */
export interface RevisedCell {
  readonly key: readonly string[];
  /** The load after which the earlier one was made. */
  readonly toldAt: number;
}

/** `withdrawn` is no longer shown; what it told stays told. */
type ReleaseStatus = 'draft' | 'published' | 'withdrawn';

/**
 * A protected table. The cells are its public face; values of suppressed cells, contributors and
 * the certificate stay in the house.
 */
export interface Release {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly status: ReleaseStatus;
  readonly madeAt: string;
  readonly publishedAt?: string;
  readonly flow: Flow;
  readonly unit: Currency;
  readonly period: Period;
  readonly dimensions: readonly ReleaseDimension[];
  readonly cells: readonly ReleasedCell[];
  readonly policy: ReleasePolicy;
  /** Loads that the table rests on. */
  readonly loads: readonly number[];
  /** Made from what was known after this load; later ones revise figures that were told. */
  readonly asKnownAt?: number;
  /** Some of it is made up by `tidu synth`. */
  readonly synthetic: boolean;
}

/** What the house knows of a release: what was asked, the proof, and how it stands to earlier ones. */
export interface Certificate {
  /** Of the dimensions and cells as published: the same table and policy give the same. */
  readonly sha256: string;
  readonly cells: number;
  readonly published: number;
  readonly primary: number;
  readonly secondary: number;
  /** How many cells break each rule. */
  readonly rules: Readonly<Record<string, number>>;
  /** Part of the amount of the finest cells that is published, from 0 to 1. */
  readonly kept: number;
  /** Releases that were attacked together with this one, for they speak of the same trade. */
  readonly against: readonly string[];
  /** Sensitive cells that an outsider can compute within p %; a release with any cannot be published. */
  readonly recoverable: readonly (readonly string[])[];
  /**
   * Cells told before whose revision would tell of too few firms; a release with any cannot be published.
   * Absent in certificates made before revisions were tested.
   */
  readonly revised?: readonly RevisedCell[];
  readonly attacked: readonly AttackedCell[];
  readonly seconds: number;
}
