import type { RegistryRow, World } from '@tidu/programme';
import type { Cell } from './csv.ts';
import type { Language } from './names.ts';
import type { Cells, Column, ToldTable } from './table.ts';

type Line = RegistryRow & { readonly id: string; readonly stateName: { zh: string; en: string } };

const words = {
  zh: {
    park: '园区',
    place: '行政区划代码',
    province: '省份',
    city: '地市',
    region: '区域',
    state: '状态',
    published: '档案发布日期',
    zones: '片区数',
    area: '规划面积（申报，平方公里）',
    drawn: '片区面积（按坐标计算，平方公里）',
    industries: '主导产业',
    partners: '合作方',
    sample: '含示例数据的字段',
    about: '园区名录。空白为未知或未公开。标为示例的数字是演示用，不是实际情况。',
    comma: '、',
    east: '东部',
    central: '中部',
    west: '西部',
    northeast: '东北',
  },
  en: {
    park: 'Park',
    place: 'Code of the place',
    province: 'Province',
    city: 'City',
    region: 'Region',
    state: 'State',
    published: 'Profile published on',
    zones: 'Zones',
    area: 'Planned area (declared, km²)',
    drawn: 'Area of the zones (by coordinates, km²)',
    industries: 'Leading industries',
    partners: 'Partners',
    sample: 'Fields with sample data',
    about:
      'The registry of parks. A blank is unknown or not public. Figures marked as sample are made up for the demonstration.',
    comma: ', ',
    east: 'east',
    central: 'central',
    west: 'west',
    northeast: 'northeast',
  },
} as const;

/** The registry as a table for people: what is unknown, or not public to whoever asks, is blank. */
export function parkTable(
  batches: AsyncIterable<readonly Line[]>,
  count: number,
  { pack, rules }: World,
  language: Language,
): ToldTable {
  const said = words[language];
  const places = new Map(pack.places.map((place) => [place.code, place]));
  const fields = rules['park-fields'];
  const amounts = fields.filter(({ value, id }) => value === 'amount' && id !== 'area');
  const text = (heading: string, key: string): Column => ({ heading, key, kind: 'text' });
  const number = (heading: string, key: string): Column => ({ heading, key, kind: 'quantity' });
  const columns: Column[] = [
    text(said.park, 'park'),
    text(said.place, 'place'),
    text(said.province, 'province'),
    text(said.city, 'city'),
    text(said.region, 'region'),
    text(said.state, 'state'),
    text(said.published, 'published'),
    number(said.zones, 'zones'),
    number(said.area, 'area'),
    number(said.drawn, 'drawn'),
    text(said.industries, 'industries'),
    text(said.partners, 'partners'),
    ...amounts.map(({ id, name, unit }) =>
      number(unit ? `${name[language]} (${unit[language]})` : name[language], id),
    ),
    text(said.sample, 'sample'),
  ];
  const row = (line: Line): Cell[] => {
    const city = places.get(line.place);
    const province = places.get(`${line.place.slice(0, 2)}0000`);
    const names = (all: RegistryRow['industries']) => all.map((name) => name[language]).join(said.comma);
    return [
      line.name[language],
      line.place,
      province?.name[language],
      city?.name[language],
      city?.region && said[city.region],
      line.stateName[language],
      line.published,
      line.zones || undefined,
      line.areaKm2,
      line.drawnKm2 === undefined ? undefined : Math.round(line.drawnKm2 * 1e4) / 1e4,
      names(line.industries),
      names(line.partners),
      ...amounts.map(({ id }) => line.amounts[id]),
      line.sample.map((id) => fields.find((field) => field.id === id)?.name[language] ?? id).join(said.comma),
    ];
  };
  return { columns, count, batches: laid(), about: [[said.park, said.about]] };

  async function* laid(): AsyncGenerator<Cells> {
    for await (const lines of batches) {
      const rows = lines.map(row);
      yield { size: rows.length, columns: columns.map((_, i) => rows.map((cells) => cells[i])) };
    }
  }
}
