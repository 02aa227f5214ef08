/**
 * The most memory that an import holds at once (resident, as the kernel counts it), of a GB18030
 * export and of one four times as long, each in a process of its own.
 */
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeExport } from './rooms.mjs';

/** A file four times as long may take as much more; the engine's own limit is two gigabytes. */
const aim = 1.25;

export async function benchMemory({ pack, folder, rows, say }) {
  const runs = [];
  for (const size of [rows, rows * 4]) {
    const file = join(folder, `合成-export-${size}-2024.csv`);
    await writeExport(file, { rows: size, seed: 20200101, encoding: 'gb18030', pack });
    const bytes = (await stat(file)).size;
    const once = join(import.meta.dirname, 'import-once.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [
      once,
      join(folder, `memory-${size}.duckdb`),
      file,
      String(size),
    ]);
    runs.push({ rows: size, bytes, ...JSON.parse(stdout) });
    say(`  ${size.toLocaleString('en')} rows: ${runs.at(-1).peakMiB} MiB`);
  }
  const [short, long] = runs;
  const ratio = long.peakMiB / short.peakMiB;
  return { runs, ratio, aim, met: ratio <= aim };
}

export function printMemory({ runs, ratio, aim, met }, say) {
  say('');
  say('memory of an import, at its most');
  for (const { rows, bytes, ms, peakMiB } of runs) {
    const size = `${Math.round(bytes / 2 ** 20)} MiB of GB18030`;
    say(
      `  ${rows.toLocaleString('en').padStart(12)} rows, ${size}: ${peakMiB} MiB, ${(ms / 1000).toFixed(1)} s`,
    );
  }
  say(`  ratio ${ratio.toFixed(2)}, aim ≤ ${aim}: ${met ? 'met' : 'missed'}`);
}
