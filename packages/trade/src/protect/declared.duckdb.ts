import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { type Currency, type Flow, type Period, processingModes, regions } from '@tidu/reference';
import type { Shape } from '../fact.ts';
import { asNumber } from '../query/statement.ts';
import { type FactsAtHand, withFacts } from '../with-facts.duckdb.ts';
import { CannotProtect } from './cannot-protect.ts';
import type { Contribution } from './cells.ts';
import { type PeriodCode, periodTree } from './period-tree.ts';
import type { ReleaseCode, ReleaseDimension } from './release.ts';
import type { Detail } from './release-request.ts';

/** What a code is called; of months too. */
export type NameOf = (dimension: ReleaseDimension['id'], code: string) => ReleaseCode['name'];

export interface Declared {
  readonly dimensions: readonly ReleaseDimension[];
  readonly contributions: readonly Contribution[];
  /** Loads that these rest on. */
  readonly loads: readonly number[];
  readonly synthetic: boolean;
}

interface Wanted extends Omit<Detail, 'month'> {
  readonly flow: Exclude<Flow, 'total'>;
  readonly currency: Currency;
  readonly periods: readonly Period[];
  /** As known after this load; the latest when not given. */
  readonly asKnownAt?: number;
}

/** Codes of what is the sum of all, and of what has no code of its own. */
const all = 'all';
const unknownPlace = 'unknown';

/** Who is above whom, from places to provinces to regions to the country. */
interface Places {
  readonly country: string;
  readonly above: ReadonlyMap<string, string>;
}

/**
 * What each firm declared, by the finest codes that are asked for, and the hierarchy of these codes.
 * Trade of a place that has finer places, but is known only for itself, gets a code of its own below it.
 *
 * @throws CannotProtect when no declarations of the period are loaded
 */
export async function declared(store: FactsAtHand, wanted: Wanted, nameOf: NameOf): Promise<Declared> {
  const { connection } = store;
  const { flow, currency, place, commodity, mode, asKnownAt } = wanted;
  const places = await placesOf(connection);
  const tree = periodTree(wanted.periods);
  const leaves = tree.filter(({ code }) => !tree.some(({ parent }) => parent === code));
  const shapes = await shapesOf(connection, currency);
  const from = Math.min(...leaves.map(({ period }) => asNumber(period.from)));
  const to = Math.max(...leaves.map(({ period }) => asNumber(period.to)));
  const known =
    asKnownAt === undefined
      ? 'f.until IS NULL'
      : `f.load <= ${Math.trunc(asKnownAt)} AND (f.until IS NULL OR f.until > ${Math.trunc(asKnownAt)})`;
  const keep = `f.flow = $1 AND f.month_from BETWEEN $2 AND $3 AND f.shape IN (${shapes.join(', ') || 'NULL'}) AND ${known} AND f.company IS NOT NULL`;
  const placed = {
    country: `'${places.country}'`,
    province: 'p.province',
    prefecture: 'coalesce(p.prefecture, p.province)',
  };
  const goods = { all: `'${all}'`, chapter: 'left(f.commodity, 2)', heading: 'left(f.commodity, 4)' };
  const modes = processingModes.map((code) => `'${code}'`).join(', ');
  const kinds = {
    all: `'${all}'`,
    processing: `CASE WHEN f.mode IN (${modes}) THEN 'processing' ELSE 'other' END`,
    mode: 'f.mode',
  };
  const parameters = [flow, from, to];
  const { found, rests } = await withFacts(store, { shapes, from, to }, async (facts) => {
    const rows = await facts.runAndReadAll(
      `SELECT ${placed[place]}, ${goods[commodity]}, ${kinds[mode]}, f.month_from, f.company, sum(f.value)::DOUBLE
       FROM fact f LEFT JOIN place p ON p.code = f.place
       WHERE ${keep} GROUP BY ALL ORDER BY ALL`,
      parameters,
    );
    const loads = await facts.runAndReadAll(
      `SELECT DISTINCT f.load, l.synthetic FROM fact f JOIN load l ON l.id = f.load WHERE ${keep} ORDER BY 1`,
      parameters,
    );
    return { found: rows.getRows(), rests: loads.getRows() };
  });
  if (found.length === 0) {
    throw new CannotProtect(
      'nothing-to-protect',
      'no declarations of this flow, period and currency are loaded',
      'load files that name companies, or ask for another period',
    );
  }
  const dimensions: ReleaseDimension[] = [
    { id: 'place', codes: placeCodes(found, places, place, nameOf) },
    { id: 'commodity', codes: goodsCodes(found, commodity, nameOf) },
    { id: 'mode', codes: modeCodes(found, mode, nameOf) },
    {
      id: 'month',
      codes: tree.map(({ code, parent }) => ({
        code,
        ...(parent && { parent }),
        name: nameOf('month', code),
      })),
    },
  ];
  const ownCode = residuals(dimensions[0] as ReleaseDimension);
  const contributions = found.flatMap(([at, good, kind, month, firm, value]) => {
    const leaf = leafOf(leaves, Number(month));
    const key = leaf && [ownCode(at), String(good), String(kind), leaf];
    return key ? [{ key, firm: String(firm), value: Number(value) }] : [];
  });
  return {
    dimensions,
    contributions,
    loads: rests.map(([load]) => Number(load)),
    synthetic: rests.some(([, synthetic]) => synthetic === true),
  };
}

