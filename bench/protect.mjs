/**
 * A monthly release of prefectures × HS chapters from the declarations of a made-up nation: how long
 * until it is protected, what an attacker finds, and whether a second run gives the same bytes.
 */
import { join } from 'node:path';
import { timed } from './clock.mjs';
import { declaredStore } from './rooms.mjs';

const aim = { seconds: 300, recoverable: 0 };
const month = '2020-01';

export async function benchProtect({ pack, folder, say }) {
  say('\nprotect: making up and loading declarations of 20 000 firms');
  const { store, releases } = await declaredStore(join(folder, 'declared'), {
    pack,
    seed: 1,
    rows: 400_000,
    firms: 20_000,
    years: [2020, 2020],
  });
  try {
    const request = {
      title: { zh: '分市出口', en: 'Exports by city' },
      flow: 'export',
      currency: 'CNY',
      period: month,
      place: 'prefecture',
      commodity: 'chapter',
      mode: 'all',
      month: 'all',
      policy: { minimumFrequency: 3, dominance: { n: 2, k: 85 }, p: 10, passive: [] },
    };
    const raw = await timed(() =>
      store.connection.runAndReadAll(
        `SELECT place, left(commodity, 2), company, sum(value) FROM fact
         WHERE until IS NULL AND company IS NOT NULL AND flow = 'export' AND month_from = 202001 GROUP BY ALL`,
      ),
    );
    const runs = [];
    for (let run = 0; run < 2; run++) {
      const { ms, result } = await timed(() => releases.draft(request));
      runs.push({ ms, proof: await releases.certificate(result.id) });
    }
    const [{ ms, proof }, again] = runs;
    const { cells, published, primary, secondary, kept, recoverable } = proof;
    return {
      cells,
      published,
      primary,
      secondary,
      kept,
      recoverable: recoverable.length,
      seconds: ms / 1000,
      rawSeconds: raw.ms / 1000,
      sameBytes: proof.sha256 === again.proof.sha256,
    };
  } finally {
    await store.close();
  }
}

export function printProtect(found, say) {
  const { cells, published, primary, secondary, kept, recoverable, seconds, rawSeconds, sameBytes } = found;
  say(`protect: ${cells} cells (prefecture × chapter, one month)`);
  say(
    `  ${seconds.toFixed(1)} s (aim ${aim.seconds}); the raw sums alone ${(1000 * rawSeconds).toFixed(0)} ms`,
  );
  say(
    `  ${published} published, ${primary} + ${secondary} suppressed, ${(100 * kept).toFixed(1)} % of the amount`,
  );
  say(`  recoverable ${recoverable} (aim ${aim.recoverable}); same bytes again: ${sameBytes ? 'yes' : 'NO'}`);
}
