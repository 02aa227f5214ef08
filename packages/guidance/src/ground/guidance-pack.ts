import type { CommodityGroup } from './commodity-group.ts';

/** What a pack says for guidance. */
export interface GuidancePack {
  readonly groups: readonly CommodityGroup[];
}
