import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walk } from '../ground/walk.cases.ts';
import { type Claim, claimKind, countedPart } from './claim.ts';

const side = (project: string, organisation: string) => ({
  project,
  organisation,
  name: '精密连接器项目',
  park: { zh: '太原', en: 'Taiyuan' },
});
const open: Claim = {
  a: side('project-1', 'org-a'),
  b: side('project-2', 'org-b'),
  score: 0.99,
  evidence: [],
  refusals: [],
};
const [a, b] = [{ organisation: 'org-a' }, { organisation: 'org-b' }];
const shared = { verdict: 'shared', share: 0.6, reason: '同一项目分两期落户' };
const extra = undefined;

describe('a duplicate claim', () => {
  it('is settled when the other park agrees to what the one proposed', () => {
    const steps = walk(claimKind, open, [
      { act: 'propose', given: shared, asker: a, extra },
      { act: 'agree', asker: a, extra },
      { act: 'agree', asker: b, extra },
    ]);
    expect(steps.map(({ done, state }) => [done, state])).toEqual([
      [true, 'proposed'],
      [false, 'proposed'],
      [true, 'settled'],
    ]);
    expect(steps.at(-1)?.content.decision).toMatchObject({ verdict: 'shared', share: 0.6, by: 'org-b' });
  });

  it('takes a part with "shared" and with nothing else', () => {
    const tried = (given: object) =>
      walk(claimKind, open, [{ act: 'propose', given: given as never, asker: a, extra }])[0]?.done;
    expect(tried({ verdict: 'shared', reason: '同一项目' })).toBe(false);
    expect(tried({ verdict: 'a-counts', share: 0.5, reason: '同一项目' })).toBe(false);
    expect(tried({ verdict: 'different', reason: '' })).toBe(false);
    expect(tried({ verdict: 'different', reason: '产品不同' })).toBe(true);
  });

  it('never is settled without a decision, nor has one while it is open: random walks', () => {
    const attempt = fc.record({
      act: fc.constantFrom(
        'propose' as const,
        'agree' as const,
        'refuse' as const,
        'decide' as const,
        'reopen' as const,
      ),
      given: fc.constantFrom(shared, { verdict: 'different', reason: '产品不同' }, { reason: '不同意' }),
      asker: fc.constantFrom(a, b),
      extra: fc.constant(undefined),
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
        for (const { state, content, done, attempt: tried } of walk(claimKind, open, attempts)) {
          expect(content.decision !== undefined).toBe(state === 'settled');
          if (done && tried.act === 'agree') expect(content.proposal?.by).not.toBe(tried.asker?.organisation);
        }
      }),
    );
    expect([...claimKind.workflow.reachable].sort()).toEqual(Object.keys(claimKind.workflow.states).sort());
  });
});

describe('the part that counts', () => {
  const verdict = fc.record({
    verdict: fc.constantFrom('a-counts' as const, 'b-counts' as const, 'shared' as const),
    share: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  });
  it('is one for both sides together, never more', () => {
    fc.assert(
      fc.property(verdict, (decided) => {
        const decisions = [
          { a: 'p', b: 'q', ...decided, share: decided.verdict === 'shared' ? decided.share : undefined },
        ];
        expect(countedPart('p', decisions) + countedPart('q', decisions)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('is one for each of two different projects', () => {
    expect(countedPart('p', [{ a: 'p', b: 'q', verdict: 'different' }])).toBe(1);
    expect(countedPart('q', [])).toBe(1);
  });

  it('of three that claim one project is never more than one', () => {
    fc.assert(
      fc.property(verdict, verdict, verdict, (pq, pr, qr) => {
        const decisions = [
          { a: 'p', b: 'q', ...pq },
          { a: 'p', b: 'r', ...pr },
          { a: 'q', b: 'r', ...qr },
        ].map((one) => ({ ...one, share: one.verdict === 'shared' ? one.share : undefined }));
        const part = (id: string) =>
          countedPart(
            id,
            decisions.filter(({ a: x, b: y }) => x === id || y === id),
          );
        expect(part('p') + part('q') + part('r')).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
