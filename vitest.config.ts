import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These begin first, so that a run does not end with one long file alone; two that need a browser not at once. */
const longest = [
  'test/browser/batch',
  'load/killed-load',
  'test/browser/journeys',
  'src/commands.test',
  'test/browser/recognition',
  'cluster/warehouse.clickhouse',
  'commands/account.command',
  'commands/serve.command',
  'test/browser/projects',
  'src/allow.test',
  'test/synthetic-release',
  'load/fuzz',
  'commands/programme.command',
];
const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((name) => moduleId.includes(name));
  return place === -1 ? longest.length : place;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}

export default defineConfig({
  test: {
    include: ['{packages,apps,test}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: 'test/run.setup.ts',
    testTimeout: 90_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
