import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgreementContent, agreement } from './agreement.ts';
import { type ObligationContent, obligation } from './obligation.ts';
import { type PairingContent, pairing } from './pairing.ts';
import { type PairingEventContent, pairingEvent } from './pairing-event.ts';
import type { Pulse } from './pulse.ts';
import { park, partner, sides, step, stranger, walks } from './walk.cases.ts';

const proposal: PairingContent = pairing.content.parse({
  ...sides,
  proposedBy: 'park',
  purpose: '共建电子信息产业园',
});
const silent = (dormant: boolean): Pulse => ({ score: 0, daysSinceContact: 0, dormant, terms: [] });
const why = { reason: '情况有变' };

describe('a pairing', () => {
  const outside = fc.record({ inForce: fc.boolean(), pulse: fc.boolean().map(silent) });

  it('is answered by the side that did not propose it', () => {
    const at = { state: 'proposed' as const, content: proposal };
    const extra = { inForce: false, pulse: silent(false) };
    expect(() => step(pairing, at, 'agree', park, {}, extra)).toThrow('the other side has to answer');
    expect(() => step(pairing, at, 'agree', stranger, {}, extra)).toThrow('the other side has to answer');
    const agreed = step(pairing, at, 'agree', partner, {}, extra);
    expect(agreed).toMatchObject({ state: 'agreed', content: { answer: { by: partner.name } } });
    expect(() => step(pairing, at, 'decline', partner, { reason: '' }, extra)).toThrow('say why');
  });

  it('on no walk is active without an agreement, asleep while there is contact, or ended with one in force', () => {
    const seen = walks(
      pairing,
      proposal,
      { decline: why, end: why },
      outside,
      (at, before, act, who, extra) => {
        expect(['declined', 'ended']).not.toContain(before.state);
        if (act === 'activate') expect(extra.inForce).toBe(true);
        if (at.state === 'dormant') expect(extra.pulse.dormant).toBe(true);
        if (act === 'revive') expect(extra.pulse.dormant).toBe(false);
        if (at.state === 'ended') expect(extra.inForce).toBe(false);
        if (before.state === 'proposed') expect(who).toBe(partner);
        expect(act === 'end' && who === stranger).toBe(false);
      },
    );
    expect([...seen].sort()).toEqual(Object.keys(pairing.workflow.states).sort());
  });
});

describe('an agreement', () => {
  const draft: AgreementContent = agreement.content.parse({
    ...sides,
    pairing: 'pairing-1',
    from: '2026-01-01',
    to: '2026-12-31',
    clauses: [{ template: 'a' }],
  });
  const templates = {
    clauses: [
      {
        id: 'a',
        heading: { zh: '招商', en: 'Investment' },
        text: { zh: '每年{n}场', en: '{n} a year' },
        parameters: [{ id: 'n', name: { zh: '场', en: 'n' }, kind: 'number' as const, default: 2 }],
        obligations: [],
        source: 'test',
      },
    ],
    benefit: undefined as never,
  };
  const signing = { name: '示例主任', on: '2026-05-01' };
  const alive = { pairingState: 'agreed', templates };

  it('keeps the text that the first side signed, with its values', () => {
    const talked = { state: 'consultation' as const, content: draft };
    const signed = step(agreement, talked, 'sign', partner, signing, alive);
    expect(signed.content).toMatchObject({
      signatures: { partner: { by: '示例主任', on: '2026-05-01' } },
      text: [{ number: 1, heading: { zh: '招商' }, text: { zh: '每年2场' }, source: 'test' }],
    });
    expect(() => step(agreement, signed, 'countersign', partner, signing, alive)).toThrow('signed already');
    expect(step(agreement, signed, 'countersign', park, signing, alive).state).toBe('in-force');
    const back = step(agreement, signed, 'withdraw', park, why, alive);
    expect(back.content).toMatchObject({ signatures: {} });
    expect(back.content.text).toBeUndefined();
  });

  it('is not signed on a day that lies ahead', () => {
    const talked = { state: 'consultation' as const, content: draft };
    expect(() => step(agreement, talked, 'sign', park, { ...signing, on: '2026-06-02' }, alive)).toThrow(
      'lies ahead',
    );
  });

  it('on no walk is in force without both signatures, over before its day, or moved by a stranger', () => {
    const outside = fc.record({
      pairingState: fc.constantFrom('agreed', 'active', 'proposed', 'agreed', 'active', 'ended'),
      templates: fc.constant(templates),
    });
    const given = { sign: signing, countersign: signing, withdraw: why, terminate: why, drop: why };
    const seen = walks(agreement, draft, given, outside, (at, before, act, who, extra) => {
      const { park: one, partner: other } = at.content.signatures;
      expect(['expired', 'terminated', 'dropped']).not.toContain(before.state);
      if (act !== 'expire') expect(who).not.toBe(stranger);
      if (at.state === 'signed-by-one') expect([one, other].filter(Boolean)).toHaveLength(1);
      if (['in-force', 'expired', 'terminated'].includes(at.state))
        expect([one, other]).not.toContain(undefined);
      if (act === 'sign' || act === 'countersign') expect(extra.pairingState).toMatch(/agreed|active/);
      if (agreement.workflow.editable.includes(at.state)) expect(at.content.signatures).toEqual({});
    });
    expect([...seen].sort()).toEqual(Object.keys(agreement.workflow.states).sort());
  });
});

