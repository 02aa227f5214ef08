import type { Depth, DepthFigure } from '@tidu/guidance';
import { computeFigure, FigureRefused } from '@tidu/indicators';
import type { Pack } from '@tidu/reference';
import { CannotAnswer, type Coverage, type Warehouse } from '@tidu/trade';
import type { House } from './house.store.ts';
import { tradeQueries } from './programme-figures.ts';

type Statistics = Pick<House, 'pack' | 'seenBy'>;

/**
 * How deep suppliers and labour are around each park, from what is published: the exports of its city in a chapter of goods, and
 * how specialised its province is in it. Nothing where no statistics by goods are loaded.
 */
export async function depthFor(house: Statistics, chapters: readonly string[]): Promise<Depth> {
  const statistics = house.seenBy('public');
  const period = periodOf(await statistics.coverage());
  if (period === undefined || chapters.length === 0) return () => [];
  const found = (
    await Promise.all(
      chapters.flatMap((chapter) => [
        specialised(statistics, house.pack, chapter, period),
        exported(statistics, house.pack, chapter, period),
      ]),
    )
  ).flat();
  return (place, chapter) =>
    found.filter((one) => one.chapter === chapter && [place, provinceOf(place)].includes(one.place));
}

const provinceOf = (place: string): string => `${place.slice(0, 2)}0000`;

/** The latest whole year of goods; nothing where there is none. */
function periodOf(coverage: readonly Coverage[]): string | undefined {
  const months = new Set(
    coverage.flatMap((held) => (held.shape.dimensions.includes('commodity') ? held.months : [])),
  );
  const years = [...new Set([...months].map((month) => month.slice(0, 4)))].sort().reverse();
  return years.find((year) => [...months].filter((month) => month.startsWith(year)).length === 12);
}

async function specialised(
  statistics: Warehouse,
  pack: Pack,
  chapter: string,
  period: string,
): Promise<DepthFigure[]> {
  try {
    const request = {
      figure: 'location-quotient',
      period,
      flow: 'export',
      parameters: { level: 'province', commodity: chapter },
    } as const;
    const { figure, receipt } = await computeFigure(statistics, pack, request);
    const provinces = new Set(pack.parks.map(({ place }) => provinceOf(place)));
    return Object.entries(figure.values).flatMap(([place, value]) =>
      value === null || !provinces.has(place)
        ? []
        : [
            {
              name: 'specialisation',
              chapter,
              value,
              unit: figure.unit,
              place,
              period,
              synthetic: figure.synthetic,
              receipt: { request, sha256: receipt.sha256 },
            },
          ],
    );
  } catch (error) {
    if (error instanceof CannotAnswer || error instanceof FigureRefused) return [];
    throw error;
  }
}

async function exported(
  statistics: Warehouse,
  pack: Pack,
  chapter: string,
  period: string,
): Promise<DepthFigure[]> {
  const queryOf = tradeQueries(pack);
  const all = await Promise.all(
    pack.parks.map(async ({ place }): Promise<DepthFigure[]> => {
      const query = queryOf({ place, flow: 'export', chapters: [chapter], period });
      try {
        const { rows, loads, missingMonths } = await statistics.aggregate(query);
        if (rows.length === 0 || missingMonths.length > 0) return [];
        return [
          {
            name: 'exports',
            chapter,
            value: rows.reduce((sum, { value }) => sum + Number(value), 0),
            unit: 'CNY',
            place,
            period,
            synthetic: loads.some(({ synthetic }) => synthetic),
            receipt: { query, loads: loads.map(({ id, file, sha256 }) => ({ id, file, sha256 })) },
          },
        ];
      } catch (error) {
        if (error instanceof CannotAnswer) return [];
        throw error;
      }
    }),
  );
  return all.flat();
}
