import type { Asker } from '../account/asker.ts';
import type { Records } from '../ground/records.store.ts';
import { dateIn } from '../ground/world.ts';
import type { StatedFact } from '../park/fact.ts';
import type { ParkProfile } from '../park/park.ts';
import type { Position, Zone } from '../park/zone.ts';

/**
 * Capacities, transport and contacts of the thirteen, which no source tells: made up, each fact marked as sample.
 * Facts with a source stay as they are. Taiyuan, whose zones no source names, has two drawn as well.
 */
export async function seedParks(records: Records): Promise<void> {
  const year = dateIn(records.world.now()).slice(0, 4);
  const parks = await records.whole<ParkProfile>({ kind: 'park' });
  for (const [i, park] of parks.entries()) {
    const committee: Asker = {
      account: `park-${park.content.packId}`,
      name: `示例·${park.title.zh}园区经办`,
      role: 'park',
      organisation: park.content.committee,
      territory: park.territory,
    };
    const facts = [
      ...sampleFacts(i, park.title.zh, year),
      ...(park.content.packId === 'taiyuan' ? [drawing] : []),
    ];
    const stated = await records.act(park.id, 'state', { facts }, park.version, committee);
    await records.act(park.id, 'publishProfile', {}, stated.version, committee);
  }
}

const source = '示例数据，非实际情况 (sample, made up)';
const sample = true as const;

function sampleFacts(i: number, city: string, year: string): StatedFact[] {
  const amount = (field: string, value: number): StatedFact => ({
    field,
    value: { amount: value },
    date: year,
    source,
    sample,
  });
  const distance = (field: string, zh: string, en: string, km: number): StatedFact => ({
    field,
    value: { distance: { to: { zh, en }, km } },
    source,
    sample,
  });
  return [
    amount('land-total', 600 + 45 * i),
    amount('land-left', 120 + 11 * i),
    amount('factories-total', 200_000 + 15_000 * i),
    amount('factories-left', 40_000 + 3_000 * i),
    amount('factory-rent', 8 + (i % 5)),
    amount('power', 126 + 10 * i),
    amount('water', 50_000 + 2_500 * i),
    amount('dormitories', 4_000 + 300 * i),
    amount('labour', 60_000 + 5_000 * i),
    distance('port', '示例港口', 'Sample port', 650 + 40 * i),
    distance('rail-head', '示例铁路货站', 'Sample rail head', 8 + i),
    distance('airport', '示例机场', 'Sample airport', 20 + 2 * i),
    {
      field: 'contact',
      value: { contact: { name: `示例·${city}招商专员`, duty: '招商', phone: `0000-${1000 + i}` } },
      source,
      sample,
    },
  ];
}

const zone = (zh: string, en: string, areaKm2: number, ring: Position[]): Zone => ({
  name: { zh, en },
  areaKm2,
  geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
});

const drawing: StatedFact = {
  field: 'zones',
  value: {
    zones: [
      zone('示例一区', 'Sample zone one', 12, [
        [112.531, 37.742],
        [112.573, 37.738],
        [112.579, 37.762],
        [112.556, 37.775],
        [112.529, 37.769],
        [112.531, 37.742],
      ]),
      zone('示例二区', 'Sample zone two', 6, [
        [112.6, 37.755],
        [112.628, 37.757],
        [112.626, 37.782],
        [112.602, 37.78],
        [112.6, 37.755],
      ]),
    ],
  },
  source,
  note: { zh: '示意，非实际范围', en: 'An illustration, not where the park lies' },
  sample,
};
