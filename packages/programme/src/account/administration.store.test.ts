import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onBothEngines } from '../ground/engines.cases.ts';
import type { Asker } from './asker.ts';
import { better, codeOf, good, here, later, type People, people, security } from './people.cases.ts';

onBothEngines('people who are administered', (engine) => {
  let house: People;
  beforeAll(async () => {
    house = await people(engine);
  });
  afterAll(() => house?.close());
  const li = {
    login: 'li.na',
    name: '李娜',
    email: 'li@example.org',
    role: 'province',
    organisation: 'org-shanxi',
  } as const;
  const signIn = (login: string, password = good) => house.accounts.signIn.byPassword(login, password, here);
  const whose = async (token: string) => (await house.accounts.sessions.askerOf(token))?.account;
  const one = async (id: string) =>
    (await house.accounts.administration.list()).find((account) => account.id === id);

  describe('the security administrator', () => {
    let id: string;
    let invitation: string;

    it('makes an account whose password the person alone sets, by a link that opens once', async () => {
      ({ id, invitation } = await house.accounts.administration.create(li, security));
      expect(await one(id)).toMatchObject({ hasPassword: false, disabled: false, sessions: 0 });
      await expect(signIn(li.login)).rejects.toMatchObject({ code: 'not-signed-in' });
      expect(await house.accounts.invitations.find(invitation)).toEqual({
        account: id,
        login: li.login,
        name: li.name,
      });
      await expect(house.accounts.invitations.take(invitation, 'li.na-2026-li.na')).rejects.toMatchObject({
        code: 'password-refused',
        reasons: [expect.objectContaining({ en: expect.stringContaining('of its owner') })],
      });
      await house.accounts.invitations.take(invitation, good);
      await expect(house.accounts.invitations.take(invitation, better)).rejects.toMatchObject({
        code: 'not-found',
      });
      expect(await whose((await signIn(li.login)).token)).toBe(id);
      expect((await house.told()).map(({ deed }) => deed)).toEqual([
        'account.create',
        'session.refuse',
        'account.password',
        'session.open',
      ]);
    });

    it('makes a link that runs out after three days, and that another link replaces', async () => {
      const first = await house.accounts.administration.invite(id, security);
      const second = await house.accounts.administration.invite(id, security);
      await expect(house.accounts.invitations.find(first)).rejects.toMatchObject({ code: 'not-found' });
      later(house.time, 72 * 3600);
      await expect(house.accounts.invitations.find(second)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('resets a password that others may know: sessions end at once, the second factor stays', async () => {
      const { token } = await signIn(li.login);
      const asker = (await house.accounts.sessions.askerOf(token)) as Asker;
      const { secret } = house.accounts.secondFactors.begin(li.login);
      const code = codeOf(secret, house.time.now);
      const set = await house.accounts.own.confirmSecondFactor(
        asker,
        { password: good, secret, code, token },
        here,
      );
      const link = await house.accounts.administration.reset(id, { secondFactor: false }, security);
      expect(await whose(set?.token ?? '')).toBeUndefined();
      await expect(signIn(li.login)).rejects.toMatchObject({ code: 'not-signed-in' });
      await house.accounts.invitations.take(link, better);
      expect((await signIn(li.login, better)).awaits).toBe('code');
      await house.accounts.invitations.take(
        await house.accounts.administration.reset(id, { secondFactor: true }, security),
        good,
      );
      expect((await signIn(li.login)).awaits).toBeUndefined();
    });

    it('ends sessions by another role, by disabling, and by a word', async () => {
      const before = (await signIn(li.login)).token;
      await house.accounts.administration.change(id, { ...li, role: 'analyst' }, security);
      expect(await whose(before)).toBeUndefined();
      const again = (await signIn(li.login)).token;
      await house.accounts.administration.endSessions(id, security);
      expect(await whose(again)).toBeUndefined();
      const last = (await signIn(li.login)).token;
      await house.accounts.administration.disable(id, true, security);
      expect(await whose(last)).toBeUndefined();
      await expect(signIn(li.login)).rejects.toMatchObject({ code: 'not-signed-in' });
      await house.accounts.administration.disable(id, false, security);
      expect(await whose((await signIn(li.login)).token)).toBe(id);
    });

    it('cannot give themselves anything, nor leave the house without an administrator', async () => {
      const { administration } = house.accounts;
      const self = {
        login: 'security',
        name: 's',
        email: '',
        role: 'audit-admin',
        organisation: 'org-system',
      } as const;
      await expect(administration.change('security', self, security)).rejects.toMatchObject({
        code: 'not-possible',
      });
      await expect(administration.reset('security', { secondFactor: true }, security)).rejects.toMatchObject({
        code: 'not-possible',
      });
      await expect(administration.disable('security', true, security)).rejects.toMatchObject({
        code: 'not-possible',
      });
      await expect(administration.disable('audit', true, security)).rejects.toMatchObject({
        code: 'not-possible',
      });
      await expect(
        administration.link('security', 'https://id.example.org', 'x@example.org', security),
      ).rejects.toMatchObject({ code: 'not-possible' });
      await administration.change('security', { ...self, name: '新名', role: 'security-admin' }, security);
      expect(await one('security')).toMatchObject({ name: '新名' });
    });

    it('gives nobody a role that their organisation does not have, nor a name that is taken', async () => {
      const { administration } = house.accounts;
      const refused = (given: object) =>
        administration
          .create({ ...li, login: 'new', email: '', ...given }, security)
          .catch(({ fields }) => fields?.[0].field);
      expect(await refused({ role: 'ministry' })).toBe('role');
      expect(await refused({ organisation: 'org-nowhere' })).toBe('organisation');
      expect(await refused({ login: 'WANG' })).toBe('login');
    });
  });

  describe('one’s own account', () => {
    it('takes another password from whoever knows the one before, and other sessions end', async () => {
      const other = (await signIn('wang')).token;
      const { token } = await signIn('wang');
      const asker = (await house.accounts.sessions.askerOf(token)) as Asker;
      const change = (current: string, next: string) =>
        house.accounts.own.changePassword(asker, { current, next, token }, here);
      await expect(change(better, better)).rejects.toMatchObject({ code: 'not-signed-in' });
      await expect(change(good, 'password1234')).rejects.toMatchObject({ code: 'password-refused' });
      const now = await change(good, better);
      expect(await Promise.all([other, token, now].map(whose))).toEqual([undefined, undefined, 'wang']);
      await expect(signIn('wang', good)).rejects.toMatchObject({ code: 'not-signed-in' });
      expect(await whose((await signIn('wang', better)).token)).toBe('wang');
    });

    it('shows its sessions, and ends one or all others for whoever knows the password', async () => {
      const [one, two, three] = await Promise.all([signIn('zhao'), signIn('zhao'), signIn('zhao')]);
      const asker = (await house.accounts.sessions.askerOf(one.token)) as Asker;
      const { sessions } = await house.accounts.own.of(asker, one.token);
      expect(sessions.filter(({ current }) => current)).toHaveLength(1);
      expect(sessions[0]).toMatchObject({ address: here.address, client: here.client });
      const strange = sessions.find(({ current }) => !current)?.id as string;
      const end = (proof: string, id?: string) =>
        house.accounts.own.endSessions(asker, { token: one.token, proof, id });
      for (const proof of ['', better, '000000']) {
        await expect(end(proof, strange)).rejects.toMatchObject({ code: 'not-signed-in' });
      }
      expect((await house.accounts.own.of(asker, one.token)).sessions).toHaveLength(3);
      await end(good, strange);
      expect((await house.accounts.own.of(asker, one.token)).sessions).toHaveLength(2);
      await end(good);
      expect(await Promise.all([one, two, three].map(({ token }) => whose(token)))).toEqual([
        'zhao',
        undefined,
        undefined,
      ]);
    });

    it('takes a code of the second factor instead, once', async () => {
      const { token: first } = await signIn('zhao');
      const asker = (await house.accounts.sessions.askerOf(first)) as Asker;
      const { secret } = house.accounts.secondFactors.begin('zhao');
      const code = codeOf(secret, house.time.now);
      const set = await house.accounts.own.confirmSecondFactor(
        asker,
        { password: good, secret, code, token: first },
        here,
      );
      const token = set?.token ?? '';
      await expect(house.accounts.own.endSessions(asker, { token, proof: code })).rejects.toMatchObject({
        code: 'not-signed-in',
      });
      later(house.time, 30);
      await house.accounts.own.endSessions(asker, { token, proof: codeOf(secret, house.time.now) });
      await house.database.write((writing) => house.accounts.secondFactors.remove(writing, 'zhao'));
    });

    it('without a password asks for a sign-in of the last five minutes', async () => {
      const { token } = await house.accounts.signIn.asSample('guest', here);
      const other = (await house.accounts.signIn.asSample('guest', here)).token;
      const asker = (await house.accounts.sessions.askerOf(token)) as Asker;
      later(house.time, 5 * 60);
      const end = (by: string) => house.accounts.own.endSessions(asker, { token: by, proof: '' });
      await expect(end(token)).rejects.toMatchObject({ code: 'not-signed-in' });
      expect(await whose(other)).toBe('guest');
      await end((await house.accounts.signIn.asSample('guest', here)).token);
      expect(await whose(other)).toBeUndefined();
    });
  });

  describe('the system administrator', () => {
    const system: Asker = { ...security, account: 'system', role: 'system-admin' };
    const made = {
      id: 'org-park-datong',
      kind: 'park',
      name: { zh: '示例园区', en: 'Sample park' },
      territory: '140200',
    } as const;

    it('keeps organisations on the tree of territories', async () => {
      const { organisations } = house.accounts;
      await house.told();
      await organisations.create(made, system);
      await expect(organisations.create(made, system)).rejects.toMatchObject({ fields: [{ field: 'id' }] });
      await expect(
        organisations.create({ ...made, id: 'org-x', territory: 'x' }, system),
      ).rejects.toMatchObject({
        fields: [{ field: 'territory' }],
      });
      await organisations.change(made.id, { ...made, name: { zh: '新名', en: 'New name' } }, system);
      expect((await organisations.list()).find(({ id }) => id === made.id)).toMatchObject({
        name: { zh: '新名', en: 'New name' },
        accounts: 0,
      });
      expect((await house.told()).map(({ deed }) => deed)).toEqual([
        'organisation.create',
        'organisation.change',
      ]);
    });

    it('closes one, and its people are out; but not one with administrators in force', async () => {
      const { token } = await signIn('zhao');
      await house.accounts.organisations.disable('org-ministry', true, system);
      expect(await whose(token)).toBeUndefined();
      await house.accounts.organisations.disable('org-ministry', false, system);
      await expect(house.accounts.organisations.disable('org-system', true, system)).rejects.toMatchObject({
        code: 'not-possible',
      });
    });
  });
});
