import type { RuleSet } from '@tidu/policy';
import type { Names, Region } from '@tidu/reference';
import type { Places } from '../comparison/compared-places.ts';
import type { Costs } from '../comparison/cost-facts.ts';
import type { Profile } from '../comparison/profile.ts';
import type { CommodityGroup } from './commodity-group.ts';
import type { GuidancePack } from './guidance-pack.ts';
import type { RecordReference } from './receipt.ts';
import type { TradePanel } from './trade-panel.ts';

/** A place that the statistics name: a prefecture, a municipality, or a county directly under a province. */
export interface GuidedPlace {
  readonly code: string;
  readonly names: Names;
  readonly region: Region;
  /** Code of its province; its own where it is a municipality. */
  readonly province: string;
  /** Degrees, WGS84; absent where the pack does not know. */
  readonly longitude?: number | undefined;
  readonly latitude?: number | undefined;
}

export const resources = ['land-left', 'factories-left', 'power', 'water', 'labour', 'dormitories'] as const;
/** What a park has that a factory needs: fields of its profile. */
export type Resource = (typeof resources)[number];

/** What a park states of itself, with where it says so. */
export interface Stated {
  readonly value: number;
  readonly unit: Names;
  readonly date?: string | undefined;
  readonly source?: string | undefined;
  /** Made up for the demonstration. */
  readonly sample: boolean;
}

export interface GuidedPark {
  /** The id of the pack, like `taiyuan`. */
  readonly id: string;
  /** The record of the programme. */
  readonly record: string;
  readonly names: Names;
  /** Code of its city. */
  readonly place: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly leading: readonly Names[];
  /** The day on which the list of its batch was issued; nothing where no list is known. */
  readonly recognised: string | undefined;
  /** What is left for newcomers, as stated and published; what is not stated is absent. */
  readonly left: Readonly<Partial<Record<Resource, Stated>>>;
}

/** A cooperation between a place of the east and a park. */
export interface Tie {
  readonly kind: 'pairing' | 'agreement';
  readonly record: string;
  readonly state: string;
  readonly names: Names;
  readonly partnerPlace: string;
  /** The record of the park, and its city. */
  readonly park: string;
  readonly parkPlace: string;
  readonly sample: boolean;
}

/** What a transfer project promised, and what it reported. Yuan a year. */
export interface PromisedProject {
  readonly record: string;
  readonly name: string;
  readonly park: string;
  readonly parkPlace: string;
  readonly origin: string;
  readonly group: string | undefined;
  readonly stage: string | undefined;
  readonly promised: readonly { readonly year: number; readonly exports: number }[];
  readonly reported: readonly { readonly year: number; readonly exports: number }[];
  readonly jobs: number;
  readonly sample: boolean;
}

/**
 * All that guidance rests on, as far as the asker may see it.
 * Guidance is a function of a ground and a request, and of nothing else.
 */
export interface Ground {
  /** The day on which it is asked. */
  readonly day: string;
  /** Nothing where no statistics by city are loaded for two periods that can be compared. */
  readonly trade: TradePanel | undefined;
  readonly groups: readonly CommodityGroup[];
  readonly places: readonly GuidedPlace[];
  readonly parks: readonly GuidedPark[];
  readonly ties: readonly Tie[];
  readonly projects: readonly PromisedProject[];
  readonly pack: GuidancePack;
  readonly costs: Costs & { readonly profiles: readonly Profile[] };
  readonly compared: Places;
  readonly rules: RuleSet;
  /** The records of the programme that it was gathered from, as they were. */
  readonly records: readonly RecordReference[];
}
