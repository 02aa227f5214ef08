import type { Asker, Programme } from '@tidu/programme';
import { Refused } from '../errors.ts';
import { dataFolder, type House, openHouse } from '../house.store.ts';
import { runningServer } from '../running-server.file.ts';
import { say } from '../terminal.file.ts';

/** Who works at the machine itself: what they do stands in the audit trail under this name. */
export const operator: Asker = {
  account: 'operator',
  name: '运维 operator',
  role: 'system-admin',
  organisation: 'org-system',
  territory: '100000',
};

/** Opens the programme for one command, and closes it. @throws Refused while a server has it open */
export async function withProgramme<T>(
  data: string | undefined,
  work: (programme: Programme, house: House) => Promise<T>,
): Promise<T> {
  refuseWhileServed(data);
  const house = await openHouse({ data, say });
  try {
    return await work(await house.programme(), house);
  } finally {
    await house.close();
  }
}

/** The folder has one process at a time. */
export function refuseWhileServed(data: string | undefined): void {
  const server = process.env.DATABASE_URL ? undefined : runningServer(dataFolder(data));
  if (!server) return;
  throw new Refused(
    'store-in-use',
    `Tidu is running on this folder, at ${server.address}`,
    'stop it first; what the programme holds is on its pages',
  );
}
