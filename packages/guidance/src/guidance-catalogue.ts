import { capacity } from './capacity/capacity.ts';
import { parkFit } from './capacity/park-fit.ts';
import { effect } from './effect/effect.ts';
import { promises } from './effect/promises.ts';
import type { Guidance } from './ground/guidance.ts';
import { known } from './ground/known.ts';
import { flows } from './leaving/flows.ts';
import { leaving } from './leaving/leaving.ts';
import { ministryNext } from './next/ministry-next.ts';
import { parkNext } from './next/park-next.ts';
import { pairingAdvice } from './pairing/pairing-advice.ts';
import { plan } from './plan/plan.ts';
import { planCompared } from './plan/plan-difference.ts';
import { backTested } from './prediction/back-tested.ts';
import { prediction } from './prediction/prediction.ts';

// biome-ignore lint/suspicious/noExplicitAny: each takes its own request and gives its own result, both read by its schemas.
type AnyGuidance = Guidance<any, any>;

/** Everything that Tidu advises. Routes, commands, receipts and their verification are made from it. */
export const guidanceCatalogue: readonly AnyGuidance[] = [
  known,
  leaving,
  flows,
  capacity,
  parkFit,
  prediction,
  backTested,
  pairingAdvice,
  plan,
  planCompared,
  effect,
  promises,
  parkNext,
  ministryNext,
];
