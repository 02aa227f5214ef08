import type { BulletinFigures, CityTrade } from '@tidu/documents';
import { canonical, computeFigure, FigureRefused, type FigureRequest, sha256 } from '@tidu/indicators';
import type { Pack } from '@tidu/reference';
import { CannotAnswer, type Warehouse } from '@tidu/trade';
import { Refused } from '../errors.ts';

const flows = { export: '出口', import: '进口' } as const;

/**
 * The exports and imports of cities in a month, from January to it, and in the same months of the year before: of processing
 * trade where the tables tell it, else of all trade.
 * @param asked  YYYY-MM; the last month that is loaded where absent
 * @throws Refused `no-statistics` where nothing is loaded of the month
 */
export async function bulletinFigures(
  warehouse: Warehouse,
  pack: Pack,
  places: readonly string[],
  asked: string | undefined,
): Promise<BulletinFigures> {
  const months = (await warehouse.coverage()).flatMap((one) => one.months).sort();
  const month = asked ?? months.at(-1);
  for (const processing of [true, false]) {
    const told = month && (await figuresOf(warehouse, pack, places, month, processing));
    if (told) return told;
  }
  throw new Refused(
    'no-statistics',
    `no statistics by city are loaded for ${asked ?? 'any month'}`,
    months.length > 0
      ? `ask for another month, like ?month=${months.at(-1)}, or load the customs tables of that month`
      : 'load customs statistics by place',
  );
}

async function figuresOf(
  warehouse: Warehouse,
  pack: Pack,
  places: readonly string[],
  month: string,
  processing: boolean,
): Promise<BulletinFigures | undefined> {
  const yearToDate = untilMonth(month);
  const yearBefore = untilMonth(`${Number(month.slice(0, 4)) - 1}${month.slice(4)}`);
  const sources: BulletinFigures['sources'][number][] = [];
  let synthetic = false;
  const of = async (flow: keyof typeof flows, period: string) => {
    const request: FigureRequest = {
      figure: 'goods-of-places',
      period,
      flow,
      processing,
      parameters: { goods: 'all' },
    };
    const { figure } = await computeFigure(warehouse, pack, request);
    if ('missingMonths' in figure.coverage) return undefined;
    synthetic ||= figure.synthetic;
    sources.push({
      name: `各城市${processing ? '加工贸易' : ''}${flows[flow]}`,
      period,
      sha256: await sha256(canonical(figure)),
    });
    return figure.values;
  };
  const both = async (period: string) => ({
    exports: await of('export', period),
    imports: await of('import', period),
  });
  try {
    const [ofMonth, now, before] = [await both(month), await both(yearToDate), await both(yearBefore)];
    if (!now.exports || !now.imports) return undefined;
    const at = (values: typeof now, place: string) => ({
      exports: values.exports?.[`${place}.all`] ?? null,
      imports: values.imports?.[`${place}.all`] ?? null,
    });
    const cities = places.map(
      (place): CityTrade => ({
        place,
        month: at(ofMonth, place),
        yearToDate: at(now, place),
        yearBefore: at(before, place),
      }),
    );
    const measured = processing ? 'processing' : 'all';
    return { month, yearToDate, measured, synthetic, cities, sources };
  } catch (error) {
    if (error instanceof CannotAnswer || error instanceof FigureRefused) return undefined;
    throw error;
  }
}

/** January of the month's year to the month. */
const untilMonth = (month: string): string =>
  month.endsWith('-12')
    ? month.slice(0, 4)
    : month.endsWith('-01')
      ? month
      : `${month.slice(0, 4)}-01..${month}`;
