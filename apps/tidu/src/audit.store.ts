import {
  type Asker,
  type AuditFilter,
  type Checkpoint,
  differsFrom,
  type Programme,
  record,
  signedText,
  verifyAudit,
} from '@tidu/programme';
import { type HouseKey, signedBy } from './house-key.file.ts';

/** The first line at which the trail is not what it should be, and how that shows. */
interface AuditFault {
  readonly seq: number;
  readonly why: 'missing' | 'changed' | 'unchained' | 'cut-off' | 'rewritten' | 'not-signed-here';
}

export interface Verdict {
  readonly lines: number;
  readonly head: string;
  readonly fault: AuditFault | null;
}

/**
 * Walks the whole chain, and holds it against a checkpoint that was taken earlier. That somebody did is
 * told to the trail afterwards.
 */
export async function verdictOf(
  programme: Programme,
  { against, key, asker }: { against?: Checkpoint | undefined; key: string; asker: Asker },
): Promise<Verdict> {
  const { reading } = programme.database;
  const { lines, head, tampered } = await verifyAudit(reading);
  const fault = tampered ?? (against && (await differs(programme, against, key, lines))) ?? null;
  await tell(programme, asker, 'audit.verify', { lines, sound: fault === null });
  return { lines, head, fault };
}

async function differs({ database }: Programme, against: Checkpoint, key: string, lines: number) {
  const signed = against.key === key && signedBy(key, signedText(against), against.signature);
  if (!signed) return { seq: against.lines, why: 'not-signed-here' } as const;
  const row = await database.reading
    .selectFrom('audit')
    .select('hash')
    .where('seq', '=', against.lines)
    .executeTakeFirst();
  return differsFrom(against, lines, row?.hash);
}

/** @throws Error where the chain is broken already: what is not sound is not signed */
export async function checkpointOf(programme: Programme, key: HouseKey, asker: Asker): Promise<Checkpoint> {
  await tell(programme, asker, 'audit.checkpoint', {});
  const { lines, head, tampered } = await verifyAudit(programme.database.reading);
  if (tampered) throw new BrokenTrail(tampered.seq, tampered.why);
  const at = programme.records.world.now().toISOString();
  const said = { format: 'tidu-audit-checkpoint/1', lines, head, at } as const;
  return { ...said, key: key.publicKey, signature: key.sign(signedText(said)) };
}

export const tellExport = (programme: Programme, asker: Asker, about: AuditFilter & { format: string }) =>
  tell(programme, asker, 'audit.export', about);

/** A trail that is not sound. */
class BrokenTrail extends Error {
  readonly code = 'audit-broken';
  readonly remedy = 'compare with a backup or an earlier export, from this line on';
  constructor(seq: number, why: string) {
    super(`the audit trail is broken at line ${seq}: ${why}`);
    this.name = 'BrokenTrail';
  }
}

const tell = (programme: Programme, asker: Asker, deed: string, about: object): Promise<void> =>
  programme.database.write((writing) =>
    record(writing, programme.records.world.now().toISOString(), asker, deed, { ...about }),
  );
