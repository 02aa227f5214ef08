import type { Finding, Rule } from './checks.ts';
import { areaKm2, contains, overlap } from './zones.ts';

const noZones: Finding = {
  verdict: 'unknown',
  from: 'polygons',
  says: { zh: '尚未划定片区', en: 'no zone is drawn yet' },
  remedy: { zh: '在地图上画出片区，或上传 GeoJSON', en: 'draw the zones on the map, or upload GeoJSON' },
};

/** A limit that the text sets "in principle" leaves what exceeds it to people. */
const beyond = (inPrinciple: boolean): Finding['verdict'] => (inPrinciple ? 'judgement' : 'not-met');

/** Rounded up to 0.001 km², a tenth of a hectare: what is just above a limit never looks as if it kept it. */
const shown = (km2: number): string =>
  (Math.ceil(km2 * 1000) / 1000).toLocaleString('en', { maximumFractionDigits: 3 });

const zoneCount: Rule = ({ zones }, { limit = 3, inPrinciple }) => {
  if (zones.length === 0) return noZones;
  return {
    verdict: zones.length <= limit ? 'met' : beyond(inPrinciple),
    from: 'polygons',
    measured: zones.length,
    unit: 'zones',
    says: { zh: `${zones.length} 个片区`, en: zones.length === 1 ? '1 zone' : `${zones.length} zones` },
  };
};

const totalArea: Rule = ({ zones }, { limit = 60, inPrinciple }) => {
  if (zones.length === 0) return noZones;
  const measured = zones.reduce((sum, { geometry }) => sum + areaKm2(geometry), 0);
  return {
    verdict: measured <= limit ? 'met' : beyond(inPrinciple),
    from: 'polygons',
    measured,
    unit: 'km²',
    says: { zh: `合计 ${shown(measured)} 平方公里`, en: `${shown(measured)} km² in all` },
  };
};

/** Ground that lies in two zones would be counted twice. */
const zonesApart: Rule = ({ zones }) => {
  if (zones.length === 0) return noZones;
  const pairs = zones.flatMap((one, i) =>
    zones
      .slice(i + 1)
      .flatMap((other, j) => (overlap(one.geometry, other.geometry) ? [[i, i + 1 + j] as const] : [])),
  );
  if (pairs.length === 0) {
    return { verdict: 'met', from: 'polygons', says: { zh: '片区互不重叠', en: 'the zones do not overlap' } };
  }
  const name = (i: number) => zones[i]?.name || `#${i + 1}`;
  const list = pairs.map(([i, j]) => [name(i), name(j)] as const);
  return {
    verdict: 'not-met',
    from: 'polygons',
    says: {
      zh: `重叠：${list.map((pair) => pair.join('与')).join('；')}`,
      en: `overlapping: ${list.map((pair) => pair.join(' and ')).join('; ')}`,
    },
    remedy: { zh: '改正片区边界，同一地块不得计入两次', en: 'mend the borders: no ground may count twice' },
  };
};

/** Against the map of the pack, whose borders are simplified: near a border only people can tell. */
const zonesInside: Rule = ({ zones }, _, { boundary }) => {
  if (zones.length === 0) return noZones;
  if (boundary.length === 0) {
    return {
      verdict: 'unknown',
      from: 'map',
      says: { zh: '地图中没有申报地的边界', en: 'the map has no border of this place' },
      remedy: {
        zh: '选择申报地，或由省级核对四至',
        en: 'choose the place, or let the province check the borders',
      },
    };
  }
  const corners = zones.flatMap(({ geometry }) => geometry.coordinates[0] ?? []);
  const inside = corners.filter((point) => boundary.some((part) => contains(part, point))).length;
  const share = Math.round((100 * inside) / corners.length);
  return {
    verdict: inside === corners.length ? 'met' : inside === 0 ? 'not-met' : 'judgement',
    from: 'map',
    says:
      inside === corners.length
        ? { zh: '片区都在申报地之内', en: 'the zones lie within the place' }
        : inside === 0
          ? { zh: '片区不在申报地之内', en: 'the zones do not lie within the place' }
          : {
              zh: `${share}% 的界点在申报地之内（地图边界经过简化）`,
              en: `${share} % of the corners lie within the place (borders of the map are simplified)`,
            },
    ...(inside < corners.length && {
      remedy: {
        zh: '核对坐标系与经纬度顺序',
        en: 'check the coordinate system and the order of longitude and latitude',
      },
    }),
  };
};

export const zoneRules = {
  'zone-count': zoneCount,
  'total-area': totalArea,
  'zones-apart': zonesApart,
  'zones-inside': zonesInside,
} as const;
