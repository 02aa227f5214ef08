import type { Reason } from '../ground/workflow.ts';
import { type Owner, type PasswordFault, passwordFaults } from './password.ts';
import { isPublished } from './published-passwords.file.ts';

/** A password that is not taken, and why. */
class PasswordRefused extends Error {
  readonly code = 'password-refused';
  readonly remedy = 'take a sentence that nobody would guess, of twelve characters and more';
  readonly reasons: readonly Reason[];
  constructor(reasons: readonly Reason[]) {
    super(`the password is not taken: ${reasons.map(({ en }) => en).join('; ')}`);
    this.name = 'PasswordRefused';
    this.reasons = reasons;
  }
}

/** @throws PasswordRefused */
export async function mustBeGood(password: string, owner: Owner): Promise<void> {
  const faults: (PasswordFault | 'published')[] = passwordFaults(password, owner);
  if (faults.length === 0 && (await isPublished(password))) faults.push('published');
  if (faults.length > 0) throw new PasswordRefused(faults.map((fault) => said[fault]));
}

const said: Readonly<Record<PasswordFault | 'published', Reason>> = {
  'too-short': { zh: '不足12个字符', en: 'it has fewer than 12 characters' },
  'too-long': { zh: '超过128个字符', en: 'it has more than 128 characters' },
  common: { zh: '由常见词语、键盘序列或日期组成', en: 'it is made of what everybody tries first' },
  published: {
    zh: '在公开的常用密码名单上',
    en: 'it stands on the published list of the commonest passwords',
  },
  'about-its-owner': {
    zh: '由本人姓名、登录名或单位名称组成',
    en: 'it is made of the name or the organisation of its owner',
  },
};
