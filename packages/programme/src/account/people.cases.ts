import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { Database } from '../ground/database.store.ts';
import type { Engine } from '../ground/engines.cases.ts';
import { type Accounts, accountsIn, addAccount } from './accounts.store.ts';
import type { Asker } from './asker.ts';
import { addOrganisation } from './organisations.store.ts';
import { Seal } from './seal.file.ts';

/** A small programme with its people, and a clock that is set by hand. */
export interface People {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly time: { now: Date };
  /** The file of the key that seals second factors. */
  readonly key: string;
  /** What the trail tells from here on. */
  told(): Promise<{ deed: string; account: string; about: unknown }[]>;
  close(): Promise<void>;
}

export const good = 'fjord kelp under glass';
export const better = 'nine boats and a heron';
export const here = { address: '192.0.2.7', client: 'a browser' };

export const security: Asker = {
  account: 'security',
  name: '安全员',
  role: 'security-admin',
  organisation: 'org-system',
  territory: '100000',
};

export async function people(engine: Engine): Promise<People> {
  const database = await engine.open();
  const time = { now: new Date('2026-03-02T01:00:00Z') };
  const folder = mkdtempSync(join(tmpdir(), 'tidu-people-'));
  const key = join(folder, 'second-factor.key');
  const accounts = accountsIn(
    database,
    new Seal(key),
    () => time.now,
    (code) => /^\d{6}$/.test(code),
  );
  await database.write(async (writing) => {
    const value = JSON.stringify('administrators');
    await writing.insertInto('setting').values({ name: 'second-factor', value }).execute();
    const organisation = (id: string, kind: 'system' | 'province' | 'ministry', territory: string) =>
      addOrganisation(writing, { id, kind, territory, name: { zh: `示例${id}`, en: `Sample ${id}` } });
    await organisation('org-system', 'system', '100000');
    await organisation('org-ministry', 'ministry', '100000');
    await organisation('org-shanxi', 'province', '140000');
    const at = (id: string, role: Asker['role'], of: string, more: object = {}) =>
      addAccount(writing, time.now, {
        id,
        login: id,
        name: id,
        role,
        organisation: of,
        sample: false,
        ...more,
      });
    await at('system', 'system-admin', 'org-system');
    await at('security', 'security-admin', 'org-system', { password: good });
    await at('audit', 'audit-admin', 'org-system');
    await at('wang', 'province', 'org-shanxi', { password: good });
    await at('zhao', 'ministry', 'org-ministry', { password: good });
    await at('guest', 'province', 'org-shanxi', { sample: true });
  });
  let from = 0;
  return {
    database,
    accounts,
    time,
    key,
    told: async () => {
      const lines = await database.reading
        .selectFrom('audit')
        .select(['seq', 'deed', 'account', 'about'])
        .where('seq', '>', from)
        .orderBy('seq')
        .execute();
      from = lines.at(-1)?.seq ?? from;
      return lines.map(({ deed, account, about }) => ({ deed, account, about }));
    },
    close: async () => {
      rmSync(folder, { recursive: true });
      await database.close();
    },
  };
}

/** What the telephone shows. */
export const codeOf = (secret: string, now: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });

export const later = (time: { now: Date }, seconds: number): void => {
  time.now = new Date(time.now.getTime() + seconds * 1000);
};
