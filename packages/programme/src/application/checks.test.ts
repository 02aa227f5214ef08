import type { Place } from '@tidu/reference';
import { describe, expect, it } from 'vitest';
import type { Condition, Measure } from '../batch/call.ts';
import type { Measured } from '../ground/world.ts';
import { fullForm, sampleCall, squareZone } from './application.cases.ts';
import { checkApplication, tally } from './checks.ts';
import { applicationForm } from './form.ts';
import { type Known, nothingKnown } from './known.ts';

const place = (code: string, level: Place['level'], more: Partial<Place> = {}): Place => ({
  code,
  level,
  name: { zh: code, en: code },
  source: 'test',
  ...more,
});
const known: Known = {
  ...nothingKnown,
  places: new Map(
    [
      place('140000', 'province', { region: 'central' }),
      place('140100', 'prefecture', { parent: '140000' }),
      place('410000', 'province', { region: 'central' }),
      place('419001', 'county', { parent: '410000' }),
      place('410105', 'county', { parent: '410100' }),
      place('500000', 'province', { region: 'west' }),
      place('440000', 'province', { region: 'east' }),
      place('440300', 'prefecture', { parent: '440000' }),
    ].map((one) => [one.code, one]),
  ),
};
const figure = (valueCny: number, period = '2024'): Measured => ({
  known: true,
  valueCny,
  period,
  receipt: 'r',
});
const absent: Measured = { known: false, why: { zh: '未装载', en: 'not loaded' } };

const line = (measure: Measure, form = fullForm(), about: Known = known, more: Partial<Condition> = {}) => {
  const base = sampleCall.conditions[0] as Condition;
  const { limit: _, ...without } = base;
  return checkApplication(form, { ...sampleCall, conditions: [{ ...without, measure, ...more }] }, about)[0];
};

describe('the level of the applicant', () => {
  const verdict = (code: string) => line('applicant-level', fullForm({ place: code }))?.verdict;
  it('is met by a prefecture, and left to people for what stands beside that order', () => {
    expect(verdict('140100')).toBe('met');
    expect(verdict('419001')).toBe('judgement');
    expect(verdict('500000')).toBe('judgement');
    expect(verdict('410105')).toBe('not-met');
    expect(verdict('140000')).toBe('not-met');
  });
  it('is not known of no place, and of a strange one', () => {
    expect(line('applicant-level', fullForm({ place: '' }))).toMatchObject({
      verdict: 'unknown',
      from: 'form',
    });
    expect(line('applicant-level', fullForm({ place: '999999' }))?.says.en).toContain('999999');
  });
});

describe('the region', () => {
  const verdict = (code: string, inPrinciple: boolean) =>
    line('applicant-region', fullForm({ place: code }), known, { regions: ['central', 'west'], inPrinciple })
      ?.verdict;
  it('is that of the province, and "mainly" leaves the others to people', () => {
    expect(verdict('140100', true)).toBe('met');
    expect(verdict('440300', true)).toBe('judgement');
    expect(verdict('440300', false)).toBe('not-met');
  });
});

describe('zones', () => {
  const zones = (count: number) =>
    Array.from({ length: count }, (_, i) => squareZone(`${i}`, 0.02, [112 + i / 10, 37]));
  it('are counted, in principle up to the limit', () => {
    const count = (n: number, inPrinciple: boolean) =>
      line('zone-count', fullForm({ zones: zones(n) }), known, { limit: 3, inPrinciple })?.verdict;
    expect([count(3, true), count(4, true), count(4, false), count(0, true)]).toEqual([
      'met',
      'judgement',
      'not-met',
      'unknown',
    ]);
  });
  it('are measured on the sphere and added', () => {
    const found = line('total-area', fullForm({ zones: zones(2) }), known, { limit: 60 });
    expect(found?.measured).toBeCloseTo(2 * 3.95, 1);
    expect(found).toMatchObject({ verdict: 'met', unit: 'km²', from: 'polygons', limit: 60 });
    expect(line('total-area', fullForm({ zones: [squareZone('1', 0.2)] }))?.verdict).toBe('judgement');
  });
  it('have no area where their border meets itself', () => {
    const eight = squareZone('八');
    const ring = eight.geometry?.coordinates[0]?.[0] as [number, number][];
    ring.splice(1, 2, ring[2] as [number, number], ring[1] as [number, number]);
    expect(line('total-area', fullForm({ zones: [eight] }))).toMatchObject({
      verdict: 'unknown',
      says: { zh: '八的边界自相交，无法测算' },
    });
  });
  it('that overlap are named', () => {
    const found = line(
      'zones-apart',
      fullForm({ zones: [squareZone('甲'), squareZone('乙', 0.02, [112.51, 37.81])] }),
    );
    expect(found).toMatchObject({ verdict: 'not-met', says: { zh: '重叠：甲与乙' } });
    expect(line('zones-apart', fullForm({ zones: zones(3) }))?.verdict).toBe('met');
  });
  it('lie in the place, beside it, or across its border', () => {
    const boundary = squareZone('', 1, [112, 37]).geometry;
    const at = (x: number) =>
      line('zones-inside', fullForm({ zones: [squareZone('1', 0.02, [x, 37.5])] }), { ...known, boundary })
        ?.verdict;
    expect([at(112.5), at(112.99), at(114)]).toEqual(['met', 'judgement', 'not-met']);
    expect(line('zones-inside')?.verdict).toBe('unknown');
  });
});

