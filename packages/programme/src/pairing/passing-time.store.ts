import { clock } from '../account/asker.ts';
import type { Records } from '../ground/records.store.ts';
import { dateIn } from '../ground/world.ts';
import type { AgreementContent } from './agreement.ts';
import { pulseOf } from './pairing.store.ts';
import type { PairingContent } from './pairing.ts';

/** What time alone brings about: agreements expire, and pairings of which nothing is heard fall dormant. */
export async function passTimeOfPairings(records: Records): Promise<void> {
  const today = dateIn(records.world.now());
  const inForce = await records.whole<AgreementContent>({ kind: 'agreement', state: 'in-force' });
  for (const { id, version, content } of inForce) {
    if (today > content.to) await records.act(id, 'expire', {}, version, clock);
  }
  const active = await records.whole<PairingContent>({ kind: 'pairing', state: 'active' });
  for (const one of active) {
    if (pulseOf(records, one).dormant) await records.act(one.id, 'fall-dormant', {}, one.version, clock);
  }
}
