import { describe, expect, it } from 'vitest';
import { passwordFaults } from './password.ts';
import { mustBeGood } from './password-refused.ts';
import { isPublished } from './published-passwords.file.ts';

const owner = { name: '王晓梅', login: 'wang', organisation: { zh: '示例省商务厅', en: 'Shili' } };

describe('the published list of the commonest passwords', () => {
  it.each(['unbelievable', 'contortionist', 'Mailcreated5240', 'mAURolarastefy', 'ghjcnjghjcnj'])(
    'has what no rule would find, in whatever capitals: %s',
    async (password) => {
      expect(passwordFaults(password, owner)).toEqual([]);
      expect(await isPublished(password)).toBe(true);
      await expect(mustBeGood(password, owner)).rejects.toMatchObject({
        code: 'password-refused',
        reasons: [{ zh: '在公开的常用密码名单上' }],
      });
    },
  );

  it('has its first and its last, and no part of a line', async () => {
    expect(await isPublished('123456')).toBe(true);
    expect(await isPublished('vjht008')).toBe(true);
    expect(await isPublished('nbelievabl')).toBe(false);
  });

  it('has nothing against a sentence of one’s own', async () => {
    for (const own of ['correct horse battery staple', '春江潮水连海平海上明月共潮生', '48201957360271']) {
      await expect(mustBeGood(own, owner)).resolves.toBeUndefined();
    }
  });
});
