import { density, industrialGradient, locationQuotient, type Matrix, mapCells, ranks } from '@tidu/regional';
import { z } from 'zod';
import type { Ground, GuidedPark } from '../ground/ground.ts';
import { type Guidance, GuidanceRefused } from '../ground/guidance.ts';
import { competitiveLoss } from '../leaving/competitive-loss.ts';
import { accessOf } from './access.ts';
import { type ParkFit, parkFitResult } from './park-fit-result.ts';
import { typicalFirms } from './typical-firm.ts';

const request = z.strictObject({
  park: z.string().optional().meta({ description: 'The id of a park; all where absent' }),
  group: z.string().optional().meta({ description: 'A commodity group; all where absent' }),
});
type ParkFitRequest = z.infer<typeof request>;

/** What speaks for and against each park in each group: every feature by itself, with what it rests on. */
export const parkFit: Guidance<ParkFitRequest, ParkFit> = {
  name: 'park-fit',
  method: {
    text: 'of the park’s city in the group: relatedness density Σ M φ / Σ φ, location quotient, gradient coefficient, competitive component a year; capacity left as stated; ways to the quay; ten-year cost and measures for the profile that stands for the group',
    source: 'docs/methods/undertaking-capacity.md; Hidalgo et al. (2007); Dai Hongwei (2006); Dunn (1960)',
  },
  request,
  result: parkFitResult,
  compute(ground, { park, group }) {
    const parks = ground.parks
      .filter(({ id, record }) => park === undefined || id === park || record === park)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    if (park !== undefined && parks.length === 0) {
      throw new GuidanceRefused(
        'park-unknown',
        `there is no recognised park "${park}"`,
        `ask for one of ${ground.parks.map(({ id }) => id).join(', ')}`,
      );
    }
    const groups = ground.groups.filter(({ id }) => group === undefined || id === group);
    if (groups.length === 0) {
      throw new GuidanceRefused(
        'not-computable',
        `there is no group "${group}" in the statistics`,
        `ask for one of ${ground.groups.map(({ id }) => id).join(', ')}`,
      );
    }
    const chosen = new Set(parks.map(({ id }) => id));
    const { trade } = ground;
    return {
      day: ground.day,
      measured: trade?.measured ?? null,
      synthetic: trade?.synthetic ?? false,
      periods: [...(trade?.exports.periods ?? [])],
      groups: groups.map(({ id, name }) => ({ id, names: name })),
      parks: parks.map((one) => parkTold(one, ground)),
      rows: groups.flatMap(({ id }) => fitOf(ground, id)).filter((row) => chosen.has(row.park)),
      firms: typicalFirms(ground, group).map((firm) => ({
        ...firm,
        parks: firm.parks.filter((one) => chosen.has(one.park)),
      })),
    };
  },
};

function parkTold(
  { id, record, names, place, leading, left }: GuidedPark,
  { compared, costs, ties }: Ground,
): ParkFit['parks'][number] {
  const at = compared.compared.find(({ code }) => code === place);
  const access = at && accessOf(at, costs);
  return {
    id,
    record,
    names,
    place,
    leading: [...leading],
    left: { ...left },
    access: access ? { routes: access.routes, figures: [...access.figures] } : null,
    ties: ties
      .filter((tie) => tie.park === record)
      .map(({ kind, record: of, names, partnerPlace, sample }) => ({
        kind,
        record: of,
        names,
        partnerPlace,
        sample,
      })),
  };
}

/** Every park in one group. */
function fitOf({ trade, parks }: Ground, group: string): ParkFit['rows'] {
  const sorted = parks.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const column = trade?.exports.columns.indexOf(group) ?? -1;
  if (!trade || column < 0) return sorted.map(({ id }) => nothingOf(id, group));
  const { exports } = trade;
  const now = exports.at.at(-1) as Matrix;
  const told = mapCells(now, (value) => (Number.isNaN(value) ? 0 : value));
  const several = exports.columns.length > 1;
  const [near, quotients] = [density(told), locationQuotient(told)];
  const { coefficient, basis } = industrialGradient(told);
  const steps = Math.min(3, exports.periods.length - 1);
  const loss = competitiveLoss(exports, steps);
  const rows = sorted.map(({ place }) => {
    const r = exports.rows.indexOf(place);
    return r < 0 || Number.isNaN(now.at(r, column)) ? undefined : r;
  });
  const densities = rows.map((r) => (several && r !== undefined ? near.at(r, column) : Number.NaN));
  const order = ranks(densities);
  return sorted.map(({ id }, p) => {
    const r = rows[p];
    if (r === undefined) return nothingOf(id, group);
    const value = coefficient.at(r, column);
    return {
      park: id,
      group,
      exports: now.at(r, column),
      gainPerYear: orNull(-loss.at(r, column)),
      quotient: several ? orNull(quotients.at(r, column)) : null,
      density: orNull(densities[p] as number),
      densityRank: Number.isNaN(densities[p]) ? null : (order[p] as number),
      gradient:
        several && !Number.isNaN(value)
          ? { coefficient: value, basis: basis[r * exports.columns.length + column] as 'lq' }
          : null,
    };
  });
}

const nothingOf = (park: string, group: string): ParkFit['rows'][number] => ({
  park,
  group,
  exports: null,
  gainPerYear: null,
  quotient: null,
  density: null,
  densityRank: null,
  gradient: null,
});

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
