import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameworkFile, indicatorsOf } from '../packages/programme/src/assessment/framework.ts';
import { rankIntervals } from '../packages/programme/src/assessment/rank-interval.ts';
import { pointTable, score } from '../packages/programme/src/assessment/score.ts';
import { random } from '../packages/regional/src/ranking/random.ts';
import { median, timed } from './clock.mjs';

const parks = 5000;
const aim = 2;

/** Five thousand parks scored and ranked with their intervals by the framework in the box; a tenth is not known. */
export async function benchAssessment() {
  const file = join(import.meta.dirname, '../packs/cn/programme/frameworks.json');
  const [framework] = frameworkFile.parse(JSON.parse(readFileSync(file, 'utf8'))).frameworks;
  const draw = random(1);
  const regions = ['central', 'west', 'northeast'];
  const entries = Array.from({ length: parks }, (_, i) => ({
    park: `park-${i}`,
    region: regions[i % 3],
    known: Object.fromEntries(
      indicatorsOf(framework).map(({ id }) => [
        id,
        { value: draw() < 0.1 ? null : draw() * 100, previous: 50, evidence: true },
      ]),
    ),
  }));
  const runs = [];
  for (let i = 0; i < 6; i++) {
    const { ms } = await timed(() => {
      const ranks = score(framework, entries).map(({ rank }) => rank);
      return rankIntervals(framework, pointTable(framework, entries), ranks);
    });
    if (i > 0) runs.push(ms / 1000);
  }
  return { parks, indicators: indicatorsOf(framework).length, seconds: median(runs) };
}

export function printAssessment({ parks: count, indicators, seconds }, say) {
  say(`\nassessment: ${count} parks × ${indicators} indicators with intervals of 400 draws`);
  say(`  ${seconds.toFixed(2)} s (aim ${aim})${seconds > aim ? '  missed' : ''}`);
}
