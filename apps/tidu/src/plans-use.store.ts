import { setImmediate } from 'node:timers/promises';
import { benefitsOfPlan, companyPlanSchema, comparedPlaces } from '@tidu/guidance';
import {
  type CompanyPlanContent,
  dateIn,
  type IntentContent,
  type Programme,
  type ProgrammeRecord,
} from '@tidu/programme';
import { costsOfPack } from './comparing.store.ts';
import type { MeasuresInForce } from './measures.store.ts';
import { type AskedPlan, type PlansUse, usedByPlans } from './plans-use.ts';

/** What all ready plans together come to, and whether made-up ones are among them. */
export interface PlansCounted {
  readonly sample: boolean;
  readonly byMeasure: ReadonlyMap<string, PlansUse>;
}

/** Counts anew when a plan, an intent, a measure or the day is another; plans are asked one at a time, so that others get their turn. */
export function plansCounter(
  packRoot: string,
): (programme: Programme, held: MeasuresInForce) => Promise<PlansCounted> {
  let kept:
    | { readonly key: string; readonly held: MeasuresInForce; readonly counted: PlansCounted }
    | undefined;
  return async ({ records }, held) => {
    const { pack, now } = records.world;
    const plans = await records.whole<CompanyPlanContent>({ kind: 'company-plan', state: 'ready' });
    const intents = await records.whole<IntentContent>({
      kind: 'intent',
      state: ['sent', 'seen', 'answered', 'accepted'],
    });
    const today = dateIn(now());
    const key = [today, ...[...plans, ...intents].map(({ id, version }) => `${id}:${version}`)].join(' ');
    if (kept?.key === key && kept.held === held) return kept.counted;
    const told = toldByPlan(intents);
    const places = comparedPlaces(pack);
    const asked: AskedPlan[] = [];
    for (const { id, content } of plans) {
      const plan = companyPlanSchema.safeParse(content.plan);
      if (!plan.success) continue;
      asked.push({
        company: content.owner,
        told: told.get(id) ?? new Set(),
        benefits: benefitsOfPlan(plan.data, places, costsOfPack(packRoot), held.rules, today),
      });
      await setImmediate();
    }
    const counted = { sample: plans.some(({ sample }) => sample), byMeasure: usedByPlans(asked) };
    kept = { key, held, counted };
    return counted;
  };
}

/** The places of the parks that companies have let know, by plan. */
function toldByPlan(intents: readonly ProgrammeRecord<IntentContent>[]): Map<string, Set<string>> {
  const told = new Map<string, Set<string>>();
  for (const { content } of intents) {
    told.set(content.plan, (told.get(content.plan) ?? new Set()).add(content.place));
  }
  return told;
}
