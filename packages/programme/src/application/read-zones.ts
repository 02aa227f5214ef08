import type { Reason } from '../ground/workflow.ts';
import type { Zone } from './form.ts';
import { crossesItself, type Polygon, type Position } from './zones.ts';

/** A GeoJSON file that cannot be read as zones: which feature, ring and point, and what to do. */
export class NotZones extends Error {
  readonly code = 'not-zones';
  readonly faults: readonly Reason[];
  readonly remedy =
    'correct the file where it says and upload it again; coordinates are longitude, latitude in degrees (WGS 84 or CGCS2000)';
  constructor(faults: readonly Reason[]) {
    super(faults.map(({ en }) => en).join('; '));
    this.faults = faults;
  }
}

const most = 20;

/**
 * The zones of a GeoJSON text: a FeatureCollection, a Feature, or a geometry; each polygon becomes a zone,
 * named by the property `name`, `名称` or `Name`. Rings that are not closed are closed.
 * @throws NotZones with every fault: feature, ring, point
 */
export function readZones(text: string): Zone[] {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new NotZones([
      {
        zh: `文件不是 JSON：${(error as Error).message}`,
        en: `the file is not JSON: ${(error as Error).message}`,
      },
    ]);
  }
  const faults: Reason[] = [];
  const zones = featuresOf(read).flatMap((feature, i) => zonesOf(feature, i + 1, faults));
  if (faults.length === 0 && zones.length === 0) {
    faults.push({ zh: '文件中没有多边形', en: 'there is no polygon in the file' });
  }
  if (zones.length > most) {
    faults.push({
      zh: `文件有 ${zones.length} 个多边形，最多 ${most} 个`,
      en: `the file has ${zones.length} polygons; at most ${most} are taken`,
    });
  }
  if (faults.length > 0) throw new NotZones(faults);
  return zones;
}

type Loose = Record<string, unknown>;
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

function featuresOf(read: unknown): Loose[] {
  if (!isObject(read)) return [];
  if (read.type === 'FeatureCollection' && Array.isArray(read.features))
    return read.features.map((f) => (isObject(f) ? f : {}));
  return read.type === 'Feature' ? [read] : [{ geometry: read, properties: {} }];
}

function zonesOf(feature: Loose, at: number, faults: Reason[]): Zone[] {
  const geometry = isObject(feature.geometry) ? feature.geometry : {};
  const named = nameOf(isObject(feature.properties) ? feature.properties : {});
  const parts =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon' && Array.isArray(geometry.coordinates)
        ? geometry.coordinates
        : undefined;
  if (!parts) {
    const type = typeof geometry.type === 'string' ? geometry.type : '–';
    faults.push({
      zh: `第 ${at} 个要素的几何类型为 ${type}，应为 Polygon 或 MultiPolygon`,
      en: `feature ${at}: the geometry is ${type}; it has to be a Polygon or MultiPolygon`,
    });
    return [];
  }
  return parts.flatMap((rings: unknown, i) => {
    const geometry = polygonOf(rings, at, faults);
    const name = named === '' ? '' : `${named}${parts.length > 1 ? ` ${i + 1}` : ''}`;
    return geometry ? [{ name, geometry }] : [];
  });
}

const nameOf = (properties: Loose): string => {
  const named = ['name', '名称', 'Name', 'NAME']
    .map((key) => properties[key])
    .find((value) => typeof value === 'string');
  return typeof named === 'string' ? named.trim().slice(0, 190) : '';
};

function polygonOf(rings: unknown, at: number, faults: Reason[]): Polygon | undefined {
  const before = faults.length;
  const coordinates = (Array.isArray(rings) ? rings : []).map((ring, i) =>
    ringOf(ring, { at, ring: i + 1 }, faults),
  );
  if (coordinates.length === 0) {
    faults.push({ zh: `第 ${at} 个要素没有环`, en: `feature ${at}: the polygon has no ring` });
  }
  return faults.length === before ? { type: 'Polygon', coordinates } : undefined;
}

interface Where {
  readonly at: number;
  readonly ring: number;
}

function ringOf(ring: unknown, where: Where, faults: Reason[]): Position[] {
  const fault = (zh: string, en: string) =>
    faults.push({
      zh: `第 ${where.at} 个要素第 ${where.ring} 环${zh}`,
      en: `feature ${where.at}, ring ${where.ring}${en}`,
    });
  const before = faults.length;
  const points = (Array.isArray(ring) ? ring : []).map((point, i): Position => {
    const [x, y] = Array.isArray(point) ? point : [];
    if (typeof x !== 'number' || typeof y !== 'number') {
      fault(`第 ${i + 1} 点不是两个数`, `, point ${i + 1}: is not two numbers`);
    } else if (Math.abs(x) > 180 || Math.abs(y) > 90) {
      fault(
        `第 ${i + 1} 点 (${x}, ${y}) 不是经纬度；投影坐标请先转换`,
        `, point ${i + 1}: (${x}, ${y}) is no longitude and latitude; convert projected coordinates first`,
      );
    }
    return [Number(x), Number(y)];
  });
  if (faults.length > before) return points;
  const [first, last] = [points[0], points.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) points.push([...first]);
  if (points.length < 4)
    fault(
      `只有 ${points.length} 点，至少要三个不同的点`,
      `: has ${points.length} point(s); it takes three different ones`,
    );
  else if (points.length > 5000)
    fault('超过 5000 点，请先简化', ': has more than 5000 points; simplify it first');
  else if (crossesItself(points))
    fault('自相交，面积无法计算', ': crosses itself; its area would mean nothing');
  return points;
}
