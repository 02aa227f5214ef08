import { names } from '@tidu/reference';
import { z } from 'zod';
import type { Ground, PromisedProject } from '../ground/ground.ts';
import type { Guidance } from '../ground/guidance.ts';
import { type CityExports, cityExports } from './city-exports.ts';

const number = z.number().nullable();

const readings = ['not-told', 'above-city', 'exceeds', 'city-fell', 'fits'] as const;

const year = z.object({
  year: z.int(),
  /** Yuan; nothing where the project says nothing of the year. */
  promised: number,
  reported: number,
  /** What the park city exported of the group by the statistics. */
  city: number,
  /** That, less what it exported in the year before the project's first. */
  change: number,
  /** Part of that change that the project could be: as reported, else as promised. */
  part: number,
  reading: z.enum(readings),
});

const result = z
  .object({
    measured: z.enum(['processing', 'all']).nullable(),
    synthetic: z.boolean(),
    /** Whole years that the statistics tell of. */
    years: z.array(z.int()),
    groups: z.array(z.object({ id: z.string(), name: names })),
    projects: z.array(
      z.object({
        record: z.string(),
        name: z.string(),
        park: z.string(),
        parkPlace: z.string(),
        parkNames: names.nullable(),
        /** Nothing where all goods of the city are compared, for want of the project's group or of goods in the tables. */
        group: z.string().nullable(),
        stage: z.string().nullable(),
        /** The year before its first, from which the city's change is counted. */
        base: z.int().nullable(),
        years: z.array(year),
        sample: z.boolean(),
      }),
    ),
    /** Several projects of one city and group, each of which may fit where all together do not. */
    together: z.array(
      z.object({
        parkPlace: z.string(),
        parkNames: names.nullable(),
        group: z.string().nullable(),
        projects: z.int(),
        /** The year before the first of all. */
        base: z.int(),
        ...year.shape,
      }),
    ),
    totals: z.object({
      projects: z.int(),
      /** Of the years that the statistics tell of. */
      promised: z.number(),
      reported: z.number(),
      exceeding: z.int(),
    }),
  })
  .meta({ id: 'Promises' });
export type Promises = z.infer<typeof result>;
type ToldProject = Promises['projects'][number];

const request = z.object({
  /** Id or record of a park; all parks where absent. */
  park: z.string().optional(),
});

/** What each project promised and reported, beside what the statistics tell of its goods in the park city. */
export const promises: Guidance<z.infer<typeof request>, Promises> = {
  name: 'promises',
  method: {
    text: "exports promised and reported by year, beside the change of the park city's exports of the same goods since the year before the project's first",
    source: 'docs/methods/effect.md',
  },
  request,
  result,
  compute(ground, { park: asked }) {
    const exports = cityExports(ground.trade);
    const park = ground.parks.find(({ id, record }) => id === asked || record === asked);
    const projects = ground.projects
      .filter((project) => asked === undefined || project.park === (park?.record ?? asked))
      .map((project) => toldProject(ground, project, exports));
    const told = projects.flatMap(({ years }) => years.filter(({ city }) => city !== null));
    const sum = (of: 'promised' | 'reported') => told.reduce((all, one) => all + (one[of] ?? 0), 0);
    return {
      measured: ground.trade?.measured ?? null,
      synthetic: ground.trade?.synthetic ?? false,
      years: [...exports.years],
      groups: ground.groups.map(({ id, name }) => ({ id, name })),
      projects,
      together: togetherIn(projects, exports),
      totals: {
        projects: projects.length,
        promised: sum('promised'),
        reported: sum('reported'),
        exceeding: projects.filter(({ years }) =>
          years.some(({ reading }) => reading === 'exceeds' || reading === 'above-city'),
        ).length,
      },
    };
  },
};

function toldProject(
  { parks }: Pick<Ground, 'parks'>,
  project: PromisedProject,
  exports: CityExports,
): ToldProject {
  const { record, name, park, parkPlace, stage, promised, reported, sample } = project;
  const of = new Map(promised.map((one) => [one.year, one.exports]));
  const said = new Map(reported.map((one) => [one.year, one.exports]));
  const years = [...new Set([...of.keys(), ...said.keys()])].sort((a, b) => a - b);
  const group = project.group !== undefined && exports.groups.includes(project.group) ? project.group : null;
  const base = years[0] === undefined ? null : years[0] - 1;
  const before = base === null ? null : exports.of(parkPlace, group, base);
  return {
    record,
    name,
    park,
    parkPlace,
    parkNames: parks.find((one) => one.record === park)?.names ?? null,
    group,
    stage: stage ?? null,
    base,
    sample,
    years: years.map((year) => {
      const city = exports.of(parkPlace, group, year);
      const change = city === null || before === null ? null : city - before;
      const own = said.get(year) ?? of.get(year) ?? null;
      const part = change !== null && change > 0 && own !== null ? own / change : null;
      return {
        year,
        promised: of.get(year) ?? null,
        reported: said.get(year) ?? null,
        city,
        change,
        part,
        reading: readingOf(city, change, own),
      };
    }),
  };
}

/** In the latest year that the statistics tell of, as reported, else as promised. */
function togetherIn(projects: readonly ToldProject[], exports: CityExports): Promises['together'] {
  const byGoods = Map.groupBy(projects, ({ parkPlace, group }) => `${parkPlace} ${group}`);
  return [...byGoods.values()].flatMap((all) => {
    const [first] = all;
    const told = all.flatMap(({ years }) => years.filter(({ reading }) => reading !== 'not-told'));
    if (!first || all.length < 2 || told.length === 0) return [];
    const { parkPlace, parkNames, group } = first;
    const base = Math.min(...all.flatMap(({ base }) => base ?? []));
    const year = Math.max(...told.map((one) => one.year));
    const there = all.flatMap(({ years }) => years.filter((one) => one.year === year));
    const sum = (of: (one: (typeof there)[number]) => number | null) =>
      there.reduce((sum, one) => sum + (of(one) ?? 0), 0);
    const own = sum(({ promised, reported }) => reported ?? promised);
    const city = exports.of(parkPlace, group, year);
    const before = exports.of(parkPlace, group, base);
    const change = city === null || before === null ? null : city - before;
    return [
      {
        parkPlace,
        parkNames,
        group,
        projects: there.length,
        base,
        year,
        promised: sum(({ promised }) => promised),
        reported: sum(({ reported }) => reported),
        city,
        change,
        part: change !== null && change > 0 ? own / change : null,
        reading: readingOf(city, change, own),
      },
    ];
  });
}

/** More than all that the city exports, more than it gained, no gain to be part of, or what may be part of it. */
function readingOf(
  city: number | null,
  change: number | null,
  own: number | null,
): (typeof readings)[number] {
  if (city === null || change === null) return 'not-told';
  if (own !== null && own > city) return 'above-city';
  if (change <= 0) return 'city-fell';
  return own !== null && own > change ? 'exceeds' : 'fits';
}
