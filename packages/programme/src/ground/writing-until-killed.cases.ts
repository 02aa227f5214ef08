import { writeSync } from 'node:fs';
import { openDatabase } from './database.store.ts';
import { letter, worldAt, writer } from './letter.cases.ts';
import { Records } from './records.store.ts';

/**
 * A program of its own that writes letters and sends them until somebody kills it. It says of each what was
 * acknowledged, by a call that returns when the words are out.
 */
const folder = process.argv[2] as string;
const records = new Records(
  await openDatabase({ folder }),
  [letter],
  worldAt({ now: new Date('2026-03-02T01:00:00Z') }),
);
const say = (line: string) => writeSync(1, `${line}\n`);
say('ready');
for (let n = 1; ; n++) {
  const draft = { text: `letter ${n}`, place: '140100', from: 'org-a' };
  const { id, version } = await records.create('letter', draft, writer);
  say(`${id} draft ${version}`);
  const edited = await records.edit(id, { ...draft, text: `letter ${n}, better` }, version, writer);
  say(`${id} draft ${edited.version}`);
  const sent = await records.act(id, 'send', {}, edited.version, writer);
  say(`${id} sent ${sent.version}`);
}
