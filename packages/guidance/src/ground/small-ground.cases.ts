import { ruleSet } from '@tidu/policy';
import { roundCosts } from '../comparison/two-places.cases.ts';
import type { CommodityGroup } from './commodity-group.ts';
import type { Ground, GuidedPark, GuidedPlace } from './ground.ts';
import { type PeriodAmounts, panelOfAmounts } from './trade-panel.ts';

const both = (text: string) => ({ zh: text, en: text });
const group = (id: string, chapters: readonly string[], industry: string): CommodityGroup => ({
  id,
  name: both(id),
  chapters: [...chapters],
  industries: [industry],
  source: 'test',
});

/** Three groups of goods. */
const threeGroups = [
  group('clothing', ['61', '62'], '18'),
  group('electronics', ['85'], '39'),
  group('toys-misc', ['95'], '24'),
];

const place = (
  code: string,
  region: GuidedPlace['region'],
  longitude: number,
  latitude: number,
): GuidedPlace => ({
  code,
  names: both(code),
  region,
  province: `${code.slice(0, 2)}0000`,
  longitude,
  latitude,
});

/** Three cities of the east, three of the interior with a park, two without. */
const eightPlaces: readonly GuidedPlace[] = [
  place('310000', 'east', 121.5, 31.2),
  place('440300', 'east', 114.1, 22.5),
  place('441900', 'east', 113.7, 23.0),
  place('140100', 'central', 112.5, 37.9),
  place('430100', 'central', 112.9, 28.2),
  place('500000', 'west', 106.5, 29.5),
  place('360100', 'central', 115.9, 28.7),
  place('510100', 'west', 104.1, 30.7),
];

const park = (id: string, code: string, landLeft: number | undefined): GuidedPark => {
  const at = eightPlaces.find((one) => one.code === code) as GuidedPlace;
  return {
    id,
    record: `park-${id}`,
    names: both(id),
    place: code,
    longitude: at.longitude as number,
    latitude: at.latitude as number,
    leading: [both('electronics')],
    recognised: '2020-09-10',
    left:
      landLeft === undefined
        ? {}
        : {
            'land-left': {
              value: landLeft,
              unit: { zh: '公顷', en: 'ha' },
              date: '2024',
              source: 'test',
              sample: false,
            },
          },
  };
};

/** Yuan of the first year and yearly growth, by place and group: the east loses clothing and toys, the parks gain. */
const course: Readonly<Record<string, readonly (readonly [first: number, growth: number])[]>> = {
  '310000': [
    [40e9, -0.08],
    [90e9, 0.02],
    [20e9, -0.03],
  ],
  '440300': [
    [30e9, -0.1],
    [150e9, 0.03],
    [30e9, -0.06],
  ],
  '441900': [
    [50e9, -0.12],
    [110e9, -0.02],
    [40e9, -0.1],
  ],
  '140100': [
    [2e9, 0.02],
    [40e9, 0.08],
    [1e9, 0.05],
  ],
  '430100': [
    [6e9, 0.25],
    [15e9, 0.12],
    [5e9, 0.3],
  ],
  '500000': [
    [5e9, 0.1],
    [90e9, 0.09],
    [3e9, 0.15],
  ],
  '360100': [
    [8e9, 0.2],
    [10e9, 0.05],
    [6e9, 0.1],
  ],
  '510100': [
    [3e9, 0.03],
    [80e9, 0.1],
    [0, 0],
  ],
};

const years = ['2018', '2019', '2020', '2021', '2022', '2023'];
const amounts = (year: number, part: number): PeriodAmounts =>
  new Map(
    Object.entries(course).map(([code, groups]) => [
      code,
      new Map(
        groups.map(([first, growth], g) => [
          threeGroups[g]?.id ?? '',
          Math.round(first * part * (1 + growth) ** year),
        ]),
      ),
    ]),
  );
const panelWith = (part: number) =>
  panelOfAmounts(
    eightPlaces.map(({ code }) => code),
    threeGroups.map(({ id }) => id),
    years.map((period, year) => ({ period, amounts: amounts(year, part) })),
  );

/** A made-up nation of eight places, three groups and six years, in round numbers. */
export const smallGround: Ground = {
  day: '2024-06-01',
  trade: {
    exports: panelWith(1),
    imports: panelWith(0.6),
    measured: 'processing',
    synthetic: true,
    figures: [],
  },
  groups: threeGroups,
  places: eightPlaces,
  parks: [
    park('taiyuan', '140100', 120),
    park('changsha', '430100', 80),
    park('chongqing', '500000', undefined),
  ],
  ties: [
    {
      kind: 'agreement',
      record: 'agreement-1',
      state: 'in-force',
      names: both('东莞—长沙'),
      partnerPlace: '441900',
      park: 'park-changsha',
      parkPlace: '430100',
      sample: true,
    },
  ],
  projects: [],
  pack: { groups: threeGroups, intensities: [], inputOutput: undefined },
  costs: { ...roundCosts, profiles: [] },
  compared: { compared: [], at: () => undefined },
  rules: ruleSet([]),
  records: [],
};
