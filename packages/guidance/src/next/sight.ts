import type { Ground, GuidedPark } from '../ground/ground.ts';
import { GuidanceRefused } from '../ground/guidance.ts';
import { type Movable, movable } from '../leaving/movable.ts';
import { type GoodsToPass, goodsToPass } from '../pairing/goods-to-pass.ts';
import { pairingAdvice } from '../pairing/pairing-advice.ts';
import type { PairingAdvice } from '../pairing/pairing-result.ts';
import { type PlanOfGround, plan } from '../plan/plan.ts';
import type { Draft } from './advice.ts';
import type { CityForPark } from './cities-for-park.ts';
import { type CityCourses, cityCourses } from './city-courses.ts';
import type { GoodsForPark } from './goods-for-park.ts';
import { type TypicalBenefit, typicalBenefits } from './typical-benefits.ts';

/** What all advice looks at, reckoned once. What the ground cannot tell is absent. */
export interface Sight {
  readonly ground: Ground;
  readonly courses: CityCourses | undefined;
  readonly passing: GoodsToPass | undefined;
  readonly movable: readonly Movable[];
  readonly pairing: PairingAdvice | undefined;
  readonly plan: PlanOfGround | undefined;
  readonly typical: readonly TypicalBenefit[];
}

/** What is seen from one park. */
export interface ParkView {
  readonly park: GuidedPark;
  readonly goods: readonly GoodsForPark[];
  readonly cities: readonly CityForPark[];
}

/** One kind of advice for a park: nothing where there is nothing to say, or where what it rests on is not known. */
export type Adviser = (sight: Sight, view: ParkView) => readonly Draft[] | Promise<readonly Draft[]>;

export async function sightOf(ground: Ground): Promise<Sight> {
  const { trade, places } = ground;
  return {
    ground,
    courses: trade && cityCourses(trade, places),
    passing: trade && goodsToPass(trade, places),
    movable: trade ? movable(ground) : [],
    pairing: trade && (await pairingAdvice.compute(ground, pairingAdvice.request.parse({}))),
    plan: trade && (await toldOrNothing(() => plan.compute(ground, plan.request.parse({})))),
    typical: typicalBenefits(ground),
  };
}

/** What a piece of guidance says; nothing where the ground cannot tell. */
export async function toldOrNothing<T>(compute: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await compute();
  } catch (error) {
    if (error instanceof GuidanceRefused) return undefined;
    throw error;
  }
}

/** @throws GuidanceRefused `park-unknown` */
export function parkNamed({ parks }: Pick<Ground, 'parks'>, asked: string): GuidedPark {
  const found = parks.find(({ id, record }) => id === asked || record === asked);
  if (found) return found;
  throw new GuidanceRefused(
    'park-unknown',
    `there is no park "${asked}"`,
    `ask for one of ${parks.map(({ id }) => id).join(', ')}`,
  );
}