describe('industry and trade', () => {
  const years = (...totals: number[]) =>
    fullForm({ processingTrade: totals.map((exports, i) => ({ year: 2023 + i, exports, imports: 0 })) });

  it('takes the share from the statistics before the declared one, and says which', () => {
    const industry = { chapters: figure(30), all: figure(120) };
    expect(line('industry-share', fullForm(), { ...known, industry })).toMatchObject({
      verdict: 'judgement',
      measured: 0.25,
      from: 'statistics',
      receipt: 'r',
    });
    const declared = fullForm({
      industries: [{ name: '电子', chapters: [], divisions: [], declaredShare: 0.6 }],
    });
    const without = { ...known, industry: { chapters: absent, all: absent } };
    expect(line('industry-share', declared, without)).toMatchObject({
      measured: 0.6,
      from: 'declared',
      remedy: { en: 'not loaded' },
    });
    expect(line('industry-share', fullForm(), without)).toMatchObject({ verdict: 'unknown' });
  });

  it('takes growth from the statistics of the place, else as declared; a fall is for people to judge', () => {
    const processing = new Map([
      [2023, figure(100)],
      [2024, figure(112)],
    ]);
    expect(line('processing-growth', years(10, 5), { ...known, processing })).toMatchObject({
      verdict: 'met',
      from: 'statistics',
      says: { en: expect.stringContaining('+12.0%') },
    });
    expect(
      line('processing-growth', years(10, 5), { ...known, processing: new Map([[2024, absent]]) }),
    ).toMatchObject({
      verdict: 'judgement',
      from: 'declared',
      remedy: { en: 'not loaded' },
    });
    expect(line('processing-growth', years(10))?.verdict).toBe('unknown');
  });

  it('compares the contribution of first and last year that can be compared', () => {
    const trade = new Map([
      [2023, figure(1e6)],
      [2024, figure(1e6)],
    ]);
    expect(line('contribution-growth', years(10, 12), { ...known, trade })).toMatchObject({
      verdict: 'met',
      measured: 0.12,
    });
    expect(line('contribution-growth', years(12, 10), { ...known, trade })?.verdict).toBe('not-met');
    expect(line('contribution-growth', years(10), { ...known, trade })?.verdict).toBe('judgement');
    expect(line('contribution-growth', years(10, 200), { ...known, trade })?.remedy?.en).toContain(
      '10 000 CNY',
    );
    expect(line('contribution-growth', years(10))?.verdict).toBe('unknown');
  });
});

describe('the pairing', () => {
  it('is met by a live agreement with the east, declared for people to judge, else not met', () => {
    const agreements = [{ id: 'agreement-1', title: { zh: '协议', en: 'agreement' }, partner: '440300' }];
    expect(line('pairing', fullForm(), { ...known, agreements })).toMatchObject({
      verdict: 'met',
      from: 'agreements',
    });
    expect(line('pairing')).toMatchObject({ verdict: 'judgement', from: 'declared' });
    expect(line('pairing', fullForm({ partner: { place: '419001', name: '济源' } }))?.verdict).toBe(
      'not-met',
    );
    expect(line('pairing', fullForm({ partner: { place: '', name: '' } }))?.verdict).toBe('not-met');
  });
});

describe('an empty form', () => {
  it('gets a verdict in every line, and none is met', () => {
    const measures: Measure[] = [
      'applicant-level',
      'applicant-region',
      'zone-count',
      'total-area',
      'zones-apart',
      'zones-inside',
      'leading-industries',
      'industry-share',
      'processing-growth',
      'contribution-growth',
      'pairing',
    ];
    const lines = measures.map((measure) => line(measure, applicationForm.parse({})));
    expect(tally(lines.filter((one) => one !== undefined))).toEqual({
      met: 0,
      'not-met': 2,
      judgement: 0,
      unknown: 9,
    });
  });
});