describe('an obligation', () => {
  const owed: ObligationContent = obligation.content.parse({
    ...sides,
    pairing: 'pairing-1',
    agreement: 'agreement-1',
    whose: 'park',
    what: { zh: '举办招商活动', en: 'hold an event' },
    due: '2026-11-30',
  });
  const shown = { evidence: '活动照片和签到表', on: '2026-05-20' };

  it('is claimed by who owes it and confirmed by the other, also after a dispute', () => {
    const open = { state: 'open' as const, content: owed };
    expect(() => step(obligation, open, 'claim', partner, shown, undefined)).toThrow('the side that owes it');
    const claimed = step(obligation, open, 'claim', park, shown, undefined);
    expect(() => step(obligation, claimed, 'confirm', park, {}, undefined)).toThrow('the other side');
    const disputed = step(obligation, claimed, 'dispute', partner, why, undefined);
    const again = step(obligation, disputed, 'claim', park, shown, undefined);
    expect(again.content.claims).toHaveLength(2);
    expect(step(obligation, again, 'confirm', partner, {}, undefined).state).toBe('confirmed');
  });

  it('on no walk is confirmed without evidence, by who owes it, or moved once it is settled', () => {
    const given = { claim: shown, dispute: why, release: why };
    const seen = walks(obligation, owed, given, fc.constant(undefined), (at, before, act, who) => {
      expect(['confirmed', 'released']).not.toContain(before.state);
      if (at.state === 'confirmed') expect(at.content.claims.length).toBeGreaterThan(0);
      expect(who).toBe(act === 'claim' ? park : partner);
    });
    expect([...seen].sort()).toEqual(Object.keys(obligation.workflow.states).sort());
  });
});

describe('a joint event', () => {
  const planned: PairingEventContent = pairingEvent.content.parse({
    ...sides,
    pairing: 'pairing-1',
    kind: 'investment-event',
    title: '联合推介会',
    date: '2027-01-01',
  });

  it('on no walk is held before its day, or changed afterwards', () => {
    const seen = walks(
      pairingEvent,
      planned,
      { cancel: why },
      fc.constant(undefined),
      (_, before, __, who) => {
        expect(before.state).toBe('planned');
        expect(who).not.toBe(stranger);
      },
    );
    expect([...seen].sort()).toEqual(Object.keys(pairingEvent.workflow.states).sort());
    expect(() =>
      step(pairingEvent, { state: 'planned', content: planned }, 'hold', park, {}, undefined),
    ).toThrow('its day has not come');
  });

  it('has the numbers of its kind, and a fund holds what is paid into it', () => {
    const said = (change: object) =>
      (pairingEvent.content.safeParse({ ...planned, ...change }).error?.issues ?? []).map(({ path }) =>
        path.join('.'),
      );
    expect(said({ numbers: { investorsMet: 30, projectsSigned: 2 } })).toEqual([]);
    expect(said({ numbers: { peopleSent: 3 } })).toEqual(['numbers.peopleSent']);
    expect(said({ kind: 'joint-fund', numbers: { fundFen: 1, paidInFen: 2 } })).toEqual([
      'numbers.paidInFen',
    ]);
    expect(said({ to: '2026-12-31' })).toEqual(['to']);
  });
});
