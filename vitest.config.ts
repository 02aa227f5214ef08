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
/** These change their process (its environment, what it is mocked with), are killed, or are long. */
export const apart = [
  'test/**/*.test.ts',
  'apps/tidu/src/commands/*.test.ts',
  'apps/tidu/src/{allow,clearance,commands,views.store}.test.ts',
  'packages/trade/src/cluster/*.test.ts',
  'packages/{trade,programme}/src/**/killed*.test.ts',
];
const excluded = ['**/node_modules/**', '**/dist/**'];

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
    projects: [
      { extends: true, test: { name: 'apart', include: apart, exclude: excluded } },
      // A process and all of its modules for each file would take longer than most of these tests.
      {
        extends: true,
        test: {
          name: 'together',
          include: ['{packages,apps}/**/*.test.{ts,tsx}'],
          exclude: [...excluded, ...apart],
          isolate: false,
        },
      },
    ],
    globalSetup: 'test/run.setup.ts',
    testTimeout: 90_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
