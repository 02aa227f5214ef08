import { describe, expect, it } from 'vitest';
import type { Ground, PromisedProject } from '../ground/ground.ts';
import { smallGround } from '../ground/small-ground.cases.ts';
import { panelOfAmounts } from '../ground/trade-panel.ts';
import { promises } from './promises.ts';

const project: PromisedProject = {
  record: 'project-1',
  name: '服装转移项目',
  park: 'park-changsha',
  parkPlace: '430100',
  origin: '441900',
  group: 'clothing',
  stage: 'production',
  promised: [
    { year: 2022, exports: 1e9 },
    { year: 2023, exports: 9e9 },
    { year: 2025, exports: 9e9 },
  ],
  reported: [{ year: 2022, exports: 8e8 }],
  jobs: 100,
  sample: true,
};
const told = async (projects: readonly PromisedProject[], ground: Ground = smallGround, park?: string) =>
  promises.compute({ ...ground, projects }, { park });

describe('what projects promised', () => {
  it('stands beside what the city exported of the same goods since the year before', async () => {
    const result = promises.result.parse(await told([project]));
    const [{ base, years }] = result.projects as [(typeof result.projects)[number]];
    const clothing = (year: number) => Math.round(6e9 * 1.25 ** (year - 2018));
    const change = clothing(2022) - clothing(2021);
    expect(base).toBe(2021);
    expect(years[0]).toEqual({
      year: 2022,
      promised: 1e9,
      reported: 8e8,
      city: clothing(2022),
      change,
      part: 8e8 / change,
      reading: 'fits',
    });
  });

  it('exceeds the statistics where it is more than all that the city gained, and is not told where they end', async () => {
    const { projects, totals } = promises.result.parse(await told([project]));
    expect(projects[0]?.years.map(({ reading }) => reading)).toEqual(['fits', 'exceeds', 'not-told']);
    expect(totals).toEqual({ projects: 1, promised: 1e10, reported: 8e8, exceeding: 1 });
  });

  it('is above the city where it is more than all that the city exports of such goods', async () => {
    const large = { ...project, promised: [{ year: 2022, exports: 1e12 }], reported: [] };
    const { projects, totals } = promises.result.parse(await told([large]));
    expect(projects[0]?.years[0]?.reading).toBe('above-city');
    expect(totals.exceeding).toBe(1);
  });

  it('may fit by itself and exceed together with the others of its city and goods', async () => {
    const change = Math.round(6e9 * 1.25 ** 4) - Math.round(6e9 * 1.25 ** 3);
    const half = { ...project, promised: [{ year: 2022, exports: 0.6 * change }], reported: [] };
    const { projects, together } = promises.result.parse(
      await told([half, { ...half, record: 'project-2' }]),
    );
    expect(projects.map(({ years }) => years[0]?.reading)).toEqual(['fits', 'fits']);
    expect(together).toHaveLength(1);
    expect(together[0]).toMatchObject({ projects: 2, base: 2021, year: 2022, change, reading: 'exceeds' });
    expect(together[0]?.part).toBeCloseTo(1.2, 9);
  });

  it('has no part in the growth of a city that fell', async () => {
    const falling = { ...project, parkPlace: '441900' };
    const { projects } = promises.result.parse(await told([falling]));
    expect(projects[0]?.years[0]).toMatchObject({ part: null, reading: 'city-fell' });
  });

  it('is compared with all goods where its own are not told, and says so', async () => {
    const { projects } = promises.result.parse(await told([{ ...project, group: undefined }]));
    expect(projects[0]?.group).toBeNull();
    expect(projects[0]?.years[0]?.city).toBeGreaterThan(30e9);
  });

  it('is not told by months, nor without statistics', async () => {
    const months = panelOfAmounts(
      ['430100'],
      ['clothing'],
      [{ period: '2022-01..2022-06', amounts: new Map([['430100', new Map([['clothing', 1]])]]) }],
    );
    const trade = smallGround.trade && { ...smallGround.trade, exports: months };
    for (const other of [trade, undefined]) {
      const { projects, years } = promises.result.parse(
        await told([project], { ...smallGround, trade: other }),
      );
      expect(years).toEqual([]);
      expect(projects[0]?.years[0]).toMatchObject({ city: null, part: null, reading: 'not-told' });
    }
  });

  it('is told of one park alone where one is asked for', async () => {
    const other = { ...project, record: 'project-2', park: 'park-taiyuan', parkPlace: '140100' };
    const { projects } = promises.result.parse(await told([project, other], smallGround, 'taiyuan'));
    expect(projects.map(({ record }) => record)).toEqual(['project-2']);
  });
});
