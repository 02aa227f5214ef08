/**
 * The checks of quality on a made-up nation's exports by goods, partner, mode and place: seconds of
 * each check, beside the sums that the heaviest of them reads, asked of the engine directly.
 */
import { join } from 'node:path';
import { timed } from './clock.mjs';
import { checksOf, nationStore } from './rooms.mjs';

export async function benchQuality({ pack, folder, rows, say }) {
  say(`\nquality: making up and loading ${rows} rows`);
  const { store, ground } = await nationStore(join(folder, 'checked'), {
    pack,
    seed: 1,
    rows,
    years: [2023, 2024],
  });
  try {
    const raw = await timed(() =>
      store.connection.runAndReadAll(
        `SELECT month_from, flow, commodity, partner, unit, sum(value), sum(quantity) FROM fact
         WHERE until IS NULL GROUP BY ALL ORDER BY ALL`,
      ),
    );
    const seconds = {};
    let found = 0;
    for (const { name, look } of checksOf()) {
      for (const table of ground.coverage) {
        const { ms, result } = await timed(() => look(ground, table));
        seconds[name] = (seconds[name] ?? 0) + ms / 1000;
        found += result.length;
      }
    }
    return { rows, found, seconds, rawSeconds: raw.ms / 1000 };
  } finally {
    await store.close();
  }
}

export function printQuality({ rows, found, seconds, rawSeconds }, say) {
  const all = Object.values(seconds).reduce((sum, part) => sum + part, 0);
  say(`quality: ${rows} facts by goods, partner, mode and place`);
  for (const [name, part] of Object.entries(seconds)) say(`  ${name.padEnd(13)} ${part.toFixed(2)} s`);
  say(`  ${all.toFixed(1)} s in all, ${found} findings; the raw sums alone ${rawSeconds.toFixed(1)} s`);
}
