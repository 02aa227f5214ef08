import type { Pack } from '@tidu/reference';

/** A question of the explorer that was given a name and an address. */
export interface View {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** The question and the form it is shown in, as the explorer's address holds them. */
  readonly state: Readonly<Record<string, string | number>>;
  readonly savedAt: string;
  /** It can be answered from what the customs publish, so that everybody may see it. */
  readonly published: boolean;
  /** In the box; it cannot be renamed or deleted. */
  readonly ready: boolean;
}

const ready = (id: string, zh: string, en: string, state: View['state']): View => ({
  id,
  name: { zh, en },
  state,
  savedAt: '2025-07-18T00:00:00.000Z',
  published: true,
  ready: true,
});

/** Views of the official figures that are there on the first day, at the newest months loaded. */
export function readyViews(pack: Pack): View[] {
  const cities = [...new Set(pack.parks.map(({ place }) => `prefecture:${place}`))].join(',');
  const inland = 'region:central,region:west,region:northeast';
  return [
    ready('regions', '四大区域各月进出口', 'The four regions, month by month', {
      by: 'month,region',
      view: 'line',
    }),
    ready('province-exports', '各省出口，月份作列', 'Exports by province, months across', {
      by: 'province,month',
      flow: 'export',
      across: 'month',
    }),
    ready(
      'province-growth',
      '各省进出口累计同比（海关公布）',
      'Growth by province, year to date, as printed',
      {
        by: 'province,month',
        measure: 'printed-growth',
        across: 'month',
      },
    ),
    ready(
      'park-cities',
      '首批园区所在城市进出口，月份作列',
      'Cities of the first batch of parks, months across',
      {
        by: 'prefecture,month',
        places: cities,
        across: 'month',
      },
    ),
    ready('inland-provinces', '中西部和东北各省进出口', 'Provinces of the interior', {
      by: 'province',
      places: inland,
      view: 'bar',
    }),
    ready(
      'inland-cities',
      '中西部和东北各地市出口，月份作列',
      'Exports of cities of the interior, months across',
      {
        by: 'prefecture,month',
        places: inland,
        flow: 'export',
        across: 'month',
      },
    ),
    ready('zones', '各开发区进出口，月份作列', 'Development zones, months across', {
      by: 'zone,month',
      across: 'month',
    }),
    ready('balance', '各省出口与进口', 'Exports and imports by province', {
      by: 'province,flow',
      across: 'flow',
    }),
  ];
}
