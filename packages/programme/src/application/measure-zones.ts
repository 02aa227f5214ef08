import { overlap, placeIn, selfMeeting } from '../park/ring.ts';
import { drawnAreaKm2, type MultiPolygon, type Zone } from '../park/zone.ts';
import type { Finding, Rule } from './checks.ts';

const noZones: Finding = {
  verdict: 'unknown',
  from: 'polygons',
  says: { zh: '尚未划定片区', en: 'no zone is drawn yet' },
  remedy: { zh: '在地图上画出片区，或上传 GeoJSON', en: 'draw the zones on the map, or upload GeoJSON' },
};

/** A limit that the text sets "in principle" leaves what exceeds it to people. */
const beyond = (inPrinciple: boolean): Finding['verdict'] => (inPrinciple ? 'judgement' : 'not-met');

/** Down to 0.001 km², a tenth of a hectare: what is just below a limit never looks as if it reached it. */
const shown = (km2: number): string =>
  (Math.floor(km2 * 1000) / 1000).toLocaleString('en', { maximumFractionDigits: 3 });

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
  const undrawn = zones.find(({ geometry }) => geometry === undefined);
  if (undrawn) {
    const { zh, en } = undrawn.name;
    return { ...noZones, says: { zh: `${zh}尚未划定`, en: `${en} is not drawn yet` } };
  }
  const crossing = zones.find(({ geometry }) => geometry?.coordinates.flat().some(selfMeeting));
  if (crossing) {
    const { zh, en } = crossing.name;
    return {
      verdict: 'unknown',
      from: 'polygons',
      says: { zh: `${zh}的边界自相交，无法测算`, en: `the border of ${en} meets itself: it has no area` },
      remedy: { zh: '改正该片区的界点', en: 'mend the corners of that zone' },
    };
  }
  const measured = drawnAreaKm2(zones) ?? 0;
  return {
    verdict: measured < limit ? 'met' : beyond(inPrinciple),
    from: 'polygons',
    measured,
    unit: 'km²',
    says: { zh: `合计 ${shown(measured)} 平方公里`, en: `${shown(measured)} km² in all` },
  };
};

/** Ground that lies in two zones would be counted twice. */
const zonesApart: Rule = ({ zones }) => {
  const drawn = drawnOf(zones);
  if (drawn.length === 0) return noZones;
  const pairs = drawn.flatMap((one, i) =>
    drawn
      .slice(i + 1)
      .filter((other) => overlap(one.geometry, other.geometry))
      .map((other) => [one.name, other.name] as const),
  );
  if (pairs.length === 0) {
    return { verdict: 'met', from: 'polygons', says: { zh: '片区互不重叠', en: 'the zones do not overlap' } };
  }
  return {
    verdict: 'not-met',
    from: 'polygons',
    says: {
      zh: `重叠：${pairs.map((pair) => pair.map(({ zh }) => zh).join('与')).join('；')}`,
      en: `overlapping: ${pairs.map((pair) => pair.map(({ en }) => en).join(' and ')).join('; ')}`,
    },
    remedy: { zh: '改正片区边界，同一地块不得计入两次', en: 'mend the borders: no ground may count twice' },
  };
};

type Drawn = Zone & { readonly geometry: MultiPolygon };
const drawnOf = (zones: readonly Zone[]): Drawn[] =>
  zones.filter((zone): zone is Drawn => zone.geometry !== undefined);

/** Against the map of the pack, whose borders are simplified: near a border only people can tell. */
const zonesInside: Rule = ({ zones }, _, { boundary }) => {
  const corners = drawnOf(zones).flatMap(({ geometry }) =>
    geometry.coordinates.flatMap(([shell = []]) => shell),
  );
  if (corners.length === 0) return noZones;
  if (!boundary) {
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
  const inside = corners.filter((point) =>
    boundary.coordinates.some(([shell = []]) => placeIn(shell, point) !== 'outside'),
  ).length;
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
