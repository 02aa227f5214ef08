import { words } from '@tidu/reference';

/** The columns of the template, in its order. */
export const importColumns = [
  {
    key: 'name',
    heading: words('项目名称', 'project'),
    needed: true,
    hint: words('示例：精密连接器生产项目', 'a name of up to 120 characters'),
  },
  {
    key: 'company',
    heading: words('投资方', 'company'),
    needed: true,
    hint: words('营业执照上的全称', 'as on its licence'),
  },
  {
    key: 'creditCode',
    heading: words('统一社会信用代码', 'credit code'),
    needed: false,
    hint: words('18位，GB 32100；不详可空', '18 characters, GB 32100; empty where it is not known'),
  },
  {
    key: 'origin',
    heading: words('来源地', 'origin'),
    needed: true,
    hint: words('城市名或六位代码：深圳市 或 440300', 'city or six digits: 深圳市 or 440300'),
  },
  {
    key: 'industry',
    heading: words('行业代码', 'industry'),
    needed: true,
    hint: words('GB/T 4754 的2至4位：39 或 3982', 'two to four digits of GB/T 4754'),
  },
  {
    key: 'chapters',
    heading: words('HS章', 'HS chapters'),
    needed: false,
    hint: words('两位，多个以逗号分开：85,90', 'two digits each, separated by commas'),
  },
  {
    key: 'found',
    heading: words('首次对接日期', 'known since'),
    needed: true,
    hint: words('2024-03-05', '2024-03-05'),
  },
  {
    key: 'investment',
    heading: words('计划投资（万元）', 'investment (10 000 yuan)'),
    needed: true,
    hint: words('数字', 'a number'),
  },
  {
    key: 'jobs',
    heading: words('计划用工（人）', 'jobs'),
    needed: true,
    hint: words('整数', 'a whole number'),
  },
  {
    key: 'production',
    heading: words('计划投产日期', 'production planned'),
    needed: false,
    hint: words('2025-06-30', '2025-06-30'),
  },
  {
    key: 'partner',
    heading: words('共建方', 'partner'),
    needed: false,
    hint: words('东部伙伴所在城市；没有可空', 'the city of the eastern partner; empty for none'),
  },
] as const;
export type ImportColumn = (typeof importColumns)[number]['key'];
