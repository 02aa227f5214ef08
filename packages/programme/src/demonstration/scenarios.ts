import { clock } from '../account/asker.ts';
import type { Records } from '../ground/records.store.ts';
import { dateIn } from '../ground/world.ts';
import type { ScenarioContent, ScenarioState } from '../scenario/scenario.ts';

const samples: readonly (Pick<ScenarioContent, 'name' | 'request' | 'sharedWith'> & {
  readonly state: ScenarioState;
})[] = [
  { name: '示例：按现有资料', request: {}, state: 'open', sharedWith: [] },
  {
    name: '示例：不让产业园落空',
    request: { least: 0.5 },
    state: 'shared',
    sharedWith: ['org-park-taiyuan'],
  },
];

/** What the ministry tries out: made up, one that all offices see and one that a park is shown. */
export async function seedScenarios(records: Records): Promise<void> {
  for (const { state, ...asked } of samples) {
    const content: ScenarioContent = {
      ...asked,
      because: [],
      note: '示例情景，仅供演示。',
      owner: 'org-ministry',
      madeOn: dateIn(records.world.now()),
    };
    await records.create('scenario', content, clock, { sample: true, state });
  }
}
