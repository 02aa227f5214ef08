import { names, regions } from '@tidu/reference';
import { z } from 'zod';
import { type Ground, resources } from './ground.ts';
import type { Guidance } from './guidance.ts';

const stated = z.object({
  value: z.number(),
  unit: names,
  date: z.string().optional(),
  source: z.string().optional(),
  sample: z.boolean(),
});

const result = z
  .object({
    day: z.string(),
    trade: z
      .object({
        measured: z.enum(['processing', 'all']),
        periods: z.array(z.string()),
        /** Cities of which something is told in every period, of how many. */
        told: z.int(),
        of: z.int(),
        synthetic: z.boolean(),
      })
      .nullable(),
    groups: z.array(z.object({ id: z.string(), name: names, chapters: z.array(z.string()) })),
    places: z.array(z.object({ code: z.string(), names, region: z.enum(regions), told: z.boolean() })),
    parks: z.array(
      z.object({
        id: z.string(),
        record: z.string(),
        names,
        place: z.string(),
        left: z.partialRecord(z.enum(resources), stated),
      }),
    ),
    pairings: z.int(),
    agreements: z.int(),
    projects: z.int(),
  })
  .meta({ id: 'GuidanceGround' });

/** What guidance rests on now: which statistics, places, parks and ties; what is missing shows by what is not there. */
export const known: Guidance<Record<string, never>, z.infer<typeof result>> = {
  name: 'known',
  method: {
    text: 'the most telling tables by city that are loaded for two periods of one length; what parks state of themselves',
    source: 'docs/use/guidance.md',
  },
  request: z.object({}),
  result,
  compute({ day, trade, groups, places, parks, ties, projects }) {
    const told = new Set(toldPlaces(trade));
    return {
      day,
      trade: trade
        ? {
            measured: trade.measured,
            periods: [...trade.exports.periods],
            told: told.size,
            of: trade.exports.rows.length,
            synthetic: trade.synthetic,
          }
        : null,
      groups: groups.map(({ id, name, chapters }) => ({ id, name, chapters })),
      places: places.map(({ code, names, region }) => ({ code, names, region, told: told.has(code) })),
      parks: parks.map(({ id, record, names, place, left }) => ({
        id,
        record,
        names,
        place,
        left: { ...left },
      })),
      pairings: ties.filter(({ kind }) => kind === 'pairing').length,
      agreements: ties.filter(({ kind }) => kind === 'agreement').length,
      projects: projects.length,
    };
  },
};

/** Places of which every period tells something. */
function toldPlaces(trade: Ground['trade']): string[] {
  if (!trade) return [];
  const { rows, columns, at } = trade.exports;
  return rows.filter((_, r) => at.every((period) => columns.some((_, c) => !Number.isNaN(period.at(r, c)))));
}
