import { type Asker, clock } from '../account/asker.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import type { Registered } from '../ground/registered.ts';
import { dateIn } from '../ground/world.ts';
import { mustBeEmpty } from './belonging.store.ts';
import { type PairingContent, type PairingOutside, pairing } from './pairing.ts';
import type { PairingAct, PairingState } from './pairing.workflow.ts';
import { sideOf } from './parties.ts';
import { type Interaction, type Pulse, pulse } from './pulse.ts';

const living = ['proposed', 'agreed', 'active', 'dormant'];

export const registeredPairing: Registered<PairingContent, PairingState, PairingAct, PairingOutside> = {
  kind: pairing,
  extra: async (records, record) => ({
    inForce:
      (await records.counts({ kind: 'agreement', parent: record.id, state: 'in-force' }))['in-force'] !==
      undefined,
    pulse: pulseOf(records, record),
  }),
  effects: { create: mayStand, edit: mayStand },
};

/** The pulse of a pairing today, by the rule of the pack. */
export function pulseOf(
  { world }: Pick<Records, 'world'>,
  { content, madeAt }: Pick<ProgrammeRecord<PairingContent>, 'content' | 'madeAt'>,
): Pulse {
  const since = content.answer?.on ?? madeAt.slice(0, 10);
  return pulse(content.interactions, since, dateIn(world.now()), world.rules['pairing-pulse']);
}

/** Something happened between the two: the pairing remembers it, and wakes up where it had fallen silent. */
export async function meet(records: Records, id: string, met: Interaction, asker: Asker): Promise<void> {
  const kept = await records.revise<PairingContent>(
    id,
    (content) => ({ ...content, interactions: [...content.interactions, met] }),
    'contact',
    asker,
  );
  if (kept.state !== 'dormant' || pulseOf(records, kept).dormant) return;
  await records.act(id, 'revive', {}, kept.version, clock);
}

/** The pairing knows what is due in it, so that lists need not open every obligation. */
export async function becomeDue(
  records: Records,
  id: string,
  dues: PairingContent['dues'],
  asker: Asker,
): Promise<void> {
  if (dues.length === 0) return;
  await records.revise<PairingContent>(
    id,
    (content) => ({ ...content, dues: [...content.dues, ...dues] }),
    'obligation',
    asker,
  );
}

async function mayStand(
  records: Records,
  { id, content }: ProgrammeRecord<PairingContent>,
  { asker }: { asker: Asker },
): Promise<void> {
  mustBeEmpty(content, ['answer', 'interactions', 'dues', 'end']);
  const refuse = (field: string, message: string) => {
    throw new NotAcceptable([{ field: `content.${field}`, message }]);
  };
  if (sideOf(content, asker) !== content.proposedBy) {
    refuse('proposedBy', 'you propose for your own side: name your organisation as park or partner');
  }
  if (content.park === content.partner) refuse('partner', 'a pairing has two sides: name another one');
  const sides = await records.reading
    .selectFrom('organisation')
    .select(['id', 'kind', 'territory'])
    .where('id', 'in', [content.park, content.partner])
    .execute();
  for (const [side, place] of [
    ['park', 'parkPlace'],
    ['partner', 'partnerPlace'],
  ] as const) {
    const found = sides.find((organisation) => organisation.id === content[side]);
    if (!found) refuse(side, `there is no organisation ${content[side]}: choose one of the list`);
    const kinds = side === 'park' ? ['park'] : ['partner', 'park'];
    if (found && !kinds.includes(found.kind)) {
      refuse(side, `${content[side]} is no ${kinds.join(' or ')}: choose one that is`);
    }
    if (found && found.territory !== content[place]) {
      refuse(place, `${content[side]} is in ${found.territory}: give that place`);
    }
  }
  const others = await records.whole<PairingContent>({
    kind: 'pairing',
    organisation: content.park,
    state: living,
  });
  const same = others.find((other) => other.id !== id && other.content.partner === content.partner);
  if (same) refuse('partner', `the two are paired already: see ${same.id}`);
}
