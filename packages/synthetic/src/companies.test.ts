import { describe, expect, it } from 'vitest';
import { makeCompanies } from './companies.ts';

const asked = { seed: 7, count: 400, places: ['510100', '450100'], origins: ['440300'], date: '2024-06-30' };

describe('made-up companies', () => {
  const companies = [...makeCompanies(asked)];

  it('are the same for the same seed, each by itself', () => {
    expect([...makeCompanies({ ...asked, count: 5 })]).toEqual(companies.slice(0, 5));
    expect([...makeCompanies({ ...asked, seed: 8, count: 5 })]).not.toEqual(companies.slice(0, 5));
  });

  it('say in their names that they are made up', () => {
    expect(companies.every(({ name }) => name.startsWith('合成企业'))).toBe(true);
  });

  it('are small for the most part, have whole yuan and a half first year', () => {
    const jobs = companies.map(({ project }) => project.jobs).sort((a, b) => a - b);
    expect(jobs[200]).toBeLessThan((jobs[399] as number) / 4);
    for (const { yearly, project } of companies) {
      const [half, full] = yearly as [Record<string, number>, Record<string, number>];
      expect(Math.abs((half.outputCny as number) * 2 - (full.outputCny as number))).toBeLessThanOrEqual(1);
      expect(Object.values({ ...full }).every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
      expect(project.premises === 'rent').toBe(full.rentCny !== 0);
    }
  });
});
