import type { Asker } from '../account/asker.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import type { Registered } from '../ground/registered.ts';
import { offices } from './offices.store.ts';
import { type ScenarioAct, type ScenarioContent, type ScenarioState, scenario } from './scenario.ts';

type Made = ProgrammeRecord<ScenarioContent>;

export const registeredScenario: Registered<ScenarioContent, ScenarioState, ScenarioAct> = {
  kind: scenario,
  effects: {
    create: async (records, record, { asker }) => {
      if (!record.sample) mustBeOwn(record, asker);
      mustBeUnderstood(records, record);
    },
    edit: async (records, record) => mustBeUnderstood(records, record),
    share: async (records, record) => {
      mustBeReasoned(records, record);
      await mustBeThere(records, record);
    },
    open: async (records, record) => mustBeReasoned(records, record),
  },
};

const refuse = (field: string, message: string): never => {
  throw new NotAcceptable([{ field, message }]);
};

function mustBeOwn({ content }: Made, asker: Asker): void {
  if (content.owner !== asker.organisation)
    refuse('content.owner', 'you make scenarios for your own organisation: name it');
  if (content.sharedWith.length > 0)
    refuse('content.sharedWith', 'it is written when you share: leave it out');
}

function mustBeUnderstood({ world }: Records, { content }: Made): void {
  const faults = world.placements.faults(content.request);
  if (faults.length > 0) {
    throw new NotAcceptable(
      faults.map(({ field, message }) => ({ field: `content.request.${field}`, message })),
    );
  }
}

/** Whoever sees a limit that is set by hand sees why. */
function mustBeReasoned({ world }: Records, { content }: Made): void {
  const bare = world.placements
    .setByHand(content.request)
    .filter(({ park, kind }) => !content.because.some((one) => one.park === park && one.kind === kind));
  if (bare.length > 0) {
    throw new NotAcceptable(
      bare.map(({ park, kind }) => ({
        field: 'content.because',
        message: `say why the limit of ${kind} in ${park} is set by hand, before others see it`,
      })),
    );
  }
}

/** It is shared with organisations that there are and that can read it. */
async function mustBeThere(records: Records, { content }: Made): Promise<void> {
  if (content.sharedWith.length === 0) refuse('given.with', 'choose somebody else than yourselves');
  const there = new Set((await offices(records)).map(({ id }) => id));
  const missing = content.sharedWith.filter((one) => !there.has(one));
  if (missing.length > 0)
    refuse('given.with', `there is no office ${missing.join(', ')}: choose of the list`);
}
