import type { CommodityGroup } from './commodity-group.ts';
import type { InputOutputTable } from './input-output.ts';
import type { Intensity } from './intensity.ts';

/** What a pack says for guidance. */
export interface GuidancePack {
  readonly groups: readonly CommodityGroup[];
  readonly intensities: readonly Intensity[];
  /** Nothing where the pack has none. */
  readonly inputOutput: InputOutputTable | undefined;
}
