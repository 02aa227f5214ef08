import { regions } from '@tidu/reference';
import { matrix, locationQuotient as quotients } from '@tidu/regional';
import type { Ask, Indicator } from './figure.ts';
import { FigureRefused } from './figure-refused.ts';
import {
  amountsQuestion,
  known,
  levelOf,
  levelParameter,
  placeCoverage,
  regionOfPlace,
  total,
} from './place-amounts.ts';

/** Below this part of the whole a place's quotient is large or small by chance. */
const smallBase = 0.001;

/** How specialised each place is in one kind of goods. On exports: revealed comparative advantage. */
export const locationQuotient: Indicator = {
  name: 'location-quotient',
  unit: 'index',
  formula: {
    text: 'LQ = (trade of the place in the goods / its trade in all goods loaded) / (the same for all places)',
    source: 'Hoover (1936); Balassa (1965)',
  },
  parameters: {
    ...levelParameter(['region', 'province']),
    commodity: { default: '', describe: 'HS chapter (2 digits) or heading (4 digits)' },
  },
  questions: (ask) => ({
    goods: amountsQuestion(ask, 'province', ask.period, { by: [commodity(ask).dimension] }),
  }),
  compute({ goods }, ask, pack) {
    const { code: wanted, dimension } = commodity(ask);
    const regionOf = regionOfPlace(pack);
    const level = levelOf(ask);
    const amounts = new Map<string, number>();
    const cells = new Map<string, [number, number]>();
    const kinds = new Set<string>();
    for (const row of goods?.rows ?? []) {
      const { province } = row;
      const kind = row[dimension];
      const region = regionOf(province ?? '');
      if (province === undefined || kind === undefined || region === undefined || row.value === null)
        continue;
      amounts.set(province, (amounts.get(province) ?? 0) + row.value);
      kinds.add(kind);
      const at = level === 'region' ? region : province;
      const [own, other] = cells.get(at) ?? [0, 0];
      cells.set(at, kind === wanted ? [own + row.value, other] : [own, other + row.value]);
    }
    if (amounts.size === 1 || kinds.size === 1) throw nothingToCompare(amounts.size === 1 ? 'place' : 'kind');
    const codes = [...cells.keys()];
    const lq = quotients(matrix([...cells.values()], { rows: codes, columns: ['goods', 'rest'] }));
    const { coverage, notes } = placeCoverage(amounts, level, pack, ask.period);
    const shown = level === 'region' ? regions : codes;
    const trade = new Map([...cells].map(([code, [own, other]]) => [code, own + other]));
    const whole = total(trade.values());
    const small = codes.filter((code) => (trade.get(code) as number) < smallBase * whole);
    return {
      values: Object.fromEntries(
        shown.map((code) => [code, codes.includes(code) ? known(lq.at(codes.indexOf(code), 0)) : null]),
      ),
      coverage: { ...coverage, commodity: wanted, kindsOfGoods: kinds.size, smallBase: small },
      notes: [
        ...notes,
        'loaded-goods-only',
        ...(small.length > 0 ? (['small-base'] as const) : []),
        ...(kinds.has(wanted) ? [] : (['goods-not-traded'] as const)),
      ],
    };
  },
};

/** With one place, or one kind of goods, every quotient is 1 whatever the trade. */
const nothingToCompare = (only: 'place' | 'kind'): FigureRefused =>
  new FigureRefused(
    'nothing-to-compare',
    only === 'place'
      ? 'the loaded data by commodity are of one place alone, and a quotient compares places'
      : 'the loaded data are of one kind of goods alone, and a quotient compares its part in all goods',
    'load an export of the query site with all places and all goods',
  );

function commodity({ parameters: { commodity: code = '' } }: Ask): {
  code: string;
  dimension: 'chapter' | 'heading';
} {
  if (code === '') {
    throw new FigureRefused(
      'no-commodity',
      'a location quotient is about one kind of goods, and none is named',
      'name an HS chapter or heading: commodity=85 or commodity=8542',
    );
  }
  if (!/^(\d{2}|\d{4})$/.test(code)) {
    throw new FigureRefused(
      'parameter-not-understood',
      `commodity "${code}" is no HS chapter or heading`,
      'write two or four digits, like 85 or 8542',
    );
  }
  return { code, dimension: code.length === 2 ? 'chapter' : 'heading' };
}
