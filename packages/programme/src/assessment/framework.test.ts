import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Framework, framework, frameworkFile, prefilledShare, reweighted } from './framework.ts';
import { small } from './small-framework.cases.ts';

const pack = join(import.meta.dirname, '../../../../packs/cn');
const read = (file: string) => JSON.parse(readFileSync(join(pack, file), 'utf8'));
const inTheBox = frameworkFile.parse(read('programme/frameworks.json'));
const refusals = (given: unknown) => framework.safeParse(given).error?.issues.map(({ message }) => message);

describe('an indicator framework', () => {
  it('of the pack finds at least seventy per cent of its indicators itself', () => {
    for (const one of inTheBox.frameworks) expect(prefilledShare(one)).toBeGreaterThanOrEqual(0.7);
  });

  it('of the pack names a source for everything, and only sources that the pack has', () => {
    const known = new Set(read('sources/programme.json').map(({ id }: { id: string }) => id));
    const named = [...JSON.stringify(inTheBox).matchAll(/"(?:basisS|s)ource":"([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('is the Ministry’s only where the Ministry’s text is known: the precedent stands beside it', () => {
    expect(inTheBox.frameworks.map(({ standing }) => standing)).toEqual(['proposal']);
    expect(inTheBox.precedents[0]?.groupWeights).toEqual([30, 30, 15, 15, 10]);
  });

  it('is refused where weights do not add up, and told by how much', () => {
    const heavy = { ...small, groups: small.groups.map((one) => ({ ...one, weight: one.weight + 5 })) };
    expect(refusals(heavy)).toContain(
      'the weights of the groups add up to 110, not to 100: change them until they do',
    );
    expect(refusals(heavy)).toContain(
      'the weights of the indicators add up to 60, and their group weighs 65: make them agree',
    );
  });

  it('is refused where a rule runs against its direction, two indicators share an id, or nobody is asked', () => {
    const turned = withFirst({ direction: 'less' });
    expect(refusals(turned)).toEqual(['the rule runs the other way than "less": turn one of them']);
    expect(refusals(withFirst({ id: 'events' }))).toEqual([
      'two indicators are called "events": give each its own id',
    ]);
    expect(refusals(withFirst({ source: { from: 'park' }, askedOf: [] }))).toEqual([
      'nobody is asked for this value: name who is',
    ]);
  });

  it('takes other weights as its next version and stays as it was', () => {
    const before = JSON.stringify(small);
    const next = reweighted(small, { growth: 30, share: 30 });
    expect(next.version).toBe(small.version + 1);
    expect(next.groups.map(({ weight }) => weight)).toEqual([60, 40]);
    expect(JSON.stringify(small)).toBe(before);
  });

  it('takes no weights that do not add up to a hundred, and none of an indicator that it does not have', () => {
    expect(() => reweighted(small, { growth: 50 })).toThrow('add up to 110, not to 100');
    expect(() => reweighted(small, { colour: 5 })).toThrow('no indicator \\"colour\\"');
  });
});

function withFirst(change: Record<string, unknown>): Framework {
  const [group, ...groups] = structuredClone(small.groups);
  const [first, ...others] = group?.indicators ?? [];
  return {
    ...small,
    groups: [{ ...group, indicators: [{ ...first, ...change }, ...others] }, ...groups],
  } as Framework;
}
