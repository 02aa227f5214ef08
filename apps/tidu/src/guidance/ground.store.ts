import {
  comparedPlaces,
  type Ground,
  type GuidancePack,
  guidedPlaces,
  readGuidancePack,
} from '@tidu/guidance';
import { type Asker, dateIn } from '@tidu/programme';
import type { Warehouse } from '@tidu/trade';
import type { Clearance } from '../clearance.ts';
import { costsOfPack } from '../comparing.store.ts';
import type { House } from '../house.store.ts';
import type { PlainGround } from './plain-ground.ts';
import { programmeGround } from './programme-ground.store.ts';
import { type GatheredTrade, gatheredTrade } from './trade-panel.store.ts';

const packs = new Map<string, GuidancePack>();

/** What a pack says for guidance: read when first asked for, and kept. */
function guidanceOf(packRoot: string): GuidancePack {
  const kept = packs.get(packRoot) ?? readGuidancePack(packRoot);
  packs.set(packRoot, kept);
  return kept;
}

interface Kept {
  readonly key: string;
  readonly gathered: Promise<GatheredTrade | undefined>;
}
/** By the statistics that were asked; a load makes them anew. */
const kept = new WeakMap<Warehouse, Kept>();

type Grounds = Pick<House, 'pack' | 'packRoot' | 'seenBy' | 'programme' | 'measures'>;

/** A ground of this house, with what another thread needs to have it too. */
export interface GroundOfHouse extends Ground {
  readonly written: PlainGround['written'];
}

/** All that guidance rests on, as an asker of that clearance may see it. */
export async function groundFor(house: Grounds, clearance: Clearance, asker: Asker): Promise<GroundOfHouse> {
  const { pack, packRoot } = house;
  const programme = await house.programme();
  const day = dateIn(programme.records.world.now());
  const guidance = guidanceOf(packRoot);
  const places = guidedPlaces(pack, day);
  const gathered = await gatheredBy(house.seenBy(clearance), async (warehouse) =>
    gatheredTrade(warehouse, pack, places, guidance.groups),
  );
  const groups = gathered?.groups ?? guidance.groups;
  const { rules, measures } = await house.measures();
  return {
    day,
    trade: gathered?.trade,
    groups,
    places,
    pack: guidance,
    costs: costsOfPack(packRoot),
    compared: comparedPlaces(pack),
    rules,
    written: [...measures].flatMap(([id, { record, text }]) => (record ? [[id, text] as const] : [])),
    ...(await programmeGround(programme, pack, guidance.groups, asker)),
  };
}

async function gatheredBy(
  warehouse: Warehouse,
  gather: (warehouse: Warehouse) => Promise<GatheredTrade | undefined>,
): Promise<GatheredTrade | undefined> {
  const loads = await warehouse.loads();
  const key = loads.map(({ id }) => id).join(' ');
  const before = kept.get(warehouse);
  if (before?.key === key) return before.gathered;
  const gathered = gather(warehouse);
  kept.set(warehouse, { key, gathered });
  gathered.catch(() => kept.delete(warehouse));
  return gathered;
}
