import { randomBytes } from 'node:crypto';
import type { Asker } from '../account/asker.ts';
import { record as trace } from '../ground/audit.store.ts';
import type { Database, Reading } from '../ground/database.store.ts';
import { NotFound } from '../ground/refusal.ts';

export interface Webhook {
  readonly id: string;
  readonly organisation: string;
  readonly url: string;
  readonly madeAt: string;
}

export async function webhooks(reading: Reading): Promise<Webhook[]> {
  const rows = await reading
    .selectFrom('webhook')
    .select(['id', 'organisation', 'url', 'made_at'])
    .orderBy('made_at')
    .execute();
  return rows.map(({ made_at, ...row }) => ({ ...row, madeAt: made_at.toISOString() }));
}

/** Where it goes and the secret that it is signed with, which is shown once and then only used. */
export const webhookTarget = (reading: Reading, id: string) =>
  reading.selectFrom('webhook').select(['url', 'secret']).where('id', '=', id).executeTakeFirst();

/** @throws NotFound when there is no such organisation */
export async function addWebhook(
  database: Database,
  { organisation, url }: { organisation: string; url: string },
  asker: Asker,
  now: Date,
): Promise<{ id: string; secret: string }> {
  const made = {
    id: `webhook-${randomBytes(6).toString('hex')}`,
    secret: randomBytes(32).toString('base64url'),
  };
  await database.write(async (writing) => {
    const found = await writing
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', organisation)
      .executeTakeFirst();
    if (!found) throw new NotFound(`there is no organisation ${organisation}`);
    await writing
      .insertInto('webhook')
      .values({ ...made, organisation, url, made_at: now })
      .execute();
    await trace(writing, now.toISOString(), asker, 'webhook.add', { webhook: made.id, organisation, url });
  });
  return made;
}

export async function removeWebhook(database: Database, id: string, asker: Asker, now: Date): Promise<void> {
  await database.write(async (writing) => {
    const { numDeletedRows } = await writing.deleteFrom('webhook').where('id', '=', id).executeTakeFirst();
    if (numDeletedRows === 0n) throw new NotFound(`there is no webhook ${id}`);
    await trace(writing, now.toISOString(), asker, 'webhook.remove', { webhook: id });
  });
}
