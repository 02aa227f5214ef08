import type { Asker } from '../account/asker.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import type { Registered } from '../ground/registered.ts';
import { dateIn } from '../ground/world.ts';
import {
  type CompanyPlanAct,
  type CompanyPlanContent,
  type CompanyPlanState,
  companyPlan,
} from './company-plan.ts';
import { type IntentAct, type IntentContent, type IntentState, intent } from './intent.ts';

export const registeredCompanyPlan: Registered<CompanyPlanContent, CompanyPlanState, CompanyPlanAct> = {
  kind: companyPlan,
  effects: { create: mustBeUnderstood, edit: mustBeUnderstood },
};

export const registeredIntent: Registered<IntentContent, IntentState, IntentAct> = {
  kind: intent,
  effects: { create: maySend },
};

const refuse = (field: string, message: string): never => {
  throw new NotAcceptable([{ field: `content.${field}`, message }]);
};

async function mustBeUnderstood(
  { world }: Records,
  { content, sample }: ProgrammeRecord<CompanyPlanContent>,
  { asker }: { asker: Asker },
): Promise<void> {
  const faults = world.plans.faults(content.plan);
  if (faults.length > 0)
    throw new NotAcceptable(
      faults.map(({ field, message }) => ({ field: `content.plan.${field}`, message })),
    );
  if (!sample && content.owner !== asker.organisation)
    refuse('owner', 'a plan is your own company’s: name your organisation');
}

/** A company sends for itself, of a plan that is ready, to a park that is there, and once while nothing has come of it. */
async function maySend(
  records: Records,
  { id, content, sample }: ProgrammeRecord<IntentContent>,
  { asker }: { asker: Asker },
): Promise<void> {
  if (content.answer || content.ending) refuse('answer', 'nothing is answered yet: leave it out');
  const plan = await records.get<CompanyPlanContent>(content.plan, 'company-plan');
  if (plan.content.owner !== content.company) refuse('plan', 'this is no plan of yours');
  if (sample) return;
  if (content.company !== asker.organisation) refuse('company', 'you send for your own company');
  if (plan.state !== 'ready') refuse('plan', 'the plan is not ready: mark it as ready first');
  if (content.answerBy <= dateIn(records.world.now()))
    refuse('answerBy', 'give the park until a later day than today');
  const park = await records.reading
    .selectFrom('organisation')
    .select(['kind', 'territory'])
    .where('id', '=', content.park)
    .where('disabled', '=', false)
    .executeTakeFirst();
  if (park?.kind !== 'park') refuse('park', `there is no park ${content.park}: choose one of the list`);
  if (park?.territory !== content.place)
    refuse('place', `${content.park} is in ${park?.territory}: give that place`);
  const before = await records.whole<IntentContent>({
    kind: 'intent',
    parent: content.plan,
    organisation: content.park,
    state: ['sent', 'seen', 'answered', 'accepted'],
  });
  const same = before.find((other) => other.id !== id);
  if (same) refuse('park', `the park has an intent of this plan already: see ${same.id}`);
}
