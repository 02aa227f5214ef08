import { type Cube, summarises } from '../cube/cubes.ts';
import type { Shape } from '../fact.ts';
import { cubeColumns } from './tables.ts';

/** Numbers of the shapes of which the cube is kept. */
const shapesOf = (cube: Cube, shapes: ReadonlyMap<number, Shape>): number[] =>
  [...shapes].filter(([, shape]) => summarises(cube, shape)).map(([number]) => number);

/**
 * Rows of a cube for what a load changed, in the embedded engine's SQL: of `changed`, which has the new
 * facts with `sign` 1 and the superseded with −1, each with its shard.
 */
export function cubeOfChanges(cube: Cube, shapes: ReadonlyMap<number, Shape>): string {
  const kept = cube.dimensions.map((name) => {
    if (name === 'place' && cube.provinces) return 'coalesce(p.province, f.place)';
    return name === 'commodity' ? `left(f.commodity, ${cube.hsDigits})` : `f.${name}`;
  });
  const named = kept.map((sql, i) => `${sql} AS ${cube.dimensions[i]}`);
  const numbers = shapesOf(cube, shapes).join(', ') || 'NULL';
  return `SELECT f.shard, f.load, f.known, f.shape, f.month_from, f.month_to, f.flow, ${named.join(', ')},
      coalesce(sum(f.value * f.sign), 0)::BIGINT AS value, sum(f.sign) FILTER (WHERE f.value IS NOT NULL) AS valued, sum(f.sign) AS facts
    FROM changed f ${cube.provinces ? 'LEFT JOIN place p ON p.code = f.place' : ''}
    WHERE f.shape IN (${numbers}) GROUP BY ALL ORDER BY ALL`;
}

/** Rows of a cube for all facts of a shard up to a load, in the cluster's SQL: for a new tree of places. */
export function cubeOfShard(
  cube: Cube,
  shapes: ReadonlyMap<number, Shape>,
  {
    database,
    places,
    latest,
  }: { readonly database: string; readonly places: string; readonly latest: number },
): string[] {
  const numbers = shapesOf(cube, shapes);
  if (numbers.length === 0) return [];
  const read = ['place', 'commodity', 'partner', 'mode'].filter((name) =>
    (cube.dimensions as readonly string[]).includes(name),
  );
  const columns = ['load', 'shape', 'month_from', 'month_to', 'flow', ...read, 'value'].join(', ');
  const where = `shape IN (${numbers.join(', ')}) AND load <= ${latest}`;
  const facts = `SELECT ${columns}, load AS known, toInt64(1) AS sign FROM ${database}.fact WHERE ${where}`;
  const gone = `SELECT ${columns}, until AS known, toInt64(-1) AS sign FROM (SELECT id, ${columns} FROM ${database}.fact WHERE ${where}) AS facts
    ANY INNER JOIN (SELECT id, until FROM ${database}.superseded WHERE until <= ${latest}) AS gone USING id`;
  const kept = cube.dimensions.map((name) => {
    if (name === 'place' && cube.provinces) return "if(of_province = '', place, of_province)";
    return name === 'commodity' ? `substring(commodity, 1, ${cube.hsDigits})` : name;
  });
  const grouped = ['load', 'known', 'shape', 'month_from', 'month_to', 'flow', ...kept];
  const joined = cube.provinces
    ? `ANY LEFT JOIN (SELECT code AS place, province AS of_province FROM ${database}.${places}) AS placed USING place`
    : '';
  return [facts, gone].map(
    (rows) =>
      `(${cubeColumns(cube).join(', ')}) SELECT load, known, toUInt64(0), shape, month_from, month_to, flow, ${kept.join(', ')},
         sum(ifNull(value, 0) * sign), sum(if(isNull(value), toInt64(0), sign)), sum(sign)
       FROM (${rows}) AS changed ${joined} GROUP BY ${grouped.join(', ')}`,
  );
}
