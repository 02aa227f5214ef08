#!/usr/bin/env node
// Plain JavaScript that an old Node understands: the program itself needs a newer one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = join(dirname(fileURLToPath(import.meta.url)), '../../../node_modules');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  // Compiling is half of what a short command takes; where its results cannot be kept, each start does it again.
  module.enableCompileCache(join(modules, '.cache/tidu'));
  await import('../src/main.ts');
} else {
  const own = join(modules, '.bin/node');
  if (!existsSync(own)) {
    process.stderr.write(
      `tidu: needs Node 22.18 or later, this is ${process.version}; run npm start once, which brings its own\n`,
    );
    process.exit(1);
  }
  const { status } = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