/** Shapes of declarations; those of no foreign trade are left out. */
async function shapesOf(connection: DuckDBConnection, currency: Currency): Promise<number[]> {
  const rows = (await connection.runAndReadAll('SELECT id, definition FROM shape')).getRows();
  return rows.flatMap(([id, definition]) => {
    const shape = JSON.parse(String(definition)) as Shape;
    return shape.dimensions.includes('company') && !shape.inland && shape.currency === currency
      ? [Number(id)]
      : [];
  });
}

async function placesOf(connection: DuckDBConnection): Promise<Places> {
  const rows = (await connection.runAndReadAll('SELECT code, level, region, province FROM place')).getRows();
  const country = String(rows.find(([, level]) => level === 'country')?.[0]);
  const above = rows.map(([code, , region, province]): [string, string] => [
    String(code),
    province === null || province === code ? String(region ?? country) : String(province),
  ]);
  return { country, above: new Map(above) };
}

function placeCodes(
  found: readonly DuckDBValue[][],
  { country, above }: Places,
  detail: Wanted['place'],
  nameOf: NameOf,
): ReleaseCode[] {
  const parents = new Map<string, string | undefined>([[country, undefined]]);
  const seen = new Set(found.map(([place]) => (place === null ? unknownPlace : String(place))));
  if (detail !== 'country') {
    for (const place of seen) {
      for (let code = place; code !== country; ) {
        const parent = above.get(code) ?? country;
        parents.set(code, parent);
        code = parent;
      }
    }
  }
  const inner = new Set(parents.values());
  for (const place of seen) {
    if (place !== country && inner.has(place)) parents.set(`${place}-${unknownPlace}`, place);
  }
  const region = (code: string) => (regions as readonly string[]).indexOf(code);
  const order = (code: string) =>
    code === country ? '0' : region(code) >= 0 ? `1${region(code)}` : `2${code}`;
  return coded(parents, 'place', nameOf, (a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The code under which trade stands that is known for a place alone, where the place has finer ones. */
function residuals({ codes }: ReleaseDimension): (place: DuckDBValue | undefined) => string {
  const known = new Set(codes.map(({ code }) => code));
  return (place) => {
    const code = place === null || place === undefined ? unknownPlace : String(place);
    const own = `${code}-${unknownPlace}`;
    return known.has(own) ? own : code;
  };
}

function goodsCodes(
  found: readonly DuckDBValue[][],
  detail: Wanted['commodity'],
  nameOf: NameOf,
): ReleaseCode[] {
  const parents = new Map<string, string | undefined>([[all, undefined]]);
  for (const [, goods] of found) {
    const code = String(goods);
    if (detail === 'heading') parents.set(code, code.slice(0, 2));
    if (detail !== 'all') parents.set(code.slice(0, 2), all);
  }
  return coded(parents, 'commodity', nameOf, byCode);
}

function modeCodes(found: readonly DuckDBValue[][], detail: Wanted['mode'], nameOf: NameOf): ReleaseCode[] {
  const parents = new Map<string, string | undefined>([[all, undefined]]);
  for (const [, , mode] of found) {
    const code = String(mode);
    const kind = (processingModes as readonly string[]).includes(code) ? 'processing' : 'other';
    if (detail === 'mode') parents.set(code, kind).set(kind, all);
    if (detail === 'processing') parents.set(code, all);
  }
  return coded(parents, 'mode', nameOf, byCode);
}

const byCode = (a: string, b: string): number =>
  a === b ? 0 : a === all ? -1 : b === all ? 1 : a < b ? -1 : 1;

const coded = (
  parents: ReadonlyMap<string, string | undefined>,
  dimension: ReleaseDimension['id'],
  nameOf: NameOf,
  order: (a: string, b: string) => number,
): ReleaseCode[] =>
  [...parents]
    .sort(([a], [b]) => order(a, b))
    .map(([code, parent]) => ({
      code,
      ...(parent !== undefined && { parent }),
      name: nameOf(dimension, code),
    }));

const leafOf = (leaves: readonly PeriodCode[], month: number): string | undefined =>
  leaves.find(({ period }) => asNumber(period.from) <= month && month <= asNumber(period.to))?.code;
