import { type Names, words } from '@tidu/reference';
import { overlap, placeIn, selfMeeting, wound } from './ring.ts';
import { type MultiPolygon, type Position, type Ring, type Zone, zone } from './zone.ts';

/** What is wrong with a file of zones, where, and what to do. Counted from one, as people count. */
export interface ZoneFault {
  readonly feature?: number;
  readonly polygon?: number;
  readonly ring?: number;
  readonly point?: number;
  readonly problem: Names;
  readonly remedy: Names;
}

const mostZones = 20;
const mostPoints = 4000;
const mostFaults = 20;

type Where = Pick<ZoneFault, 'feature' | 'polygon' | 'ring' | 'point'>;
type Blame = (where: Where, problem: Names, remedy: Names) => void;
type Loose = Readonly<Record<string, unknown>>;

/**
 * Zones out of a GeoJSON text (RFC 7946): polygons and multipolygons with a name each. Either zones or faults.
 * Rings that are closed, do not meet themselves and enclose an area; holes inside of their shell;
 * nothing that lies in two zones at once, so that areas can be added.
 */
export function zonesFromGeoJson(text: string): { zones: Zone[]; faults: ZoneFault[] } {
  const faults: ZoneFault[] = [];
  const blame: Blame = (where, problem, remedy) => void faults.push({ ...where, problem, remedy });
  const root = parsed(text, blame);
  if (!root) return { zones: [], faults };
  checkReference(root, blame);
  const features = featuresOf(root, blame);
  if (faults.length > 0) return { zones: [], faults };
  const zones = features.flatMap((feature, i) => zoneOf(feature, i + 1, blame) ?? []);
  if (faults.length === 0) checkTogether(zones, blame);
  return faults.length > 0 ? { zones: [], faults: faults.slice(0, mostFaults) } : { zones, faults };
}

/**
 * What is wrong with the shapes of zones that came as data and not as a file.
 * @example shapeFaults([]) // []
 */
export function shapeFaults(zones: readonly Zone[]): ZoneFault[] {
  const faults: ZoneFault[] = [];
  const blame: Blame = (where, problem, remedy) => void faults.push({ ...where, problem, remedy });
  for (const [i, { geometry }] of zones.entries()) {
    for (const [j, rings] of (geometry?.coordinates ?? []).entries())
      checkPolygon(rings, { feature: i + 1, polygon: j + 1 }, blame);
  }
  if (faults.length === 0) checkTogether(zones, blame);
  return faults.slice(0, mostFaults);
}

function parsed(text: string, blame: Blame): Loose | undefined {
  try {
    const root: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof root === 'object' && root !== null) return root as Loose;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    blame({}, words(`不是 JSON：${said}`, `it is no JSON: ${said}`), exported);
    return undefined;
  }
  blame({}, words('JSON 中没有要素', 'the JSON holds no features'), exported);
  return undefined;
}

/** Only WGS84 is taken: what another system says lies elsewhere by up to half a kilometre, and nobody would see it. */
function checkReference(root: Loose, blame: Blame): void {
  if (root.crs === undefined || root.crs === null) return;
  const name = String(
    (root.crs as { properties?: { name?: unknown } }).properties?.name ?? JSON.stringify(root.crs),
  );
  if (/(CRS84|EPSG:{1,2}4326)$/i.test(name)) return;
  const shifted = /gcj|bd-?09|mars/i.test(name);
  blame(
    {},
    words(`坐标系为 ${name}，只接受 WGS84`, `the coordinate system is ${name}; only WGS84 is taken`),
    shifted
      ? words(
          '请用原始测绘数据（WGS84 或 CGCS2000）重新导出：GCJ-02、BD-09 坐标有 100—700 米偏移',
          'export again from the surveyed data (WGS84 or CGCS2000): GCJ-02 and BD-09 are shifted by 100 to 700 m',
        )
      : words(
          '请转换为 WGS84（EPSG:4326），例如 ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson',
          'convert to WGS84 (EPSG:4326), e.g. ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson',
        ),
  );
}

