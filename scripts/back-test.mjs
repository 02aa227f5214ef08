/** `npm run back-test [-- --write]`: tests the prediction on every panel of the box, and puts the tables into its page. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGuidancePack } from '../packages/guidance/src/index.ts';
import { readPack } from '../packages/reference/src/pack.file.ts';
import { madeUpNation } from '../test/back-test/made-up-nations.ts';
import { mexicanStates } from '../test/back-test/mexican-states.ts';
import { officialPlaces } from '../test/back-test/official-places.ts';
import { provinceSectors } from '../test/back-test/province-sectors.ts';
import { tableOfNations, tablesOf, withPart } from '../test/back-test/tables.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'packs/cn');
const page = join(root, 'docs/methods/prediction.md');
const pack = readPack(folder);
const { groups } = readGuidancePack(folder);
const nations = [1, 2, 3, 4, 5];

const parts = new Map(
  [mexicanStates(), provinceSectors(pack), officialPlaces(pack)].map((panel) => [panel.id, tablesOf(panel)]),
);
parts.set('made-up', tableOfNations(nations.map((seed) => madeUpNation(seed, pack, groups))));
parts.set('made-up-3', tablesOf(madeUpNation(3, pack, groups)));

if (process.argv.includes('--write')) {
  const text = [...parts].reduce(
    (whole, [part, tables]) => withPart(whole, part, tables),
    readFileSync(page, 'utf8'),
  );
  writeFileSync(page, text);
} else {
  process.stdout.write(`${[...parts.values()].join('\n\n')}\n`);
}
