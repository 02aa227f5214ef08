import type { Asker, Programme } from '@tidu/programme';

const ministry: Asker = {
  account: 'ministry',
  name: '示例·部机关经办',
  role: 'ministry',
  organisation: 'org-ministry',
  territory: '100000',
};

/**
 * Re-assessments and exits in several states. The demonstration has none: it would show real parks as warned.
 */
export async function addParkCases({ records }: Programme): Promise<void> {
  const { records: parks } = await records.list({ kind: 'park', state: 'recognised' });
  const { records: batches } = await records.list({ kind: 'batch' });
  const batch = batches[0]?.id as string;
  const committee = (organisations: readonly string[]): Asker => ({
    ...ministry,
    account: 'committee',
    role: 'park',
    organisation: organisations[0] as string,
  });
  const act = async (id: string, name: string, asker: Asker) => {
    const { version } = await records.get(id);
    await records.act(id, name, { text: '示例' }, version, asker);
  };
  for (const [i, park] of parks.slice(0, 4).entries()) {
    const own = committee(park.organisations);
    const assessed = await records.create('re-assessment', { batch, park: park.id }, ministry);
    if (i > 0) await act(assessed.id, 'report', own);
    if (i > 1) await act(assessed.id, i === 2 ? 'pass' : 'fail', ministry);
    const mendBy = '2020-01-01';
    const exit = await records.create('park-exit', { park: park.id, warning: '示例', mendBy }, ministry);
    if (i > 0) await act(exit.id, 'answer', own);
    if (i > 1) await act(exit.id, 'propose', ministry);
    if (i === 3) await act(exit.id, 'hear', own);
    if (i === 3) await act(exit.id, 'exit', ministry);
  }
}
