import { join } from 'node:path';
import { openDatabase } from '../ground/database.store.ts';
import { letter, worldAt, writer } from '../ground/letter.cases.ts';
import { Records } from '../ground/records.store.ts';
import { Bytes } from './bytes.store.ts';
import { Files } from './files.store.ts';

/** A server that takes files in until it is killed: one line for each that it acknowledged. */
const folder = process.argv[2] as string;
const database = await openDatabase({ folder: join(folder, 'programme') });
const records = new Records(database, [letter], worldAt({ now: new Date('2026-01-05T00:00:00Z') }));
const files = new Files(records, new Bytes(join(folder, 'files')));
const content = { text: '信', place: '140100', from: 'org-a' };
const { id } = await records.create('letter', content, writer);

for (let n = 0; ; n++) {
  const stream = (async function* () {
    yield Buffer.from(`%PDF-1.7 ${n} ${'x'.repeat(50_000)}`);
  })();
  const incoming = (async function* () {
    yield { name: `${n}.pdf`, stream };
  })();
  const [kept] = await files.add(id, incoming, { note: () => '', open: () => false }, writer);
  process.stdout.write(`${kept?.id}\n`);
}
