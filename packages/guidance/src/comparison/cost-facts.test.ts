import { describe, expect, it } from 'vitest';
import { type Costs, journey, placeFact } from './cost-facts.ts';

const fact = (place: string, value: number, date: string) =>
  ({ place, item: 'price', value, unit: 'CNY', date, sure: 'press', source: 'test' }) as const;
const costs = (...places: Costs['places']): Costs => ({
  places,
  national: [],
  gateways: [],
  freight: [],
  labour: [],
});

describe('a fact of a place', () => {
  it('is that of the nearest place around it, however old', () => {
    const known = costs(fact('100000', 1, '2025'), fact('510000', 2, '2020'), fact('510100', 3, '2010'));
    expect(placeFact(known, 'price', '510104')?.value).toBe(3);
    expect(placeFact(known, 'price', '511400')?.value).toBe(2);
    expect(placeFact(known, 'price', '610100')?.value).toBe(1);
  });

  it('of several dates is the latest', () => {
    const known = costs(
      fact('510000', 1, '2023'),
      fact('510000', 2, '2024-02-01'),
      fact('510000', 3, '2024'),
    );
    expect(placeFact(known, 'price', '510100')?.value).toBe(2);
  });

  it('that nobody has is absent', () => {
    expect(placeFact(costs(fact('510000', 1, '2023')), 'price', '610100')).toBeUndefined();
    expect(placeFact(costs(fact('510000', 1, '2023')), 'rent', '510000')).toBeUndefined();
  });
});

describe('a journey', () => {
  const sea = (from: string, days: number) =>
    ({
      mode: 'sea',
      per: 'TEU',
      from,
      to: 'EU',
      days,
      unit: 'CNY',
      date: '2024',
      sure: 'press',
      source: 'test',
    }) as const;
  const freight = [sea('100000', 40), sea('310000', 30), sea('port-a', 25)];
  const days = (id: string, place: string, to = 'EU') =>
    journey({ ...costs(), freight }, 'sea', { id, place }, [to], (rate) => rate.days !== undefined)?.days;

  it('is that of the gateway itself, else of what it lies in', () => {
    expect(days('port-a', '310000')).toBe(25);
    expect(days('port-b', '310000')).toBe(30);
    expect(days('port-c', '210200')).toBe(40);
  });

  it('to elsewhere is not known', () => {
    expect(days('port-a', '310000', 'US')).toBeUndefined();
  });
});
