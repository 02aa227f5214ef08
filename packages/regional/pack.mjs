/**
 * `npm run -w packages/regional build -- FOLDER`: the library as a package of its own, in JavaScript with types, to be
 * published or tried with `npm pack FOLDER`. Inside this repository it runs from source instead.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const here = import.meta.dirname;
const folder = resolve(process.argv[2] ?? join(here, 'dist/package'));
mkdirSync(folder, { recursive: true });
const { status } = spawnSync('tsc', ['-p', join(here, 'tsconfig.pack.json'), '--outDir', folder], {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${join(here, '../../node_modules/.bin')}:${process.env.PATH}` },
});
if (status !== 0) process.exit(status ?? 1);

const { name, version, description, license } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const door = (path) => ({ types: `./${path}.d.ts`, default: `./${path}.js` });
const manifest = {
  name,
  version,
  description,
  license,
  type: 'module',
  sideEffects: false,
  engines: { node: '>=22' },
  exports: { '.': door('index'), './compute': door('compute/index') },
};
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
copyFileSync(join(here, '../../LICENSE'), join(folder, 'LICENSE'));
copyFileSync(join(here, 'README.md'), join(folder, 'README.md'));
