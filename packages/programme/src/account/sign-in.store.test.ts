import { existsSync, renameSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onBothEngines } from '../ground/engines.cases.ts';
import { better, codeOf, good, here, later, type People, people, security } from './people.cases.ts';

onBothEngines('people who sign in', (engine) => {
  let house: People;
  beforeAll(async () => {
    house = await people(engine);
  });
  afterAll(() => house?.close());
  const signIn = (login: string, password = good, visitor = here) =>
    house.accounts.signIn.byPassword(login, password, visitor);
  const whose = async (token: string) => (await house.accounts.sessions.askerOf(token))?.account;

  describe('signing in by password', () => {
    it('opens a session, and the trail says from where', async () => {
      const { token, awaits } = await signIn(' Wang ');
      expect(awaits).toBeUndefined();
      expect(await house.accounts.sessions.askerOf(token)).toEqual({
        account: 'wang',
        name: 'wang',
        role: 'province',
        organisation: 'org-shanxi',
        territory: '140000',
      });
      expect(await house.told()).toEqual([
        { deed: 'session.open', account: 'wang', about: { by: 'password', address: here.address } },
      ]);
    });

    it('keeps nothing by which a session could be entered', async () => {
      const { token } = await signIn('wang');
      const tables = ['session', 'audit'] as const;
      for (const table of tables) {
        const rows = await house.database.reading.selectFrom(table).selectAll().execute();
        expect(JSON.stringify(rows)).not.toContain(token);
      }
    });

    it('refuses a wrong password, an unknown name and one without password in the same words', async () => {
      await house.told();
      const words = new Set<string>();
      for (const [login, password] of [
        ['wang', 'not this one at all'],
        ['nobody', good],
        ['guest', good],
        ['guest', ''],
      ] as const) {
        await signIn(login, password).catch((error) =>
          words.add(`${error.code} ${error.message} ${error.remedy}`),
        );
      }
      expect([...words]).toEqual([expect.stringContaining('not-signed-in name or password is not right')]);
      const told = await house.told();
      expect(told.map(({ deed }) => deed)).toEqual(Array(4).fill('session.refuse'));
      expect(JSON.stringify(told)).not.toContain('nobody');
    });

    it('ends after half an hour of silence, and at the latest after twelve hours', async () => {
      const idle = (await signIn('zhao')).token;
      later(house.time, 30 * 60);
      expect(await whose(idle)).toBeUndefined();
      const busy = (await signIn('zhao')).token;
      for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
        later(house.time, 20 * 60);
        expect(await whose(busy)).toBe('zhao');
      }
      later(house.time, 20 * 60);
      expect(await whose(busy)).toBeUndefined();
      await house.accounts.sessions.sweep();
      const left = await house.database.reading.selectFrom('session').select('account').execute();
      expect(left).toEqual([]);
    });
  });

  describe('who tries in vain', () => {
    const elsewhere = { ...here, address: '192.0.2.99' };

    it('waits longer each time, whether the account exists or not; then the password opens again', async () => {
      later(house.time, 24 * 3600);
      for (const login of ['wang', 'no-such-person']) {
        for (let n = 0; n < 5; n++) {
          await expect(signIn(login, 'wrong wrong wrong', elsewhere)).rejects.toMatchObject({
            code: 'not-signed-in',
          });
        }
        await expect(signIn(login, good, elsewhere)).rejects.toMatchObject({
          code: 'too-soon',
          seconds: 1,
        });
      }
      later(house.time, 1);
      expect(await whose((await signIn('wang', good, elsewhere)).token)).toBe('wang');
    });

    it('is counted even when trying many times at the same moment', async () => {
      later(house.time, 24 * 3600);
      const answers = await Promise.allSettled(
        Array.from({ length: 30 }, () => signIn('zhao', 'wrong wrong wrong', elsewhere)),
      );
      const codes = answers.map((answer) => (answer.status === 'rejected' ? answer.reason.code : 'in'));
      expect(codes.filter((code) => code === 'not-signed-in')).toHaveLength(5);
      expect(codes.filter((code) => code === 'too-soon')).toHaveLength(25);
    });

    it('waits as an address too, whatever the accounts', async () => {
      later(house.time, 24 * 3600);
      const many = { ...here, address: '198.51.100.1' };
      const codes: string[] = [];
      for (let n = 0; n < 22; n++) {
        await signIn(`person-${n}`, 'wrong wrong wrong', many).catch(({ code }) => codes.push(code));
      }
      expect(codes.slice(0, 21)).toEqual(Array(21).fill('not-signed-in'));
      expect(codes[21]).toBe('too-soon');
    });
  });

  describe('the second factor', () => {
    let secret: string;
    let recoveryCodes: string[];

    it('is set up by whoever knows the password, and other sessions end', async () => {
      later(house.time, 24 * 3600);
      const other = (await signIn('wang')).token;
      const { token } = await signIn('wang');
      const asker = (await house.accounts.sessions.askerOf(token)) as never;
      secret = house.accounts.secondFactors.begin('wang').secret;
      const given = { password: good, secret, code: codeOf(secret, house.time.now), token };
      await expect(
        house.accounts.own.confirmSecondFactor(asker, { ...given, password: better }, here),
      ).rejects.toMatchObject({ code: 'not-signed-in' });
      expect(
        await house.accounts.own.confirmSecondFactor(asker, { ...given, code: '000000' }, here),
      ).toBeUndefined();
      const set = await house.accounts.own.confirmSecondFactor(asker, given, here);
      recoveryCodes = set?.recoveryCodes ?? [];
      expect(recoveryCodes).toHaveLength(10);
      expect(await Promise.all([other, token, set?.token ?? ''].map(whose))).toEqual([
        undefined,
        undefined,
        'wang',
      ]);
      expect(await house.accounts.secondFactors.of('wang')).toMatchObject({ recoveryCodesLeft: 10 });
    });

    it('is asked for before the session opens anything, and the token is another afterwards', async () => {
      later(house.time, 60);
      const { token, awaits } = await signIn('wang');
      expect(awaits).toBe('code');
      expect(await whose(token)).toBeUndefined();
      const code = codeOf(secret, house.time.now);
      await expect(house.accounts.signIn.bySecondFactor(token, '123456', here)).rejects.toMatchObject({
        code: 'not-signed-in',
      });
      const whole = await house.accounts.signIn.bySecondFactor(token, code, here);
      expect(await whose(whole.token)).toBe('wang');
      expect(whole.token).not.toBe(token);
      const again = (await signIn('wang')).token;
      await expect(house.accounts.signIn.bySecondFactor(again, code, here)).rejects.toMatchObject({
        code: 'not-signed-in',
      });
    });

    it('is replaced once by each recovery code', async () => {
      const code = (recoveryCodes[0] as string).toUpperCase();
      const first = (await signIn('wang')).token;
      expect(await whose((await house.accounts.signIn.bySecondFactor(first, code, here)).token)).toBe('wang');
      const second = (await signIn('wang')).token;
      await expect(house.accounts.signIn.bySecondFactor(second, code, here)).rejects.toMatchObject({
        code: 'not-signed-in',
      });
      expect(await house.accounts.secondFactors.of('wang')).toMatchObject({ recoveryCodesLeft: 9 });
    });

    it('is not guessed: after five codes one waits, with the right one too', async () => {
      later(house.time, 24 * 3600);
      const { token } = await signIn('wang');
      for (let n = 0; n < 5; n++) {
        await house.accounts.signIn.bySecondFactor(token, '000000', here).catch(() => {});
      }
      const right = codeOf(secret, house.time.now);
      await expect(house.accounts.signIn.bySecondFactor(token, right, here)).rejects.toMatchObject({
        code: 'too-soon',
      });
    });

    it('is kept so that the database alone tells nothing, and what was kept open is sealed', async () => {
      const { reading } = house.database;
      const kept = async () =>
        (await reading.selectFrom('second_factor').select('secret').executeTakeFirstOrThrow()).secret;
      expect(await kept()).toMatch(/^sealed:/);
      await reading.updateTable('second_factor').set({ secret }).where('account', '=', 'wang').execute();
      await house.accounts.secondFactors.sealAll();
      expect(await kept()).toMatch(/^sealed:/);
      later(house.time, 24 * 3600);
      const { token } = await signIn('wang');
      const code = codeOf(secret, house.time.now);
      const whole = await house.accounts.signIn.bySecondFactor(token, code, here);
      expect(await whose(whole.token)).toBe('wang');
    });

    it('does not open without its key, which no other replaces; recovery codes do', async () => {
      later(house.time, 60);
      renameSync(house.key, `${house.key}.away`);
      const { token } = await signIn('wang');
      const opening = (code: string) => house.accounts.signIn.bySecondFactor(token, code, here);
      const missing = { code: 'second-factor-key', message: expect.stringContaining(house.key) };
      await expect(opening(codeOf(secret, house.time.now))).rejects.toMatchObject(missing);
      const { secret: another } = house.accounts.secondFactors.begin('zhao');
      const asker = { ...security, account: 'zhao' };
      const confirming = house.accounts.secondFactors.confirm(
        asker,
        another,
        codeOf(another, house.time.now),
      );
      await expect(confirming).rejects.toMatchObject(missing);
      expect(existsSync(house.key)).toBe(false);
      expect(await whose((await opening(recoveryCodes[1] as string)).token)).toBe('wang');
      renameSync(`${house.key}.away`, house.key);
    });

    it('must be set up by an administrator before anything else', async () => {
      const { token, awaits } = await signIn('security');
      expect(awaits).toBe('second-factor');
      expect(await whose(token)).toBeUndefined();
    });

    it('must be set up by whomever the rule of the house names, but for samples', async () => {
      const { factorRules } = house.accounts;
      expect((await signIn('zhao')).awaits).toBeUndefined();
      await house.told();
      await factorRules.set('staff', security);
      expect(await house.told()).toMatchObject([
        { deed: 'account.require-factor', account: 'security', about: { rule: 'staff' } },
      ]);
      const { token, awaits } = await signIn('zhao');
      expect(awaits).toBe('second-factor');
      expect(await whose(token)).toBeUndefined();
      expect((await house.accounts.signIn.asSample('guest', here)).awaits).toBeUndefined();
      const asker = (await house.accounts.sessions.find(token))?.asker as typeof security;
      const { secret: own } = house.accounts.secondFactors.begin('zhao');
      const code = codeOf(own, house.time.now);
      const set = await house.accounts.own.confirmSecondFactor(asker, { secret: own, code, token }, here);
      expect(await whose(set?.token ?? '')).toBe('zhao');
      const anew = { secret: own, code: codeOf(own, house.time.now), token: set?.token ?? '' };
      await expect(house.accounts.own.confirmSecondFactor(asker, anew, here)).rejects.toMatchObject({
        code: 'not-signed-in',
      });
      await house.database.write((writing) => house.accounts.secondFactors.remove(writing, 'zhao'));
      await factorRules.set('administrators', security);
    });

    it('is asked of everybody where nobody has set a rule, and of administrators in a demonstration', async () => {
      const { reading } = house.database;
      await reading.deleteFrom('setting').where('name', '=', 'second-factor').execute();
      expect(await house.accounts.factorRules.inForce()).toBe('everybody');
      const begun = (kind: string) => ({ name: 'programme', value: JSON.stringify({ kind }) });
      await reading.insertInto('setting').values(begun('own')).execute();
      expect(await house.accounts.factorRules.inForce()).toBe('everybody');
      await reading.updateTable('setting').set(begun('demonstration')).execute();
      expect(await house.accounts.factorRules.inForce()).toBe('administrators');
    });
  });

  describe('signing in elsewhere', () => {
    const issuer = 'https://id.example.org';
    const claims = { issuer, subject: 'sub-1', email: 'zhao@example.org', emailVerified: true };

    it('makes nobody an account; an administrator links it, and the subject is bound at the first time', async () => {
      const by = {
        account: 'security',
        name: '',
        role: 'security-admin',
        organisation: '',
        territory: '',
      } as const;
      await expect(house.accounts.signIn.byIdentity(claims, here)).rejects.toMatchObject({
        code: 'not-signed-in',
      });
      await house.accounts.administration.link('zhao', issuer, 'zhao@example.org', by);
      expect(await whose((await house.accounts.signIn.byIdentity(claims, here)).token)).toBe('zhao');
      const other = { ...claims, subject: 'sub-2' };
      await expect(house.accounts.signIn.byIdentity(other, here)).rejects.toMatchObject({
        code: 'not-signed-in',
      });
      expect(
        await whose((await house.accounts.signIn.byIdentity({ ...claims, email: undefined }, here)).token),
      ).toBe('zhao');
      await house.accounts.administration.link('zhao', issuer, undefined, by);
      await expect(house.accounts.signIn.byIdentity(claims, here)).rejects.toMatchObject({
        code: 'not-signed-in',
      });
    });
  });

  describe('the demonstration’s accounts', () => {
    it('are entered with one click, and no others are', async () => {
      expect(await whose((await house.accounts.signIn.asSample('guest', here)).token)).toBe('guest');
      await expect(house.accounts.signIn.asSample('wang', here)).rejects.toMatchObject({
        code: 'not-signed-in',
      });
    });
  });
});
