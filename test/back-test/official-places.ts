import { unknownWages } from '../../packages/guidance/src/index.ts';
import type { Pack, Place } from '../../packages/reference/src/index.ts';
import { matrixOf, panel } from '../../packages/regional/src/index.ts';
import { content } from '../repository.ts';
import type { TestedPanel } from './tested-panel.ts';

/** Years to date by place, flow and month, 万元; those of 2023 by the growth that was printed in 2024. */
function yearsToDate(): Map<string, number> {
  const [header, ...lines] = content('packs/cn/statistics/gacc-by-location.csv').trim().split('\n');
  const column = (name: string) => (header ?? '').split(',').indexOf(name);
  const [period, place, flow, toDate, growth] = [
    'period',
    'place',
    'flow',
    'value_ytd_wan',
    'growth_ytd_percent',
  ].map(column) as [number, number, number, number, number];
  const amounts = new Map<string, number>();
  for (const line of lines) {
    const cells = line.split(',');
    const [month, key, value] = [cells[period] ?? '', `${cells[place]} ${cells[flow]}`, cells[toDate] ?? ''];
    if (value === '') continue;
    amounts.set(`${key} ${month}`, Number(value));
    const factor = 1 + Number(cells[growth] || Number.NaN) / 100;
    if (month.startsWith('2024') && factor > 0)
      amounts.set(`${key} 2023${month.slice(4)}`, Number(value) / factor);
  }
  return amounts;
}

/** Ends of the windows of twelve months. */
const ends = ['2023-12', '2024-03', '2024-06', '2024-09', '2024-12', '2025-03', '2025-06'];

/**
 * All trade of the cities that the customs publish, as sums over twelve months at the end of every quarter. Two quarters ahead
 * is the longest of which one outcome is known before another is foretold.
 */
export function officialPlaces(pack: Pack): TestedPanel {
  const amounts = yearsToDate();
  const at = (place: string, flow: string, month: string) =>
    amounts.get(`${place} ${flow} ${month}`) ?? Number.NaN;
  const overTwelve = (place: string, flow: string, end: string): number => {
    const [year, month] = [Number(end.slice(0, 4)), end.slice(4)];
    const toDate = at(place, flow, end);
    return month === '-12'
      ? toDate
      : toDate + at(place, flow, `${year - 1}-12`) - at(place, flow, `${year - 1}${month}`);
  };
  const isCity = ({ code, level }: Place) => level === 'prefecture' || municipalities.includes(code);
  const cities = pack.places
    .filter((place) => isCity(place) && amounts.has(`${place.code} export 2025-06`))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const codes = cities.map(({ code }) => code);
  const since = new Map(pack.parks.map(({ place }) => [place, 2021]));
  const of = (flow: string) =>
    panel(
      ends,
      ends.map((end) => {
        const cells = codes.map((code) => overTwelve(code, flow, end));
        return matrixOf(codes, ['all'], Float64Array.from(cells));
      }),
    );
  return {
    id: 'official-places',
    title: 'All exports of the cities that the customs publish, two quarters ahead',
    observed: {
      exports: of('export'),
      imports: of('import'),
      places: cities.map(({ code, region }) => {
        if (!region) throw new Error(`the pack tells no region of ${code}`);
        return { region, parkSince: since.get(code) };
      }),
      wageGap: unknownWages,
    },
    horizon: 2,
  };
}

const municipalities = ['110000', '120000', '310000', '500000'];
