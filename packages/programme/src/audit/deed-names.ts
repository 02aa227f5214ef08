import { type Names, words } from '@tidu/reference';
import type { Kind } from '../ground/kind.ts';
import { actName } from './act-names.ts';

/** What is done that is no act on a record. */
const ofTheHouse: Readonly<Record<string, Names>> = {
  'session.open': words('登录', 'signed in'),
  'session.refuse': words('登录未成功', 'was refused a sign-in'),
  'session.close': words('退出登录', 'signed out'),
  'session.end': words('结束了自己的其他会话', 'ended sessions of their own'),
  'account.create': words('新建账户', 'made the account'),
  'account.change': words('更改账户', 'changed the account'),
  'account.invite': words('发出账户邀请', 'made an invitation for the account'),
  'account.reset': words('重置账户密码', 'reset the password of the account'),
  'account.disable': words('停用账户', 'disabled the account'),
  'account.enable': words('启用账户', 'enabled the account'),
  'account.end-sessions': words('结束账户的全部会话', 'ended all sessions of the account'),
  'account.link': words('将账户关联到统一身份', 'linked the account to a provider'),
  'account.unlink': words('取消账户的统一身份关联', 'unlinked the account from a provider'),
  'account.password': words('设置了密码', 'set a password'),
  'account.second-factor': words('启用第二因子', 'set up a second factor'),
  'account.require-factor': words('设定须启用第二因子的人员', 'set of whom a second factor is asked'),
  'organisation.create': words('新建单位', 'made the organisation'),
  'organisation.change': words('更改单位', 'changed the organisation'),
  'organisation.disable': words('停用单位', 'disabled the organisation'),
  'organisation.enable': words('启用单位', 'enabled the organisation'),
  'audit.verify': words('校验审计日志', 'verified the audit trail'),
  'audit.checkpoint': words('签发审计检查点', 'took a checkpoint of the audit trail'),
  'audit.export': words('导出审计日志', 'exported the audit trail'),
};

/**
 * What a deed of the trail is called: of a record, its act and its kind.
 * @example deedName('session.open', []).zh // '登录'
 */
export function deedName(deed: string, kinds: readonly Pick<Kind, 'name' | 'names' | 'workflow'>[]): Names {
  const known = Object.hasOwn(ofTheHouse, deed) ? ofTheHouse[deed] : undefined;
  if (known) return known;
  const dot = deed.indexOf('.');
  const act = deed.slice(dot + 1);
  const kind = kinds.find(({ name }) => name === deed.slice(0, Math.max(dot, 0)));
  if (!kind) return words(deed, deed);
  const done = actName(kind, act);
  return done ? words(`${done.zh}${kind.names.zh}`, `${done.en} ${kind.names.en}`) : words(deed, deed);
}
