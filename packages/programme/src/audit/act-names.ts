import type { Names } from '@tidu/reference';
import type { Kind } from '../ground/kind.ts';

const words = (zh: string, en: string): Names => ({ zh, en });

/** What is done to a record beside the acts of its lifecycle: what precedes them, and what follows from others. */
const besideTheLifecycle: Readonly<Record<string, Names>> = {
  create: words('新建', 'create'),
  edit: words('修改', 'edit'),
  contact: words('记入往来', 'contact noted'),
  obligation: words('义务变动', 'obligations changed'),
  prepare: words('载入评审办法', 'take the rules over'),
  freeze: words('固定专家库与申报', 'fix experts and applications'),
  replace: words('接替回避专家', 'replace who stepped back'),
  rank: words('计算名次', 'rank'),
  fill: words('列入名单', 'enter the names'),
  receive: words('登记', 'register'),
  open: words('载入园区信息', 'take over what is known of the park'),
};

/**
 * What an act on a record of a kind is called; nothing where no such act is known.
 * @example actName({ workflow: { acts: {} } }, 'edit')?.zh // '修改'
 */
export function actName({ workflow }: Pick<Kind, 'workflow'>, act: string): Names | undefined {
  const acts = workflow.acts as Readonly<Record<string, { readonly name: Names }>>;
  if (Object.hasOwn(acts, act)) return acts[act]?.name;
  return Object.hasOwn(besideTheLifecycle, act) ? besideTheLifecycle[act] : undefined;
}
