import { readPack } from '@tidu/reference/pack';
import { describe, expect, it } from 'vitest';
import { faultsOfCosts } from './cost-integrity.ts';
import { readCosts } from './costs.file.ts';

const root = new URL('../../../../packs/cn', import.meta.url).pathname;
const pack = readPack(root);
const costs = readCosts(root);

describe('the costs of the pack', () => {
  it('name sources, places and gateways that there are', () => {
    expect(faultsOfCosts(costs, pack)).toEqual([]);
  });

  it('with a name of nothing say which record and which field', () => {
    const [first] = costs.places;
    const [gateway] = costs.gateways;
    const [rate] = costs.freight;
    const [people] = costs.labour;
    if (!first || !gateway || !rate || !people) throw new Error('the pack has costs');
    const wrong = {
      ...costs,
      places: [{ ...first, source: 'hearsay' }],
      gateways: [{ ...gateway, place: '999999' }, gateway],
      freight: [{ ...rate, from: 'port-of-nowhere' }],
      labour: [people, { ...people, place: '999998' }, people],
    };
    expect(faultsOfCosts(wrong, pack)).toEqual([
      'costs/place-costs.json[0]: source: no source "hearsay"; add it to sources/',
      'costs/gateways.json[0]: place: no place "999999" in places.csv',
      'costs/labour.json[1]: place: no place "999998" in places.csv',
      'costs/freight.json[0]: from: "port-of-nowhere" is neither a gateway nor a place',
      `costs/gateways.json[1]: id: "${gateway.id}" stands twice; keep one`,
      `costs/labour.json[2]: date: "${people.item}" of ${people.place} stands twice for ${people.date}; keep one`,
    ]);
  });
});