function featuresOf(root: Loose, blame: Blame): Loose[] {
  const features =
    root.type === 'FeatureCollection' && Array.isArray(root.features)
      ? (root.features as Loose[])
      : root.type === 'Feature'
        ? [root]
        : root.type === 'Polygon' || root.type === 'MultiPolygon'
          ? [{ type: 'Feature', geometry: root, properties: {} }]
          : undefined;
  if (!features) {
    const type = String(root.type ?? '?');
    blame({}, words(`类型为 ${type}，不是要素集合`, `its type is ${type}, no FeatureCollection`), exported);
  } else if (features.length === 0 || features.length > mostZones) {
    blame(
      {},
      words(`有 ${features.length} 个要素`, `it has ${features.length} features`),
      words(`每个片区一个要素，1—${mostZones} 个`, `one feature for each zone, 1 to ${mostZones}`),
    );
  }
  return features ?? [];
}

function zoneOf(feature: Loose, number: number, blame: Blame): Zone | undefined {
  const geometry = (feature?.geometry ?? undefined) as Loose | undefined;
  const type = String(geometry?.type ?? 'null');
  const polygons =
    type === 'Polygon'
      ? [geometry?.coordinates]
      : type === 'MultiPolygon'
        ? geometry?.coordinates
        : undefined;
  if (!Array.isArray(polygons) || polygons.length === 0) {
    blame(
      { feature: number },
      words(`几何类型为 ${type}`, `its geometry is ${type}`),
      words('片区应画成面（Polygon 或 MultiPolygon）', 'draw the zone as an area: Polygon or MultiPolygon'),
    );
    return undefined;
  }
  const coordinates = polygons.flatMap((rings, i) => {
    const found = polygonOf(rings, { feature: number, polygon: i + 1 }, blame);
    return found ? [found] : [];
  });
  if (coordinates.length < polygons.length) return undefined;
  const properties = (feature.properties ?? {}) as Loose;
  const zh = named(properties, ['name', 'name_zh', '名称', '片区', 'NAME', 'Name']) ?? `片区${number}`;
  const declared = Number(properties.areaKm2 ?? properties.area_km2 ?? Number.NaN);
  const made = zone.safeParse({
    name: {
      zh,
      en: named(properties, ['name_en', 'nameEn']) ?? (/\p{Script=Han}/u.test(zh) ? `Zone ${number}` : zh),
    },
    ...(declared > 0 && { areaKm2: declared }),
    geometry: { type: 'MultiPolygon', coordinates },
  });
  if (made.success) return made.data;
  blame(
    { feature: number },
    words('属性无法识别', made.error.issues[0]?.message ?? 'its properties cannot be understood'),
    words('name 为文字，areaKm2 为平方公里数', 'name is a text, areaKm2 a number of square kilometres'),
  );
  return undefined;
}

function named(properties: Loose, keys: readonly string[]): string | undefined {
  const found = keys
    .map((key) => properties[key])
    .find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string' ? found.trim().slice(0, 100) : undefined;
}

function polygonOf(rings: unknown, where: Where, blame: Blame): Position[][] | undefined {
  if (!Array.isArray(rings) || rings.length === 0) {
    blame(where, words('没有边界', 'it has no ring'), exported);
    return undefined;
  }
  const read = rings.flatMap((ring, i) => {
    const found = ringOf(ring, { ...where, ring: i + 1 }, blame);
    return found ? [found] : [];
  });
  if (read.length < rings.length) return undefined;
  return checkPolygon(read, where, blame) ? read.map((ring, i) => wound(ring, i === 0)) : undefined;
}

function ringOf(ring: unknown, where: Where, blame: Blame): Position[] | undefined {
  if (!Array.isArray(ring)) {
    blame(where, words('边界不是坐标列表', 'the ring is no list of positions'), exported);
    return undefined;
  }
  const positions: Position[] = [];
  for (const [i, at] of ring.entries()) {
    const [x, y] = Array.isArray(at) ? (at as unknown[]) : [];
    const here = { ...where, point: i + 1 };
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
      blame(here, words('坐标不是两个数', 'the position is not two numbers'), exported);
      return undefined;
    }
    if (Math.abs(x) > 180 || Math.abs(y) > 90) {
      const swapped = Math.abs(y) <= 180 && Math.abs(x) <= 90;
      blame(
        here,
        words(`坐标 ${x}, ${y} 不是经纬度`, `the position ${x}, ${y} is not in degrees`),
        swapped
          ? words('经度在前，纬度在后：请对调', 'longitude stands first, latitude second: exchange them')
          : words(
              '这是投影坐标：请转换为 WGS84（EPSG:4326）',
              'these are projected: convert to WGS84 (EPSG:4326)',
            ),
      );
      return undefined;
    }
    const last = positions.at(-1);
    if (!last || last[0] !== x || last[1] !== y) positions.push([x, y]);
  }
  return positions;
}

