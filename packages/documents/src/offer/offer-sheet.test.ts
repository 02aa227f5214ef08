import { describe, expect, it } from 'vitest';
import { yearsSaid } from './benefit-table.ts';
import { offerOf, plans } from './offer.cases.ts';
import { NoSuchPark, offerSheet } from './offer-sheet.ts';

const whole = offerOf(plans.whole);
const half = offerOf(plans.half);
const empty = offerOf(plans.empty);
const sheet = offerSheet(whole, 'taiyuan', 'zh');
const sheetMeasure = whole.comparison.places
  .find(({ park }) => park === 'taiyuan')
  ?.measures.find(({ verdict }) => verdict === 'given')?.measure;

describe('an offer sheet', () => {
  it('says who, where and when, and that it is a sample', () => {
    const told = sheet.facts.map(({ text }) => text).join('\n');
    expect(told).toContain('东莞示例电子有限公司（示例）');
    expect(told).toContain('太原市 · 山西省 · 中部');
    expect(told).toContain('2026-03-01');
    expect(told).toContain('折现率8%');
    expect(told).toContain('达产比例50%、80%、100%，其后不变');
    expect(sheet.sample).toBe(true);
  });

  it('has items that add up to what it says in all, year by year', () => {
    const { rows, known } = sheet.costs;
    expect(rows.every(({ amounts }) => amounts)).toBe(true);
    for (const [y, sum] of (known?.years ?? []).entries()) {
      const added = rows.reduce((total, { amounts }) => total + (amounts?.years[y] ?? 0), 0);
      expect(sum).toBeCloseTo(added, 4);
    }
    expect(known?.npv).toBeCloseTo(
      rows.reduce((total, { amounts }) => total + (amounts?.npv ?? 0), 0),
      4,
    );
  });

  it('has measures that add up to the benefits, with clauses, conditions and sources', () => {
    const { given, sum } = sheet.benefits;
    expect(given.length).toBeGreaterThan(3);
    expect(sum?.total).toBeCloseTo(
      given.reduce((total, one) => total + (one.total ?? 0), 0),
      4,
    );
    const moved = given.find(({ title }) => title.includes('搬迁费用补贴'));
    expect(moved?.total).toBe(400);
    expect(moved?.conditions.join()).toContain('由外地转移而来');
    const totals = given.map(({ total }) => total ?? -1);
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
  });

  it('says of a measure that is not given which condition fails', () => {
    const bonded = sheet.benefits.refused.find(({ title }) => title.includes('综合保税区'));
    expect(bonded?.why).toMatch(/^不符合“在综合保税区内/);
  });

  it('says what is unknown as unknown, and what it lacks', () => {
    const { costs, leftOut } = offerSheet(half, 'taiyuan', 'zh');
    const water = costs.rows.find(({ name }) => name === '水费');
    expect(water?.amounts).toBeUndefined();
    expect(water?.unknown).toBe('未知：缺工业水价');
    expect(leftOut).toContain('水费');
  });

  it('makes no number of a plan in which nothing stands', () => {
    const { costs, benefits, rank, uncertainty } = offerSheet(empty, 'taiyuan', 'en');
    expect([costs.known, costs.compared, benefits.sum, rank, uncertainty]).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
    expect(costs.rows.every(({ unknown }) => unknown?.startsWith('unknown: '))).toBe(true);
    expect(benefits.undecided.every(({ why }) => why !== '')).toBe(true);
  });

  it.each([
    ['zh', whole],
    ['en', half],
  ] as const)('lists every source that it names, numbered from one (%s)', (language, offer) => {
    const { sources, ...rest } = offerSheet(offer, 'jingzhou', language);
    expect(sources.map(({ number }) => number)).toEqual(sources.map((_, i) => i + 1));
    const named = [
      ...rest.facts.flatMap((one) => one.sources),
      ...rest.costs.rows.flatMap((one) => one.sources),
      ...rest.benefits.given.map((one) => one.source),
      ...[...rest.benefits.undecided, ...rest.benefits.refused].map((one) => one.source),
      ...[...rest.toQuay, ...rest.toMarket].flatMap((one) => one.sources),
      ...(rest.uncertainty?.moves ?? []).flatMap((one) => one.source ?? []),
      ...rest.figures.flatMap((one) => one.source ?? []),
    ];
    expect(new Set(named)).toEqual(new Set(sources.map(({ number }) => number)));
    expect(rest.figures.every(({ source }) => source !== undefined)).toBe(true);
    expect(rest.toMarket.filter(({ text, sources: from }) => /\d/.test(text) && from.length === 0)).toEqual(
      [],
    );
  });

  it('takes what an office has written itself as its own source', () => {
    const rules = new Map(whole.rules.rules);
    const [id, rule] = [...rules].find(([name]) => name === sheetMeasure) ?? [];
    if (!id || !rule) throw new Error(`the pack has no ${sheetMeasure}`);
    rules.set(id, { ...rule, measure: { ...rule.measure, source: 'own' } });
    const { benefits, sources } = offerSheet({ ...whole, rules: { ...whole.rules, rules } }, 'taiyuan', 'zh');
    const { title, issuer } = rule.measure;
    const number = benefits.given.find((one) => one.title === title.zh)?.source;
    expect(sources.find((one) => one.number === number)).toMatchObject({
      title: title.zh,
      issuer: issuer.zh,
    });
  });

  it('is of a park that was compared', () => {
    expect(() => offerSheet(whole, 'nowhere', 'zh')).toThrow(NoSuchPark);
  });
});

describe('amounts of years', () => {
  it('are told together where they are equal, and not at all where there are none', () => {
    expect(yearsSaid([2, 2, 0, 5], 'zh')).toBe('第1–2年各2.0，第4年5.0');
    expect(yearsSaid([0, 3, 3], 'en')).toBe('years 2–3 3.0 each');
  });
});
