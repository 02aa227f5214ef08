import type { Pack, Place, Region } from '@tidu/reference';

const source = 'invented';
const names = (text: string) => ({ zh: text, en: text });

/**
 * A pack of thirty cities, so that a nation is made in milliseconds: twelve in the east, eleven
 * with a park and five without inland, and, with a park each, a county directly under a province
 * and a municipality.
 */
export const smallPack: Pack = {
  id: 'small',
  name: names('小国'),
  edition: '1',
  sources: [{ id: source, title: 'Invented for tests' }],
  places: [
    place('100000', 'country', '小国', undefined),
    ...province('310000', '东', 'east', 12),
    ...province('410000', '中', 'central', 6),
    ...province('610000', '西', 'west', 6),
    ...province('230000', '北', 'northeast', 4),
    place('419001', 'county', '中直管', '410000', 'central'),
    place('41909', 'district', '中直管其他', '419001', 'central'),
    place('500000', 'province', '直辖', '100000', 'west'),
    place('50019', 'district', '直辖甲', '500000', 'west'),
    place('5002W', 'district', '直辖乙', '500000', 'west'),
  ],
  aliases: [],
  agglomerations: [],
  batches: [],
  parks: parkPlaces().map((code, i) => ({
    id: `park-${'abcdefghijklm'[i]}`,
    order: i + 1,
    name: names(`园${i + 1}`),
    place: code,
    batch: 'first',
    longitude: 110,
    latitude: 30,
    zones: [],
    leadingIndustries: [],
    partners: [],
    agglomerations: [],
    facts: [],
    source,
  })),
  tradeModes: (['10', '14', '15', '19', '33', '34', '39'] as const).map((code) => ({
    code,
    name: names(`方式${code}`),
    processing: code === '14' || code === '15',
    why: names('—'),
    source,
  })),
  supervisionModes: [],
  editions: [],
  unitFactors: [],
  placeEvents: [],
  partners: Array.from({ length: 30 }, (_, i) => ({
    code: String(101 + i),
    name: names(`伙伴${i}，（"引号"）`),
    source,
  })),
  commodities: ['02', '28', '39', '61', '72', '84', '85', '90'].flatMap((chapter) => [
    { code: chapter, name: { zh: `第${chapter}章`, en: `Chapter ${chapter}` }, edition: 'H6', source },
    ...Array.from({ length: 12 }, (_, i) => ({
      code: `${chapter}${String(1010 + i)}`,
      parent: chapter,
      name: { en: `Goods ${chapter}.${i}` },
      edition: 'H6',
      source,
    })),
  ]),
  units: [
    { code: '01', name: '台', source },
    { code: '35', name: '千克', source },
  ],
};

function parkPlaces(): string[] {
  return [
    ...['4101', '4102', '4103', '6101', '6102', '6103', '6104', '6105'].map((code) => `${code}00`),
    ...['230100', '230200', '230300', '419001', '500000'],
  ];
}

function place(
  code: string,
  level: Place['level'],
  name: string,
  parent: string | undefined,
  region?: Region,
): Place {
  return {
    code,
    level,
    name: names(name),
    ...(parent === undefined ? {} : { parent }),
    ...(region === undefined ? {} : { region }),
    source,
  };
}

function province(code: string, name: string, region: Region, cities: number): Place[] {
  return [
    place(code, 'province', name, '100000', region),
    ...Array.from({ length: cities }, (_, i) => {
      const stem = `${code.slice(0, 2)}${String(i + 1).padStart(2, '0')}`;
      return [
        place(`${stem}00`, 'prefecture', `${name}${i + 1}市`, code, region),
        place(`${stem}1`, 'district', `${name}${i + 1}开发区`, `${stem}00`, region),
        place(`${stem}9`, 'district', `${name}${i + 1}其他`, `${stem}00`, region),
      ];
    }).flat(),
  ];
}