/** @returns whether nothing is wrong with it */
function checkPolygon(rings: readonly Ring[], where: Where, blame: Blame): boolean {
  let sound = true;
  const wrong: Blame = (...said) => {
    sound = false;
    blame(...said);
  };
  for (const [i, ring] of rings.entries()) checkRing(ring, { ...where, ring: i + 1 }, wrong);
  const [shell = [], ...holes] = rings;
  if (!sound) return false;
  holes.forEach((hole, i) => {
    const out = hole.findIndex((point) => placeIn(shell, point) === 'outside');
    if (out < 0) return;
    wrong(
      { ...where, ring: i + 2, point: out + 1 },
      words('洞伸出外边界', 'the hole reaches out of its shell'),
      words('洞应完全位于外边界之内', 'a hole lies within its shell'),
    );
  });
  return sound;
}

function checkRing(ring: Ring, where: Where, blame: Blame): void {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) {
    blame(
      { ...where, point: ring.length },
      words('边界没有闭合', 'the ring is not closed'),
      words('最后一点应与第一点相同', 'let its last point be its first'),
    );
  } else if (ring.length < 4) {
    blame(
      where,
      words(`边界只有 ${ring.length} 点`, `the ring has ${ring.length} points`),
      words('至少三个角，首尾相同', 'at least three corners, and the first again'),
    );
  } else if (ring.length <= mostPoints) {
    const met = selfMeeting(ring);
    if (!met) return;
    const [a, b] = met;
    blame(
      { ...where, point: a + 1 },
      words(
        `边界自相交：第 ${a + 1} 段与第 ${b + 1} 段`,
        `the ring meets itself: its edges ${a + 1} and ${b + 1}`,
      ),
      words('请改正边界，使其不与自身相交或重叠', 'draw it so that it neither crosses nor touches itself'),
    );
  }
}

/** What can only be seen of all zones at once. */
function checkTogether(zones: readonly Zone[], blame: Blame): void {
  const points = zones.reduce((sum, { geometry }) => sum + (geometry?.coordinates.flat(2).length ?? 0), 0);
  if (points > mostPoints) {
    blame(
      {},
      words(`共有 ${points} 个点`, `it has ${points} points`),
      words(
        `请简化到 ${mostPoints} 点以内，例如 ogr2ogr -simplify 0.00005`,
        `simplify to at most ${mostPoints}, e.g. ogr2ogr -simplify 0.00005`,
      ),
    );
    return;
  }
  const pieces = zones.flatMap(({ geometry }, i) =>
    (geometry?.coordinates ?? []).map((rings, j) => ({
      feature: i + 1,
      polygon: j + 1,
      shape: multi(rings),
    })),
  );
  pieces.forEach((one, i) => {
    for (const other of pieces.slice(i + 1)) {
      if (!overlap(one.shape, other.shape)) continue;
      blame(
        { feature: other.feature, polygon: other.polygon },
        words(
          `与第 ${one.feature} 个要素的第 ${one.polygon} 个面重叠`,
          `it overlaps with polygon ${one.polygon} of feature ${one.feature}`,
        ),
        words('同一块地只能属于一个片区', 'a piece of land lies in one zone only'),
      );
    }
  });
}

const multi = (rings: readonly Ring[]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [rings.map((ring) => [...ring])],
});
const exported = words(
  '请从绘图软件导出 GeoJSON（RFC 7946）要素集合',
  'export a FeatureCollection of GeoJSON (RFC 7946) from the drawing program',
);
