import { describe, expect, it } from 'vitest';
import { kinds } from './kinds.ts';

const diagrams = kinds
  .map(({ kind: { name, names, workflow } }) =>
    [
      `## ${names.zh} ${names.en} (\`${name}\`)`,
      '',
      '```mermaid',
      workflow.diagram(),
      '```',
      '',
      `Edited in: ${workflow.editable.join(', ') || 'no state'}.`,
      '',
    ].join('\n'),
  )
  .join('\n');
const page = `# Lifecycles\nMade from the code (\`*.workflow.ts\`): every kind of record of the programme, its states and acts. What time brings about is marked (clock); everything else is an act of a person, by the [roles](../operate/roles.md).\n\n${diagrams}`;

describe('kinds of record', () => {
  it('have names of their own, fit for addresses', () => {
    const names = kinds.flatMap(({ kind: { name, plural } }) => [name, plural]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  });

  it.each(kinds.map(({ kind }) => [kind.name, kind] as const))('reach every state: %s', (_, { workflow }) => {
    expect([...workflow.reachable].sort()).toEqual(Object.keys(workflow.states).sort());
  });

  it('are drawn in the docs as they are', async () => {
    await expect(page).toMatchFileSnapshot('../../../docs/use/lifecycles.md');
  });
});
