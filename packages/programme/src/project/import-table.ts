import { type Pack, words } from '@tidu/reference';
import { z } from 'zod';
import { creditCodeFault, creditCodeOf } from './credit-code.ts';
import { importColumns, type ImportColumn as Key } from './import-columns.ts';
import { type Project, project } from './project.ts';

type Cell = string | number | boolean | Date | null | undefined;

/** A cell that cannot be taken: where it stands, what it says, why not and what to do. */
export interface ImportFault {
  /** As a spreadsheet numbers it; the headings are row 1. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: { readonly zh: string; readonly en: string };
  readonly remedy: { readonly zh: string; readonly en: string };
}

/** Where the projects of a table go. */
export interface ImportPlace {
  readonly park: string;
  readonly parkOrganisation: string;
  readonly territory: string;
  readonly pack: Pack;
  readonly industries: readonly { readonly code: string }[];
  readonly partners: readonly { readonly id: string; readonly territory: string }[];
  readonly today: string;
}

/** Each is compared with all others before the next: more would keep everybody waiting. */
const mostRows = 1_000;

/**
 * A table of projects, its headings in the first row, as contents; or everything that is wrong with it.
 * @returns projects only where there is no fault
 */
export function projectsIn(
  rows: readonly (readonly Cell[])[],
  place: ImportPlace,
): { projects: Project[]; faults: ImportFault[] } {
  const [head = [], ...body] = rows;
  const columns = new Map<Key, number>();
  for (const { key, heading } of importColumns) {
    const at = head.findIndex((cell) => [textOf(heading.zh), heading.en].includes(textOf(cell)));
    if (at >= 0) columns.set(key, at);
  }
  const absent = importColumns.filter(({ key, needed }) => needed && !columns.has(key));
  const filled = body
    .map((cells, i) => ({ cells, row: i + 2 }))
    .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));
  const faults = absent.map(({ heading }) =>
    fault(
      1,
      heading.zh,
      '',
      words('没有这一列', 'the column is missing'),
      words('使用模板的列名', 'use the headings of the template'),
    ),
  );
  if (filled.length === 0)
    faults.push(
      fault(
        2,
        '',
        '',
        words('没有项目', 'there is no project'),
        words('每行填写一个项目', 'fill in a row for each project'),
      ),
    );
  if (filled.length > mostRows)
    faults.push(
      fault(
        mostRows + 2,
        '',
        '',
        words('行数过多', 'too many rows'),
        words(`分成每份不超过${mostRows}行的文件`, `split it into files of up to ${mostRows} rows`),
      ),
    );
  if (faults.length > 0) return { projects: [], faults };

  const reader = readerOf(place);
  const projects = filled.flatMap(({ cells, row }) => {
    const read = reader((key) => cells[columns.get(key) ?? -1]);
    if ('project' in read) return [read.project];
    for (const { key, reason, remedy } of read.wrong) {
      const value = textOf(cells[columns.get(key) ?? -1]);
      faults.push(fault(row, headingOf(key), value, reason, remedy));
    }
    return [];
  });
  return faults.length > 0 ? { projects: [], faults } : { projects, faults };
}

interface Wrong {
  readonly key: Key;
  readonly reason: { zh: string; en: string };
  readonly remedy: { zh: string; en: string };
}

function readerOf({ pack, partners, industries, today, park, parkOrganisation, territory }: ImportPlace) {
  const cities = new Map<string, string[]>();
  for (const { code, level, name, short } of pack.places) {
    if (!['province', 'prefecture', 'county'].includes(level)) continue;
    for (const key of new Set([code, name.zh, short?.zh ?? name.zh, name.en]))
      cities.set(key, [...(cities.get(key) ?? []), code]);
  }
  const partnerAt = new Map(partners.map((one) => [one.territory, one.id]));

  return (cell: (key: Key) => Cell): { project: Project } | { wrong: Wrong[] } => {
    const wrong: Wrong[] = [];
    const say = (key: Key, reason: Wrong['reason'], remedy: Wrong['remedy'] = hintOf(key)) =>
      void wrong.push({ key, reason, remedy });
    const text = (key: Key) => {
      const value = textOf(cell(key));
      if (value === '' && neededOf(key)) say(key, words('不能为空', 'it is empty'));
      if (value.length > 120) say(key, words('超过120个字符', 'it is longer than 120 characters'));
      return value;
    };
    const date = (key: Key, past: boolean) => {
      const value =
        cell(key) instanceof Date
          ? dayOf(cell(key) as Date)
          : text(key)
              .replace(/[./年月]/g, '-')
              .replace('日', '');
      const day = value.replace(/-(\d)(?!\d)/g, '-0$1');
      if (day === '') return undefined;
      if (!z.iso.date().safeParse(day).success) say(key, words('不是日期', 'it is no date'));
      else if (past && day > today) say(key, words('晚于今天', 'it is after today'));
      return day;
    };
    const number = (key: Key, whole: boolean, most: number) => {
      const value = text(key).replaceAll(',', '').replaceAll('，', '');
      const amount = Number(value);
      if (value === '') return 0;
      if (!Number.isFinite(amount) || (whole && !Number.isInteger(amount)))
        say(key, words('不是数字', 'it is no number'));
      else if (amount < 0 || amount > most)
        say(key, words(`应在0至${most}之间`, `it is not between 0 and ${most}`));
      return amount;
    };
    const city = (key: Key) => {
      const value = text(key);
      if (value === '') return undefined;
      const found = cities.get(value) ?? [];
      if (found.length === 0) say(key, words('没有这个城市', 'there is no such city'));
      if (found.length > 1)
        say(
          key,
          words('不止一个地方叫这个名字', 'more places than one bear this name'),
          words(`填写代码：${found.join('、')}`, `give the code: ${found.join(', ')}`),
        );
      return found[0];
    };
    const code = creditCodeOf(text('creditCode'));
    const against = code === '' ? undefined : creditCodeFault(code);
    if (against) say('creditCode', creditCodeReasons[against]);
    const industry = text('industry').replace(/^[A-T]/, '');
    if (industry && !(/^\d{2,4}$/.test(industry) && industries.some((one) => industry.startsWith(one.code))))
      say('industry', words('不是制造业行业代码', 'it is no manufacturing of GB/T 4754'));
    const chapters = text('chapters')
      .split(/[,，、;；\s]+/)
      .filter(Boolean)
      .map((one) => one.padStart(2, '0'));
    if (chapters.some((one) => !/^(0[1-9]|[1-9]\d)$/.test(one)) || chapters.length > 10)
      say('chapters', words('不是HS章', 'these are no HS chapters'));
    const partnerCity = city('partner');
    const partner = partnerCity && partnerAt.get(partnerCity);
    if (partnerCity && !partner)
      say(
        'partner',
        words('该城市没有东部伙伴账户', 'this city has no eastern partner here'),
        words('清空，或请系统管理员添加', 'leave it empty, or ask the system administrator to add it'),
      );
    const production = date('production', false);
    const content = {
      name: text('name'),
      company: text('company'),
      creditCode: code,
      park,
      parkOrganisation,
      territory,
      ...(partner && { partner }),
      origin: city('origin') ?? '',
      industry,
      chapters,
      found: date('found', true) ?? '',
      promised: {
        investment: number('investment', false, 1e9) * 10_000,
        jobs: number('jobs', true, 1e7),
        ...(production && { production }),
      },
    };
    return wrong.length > 0 ? { wrong } : { project: project.parse(content) };
  };
}

const creditCodeReasons = {
  length: words('不是18位', 'it does not have 18 characters'),
  character: words('含有不用于代码的字符', 'it has characters that codes do not have'),
  'check digit': words(
    '校验位不符，可能有一位写错',
    'its check digit does not agree: a character may be wrong',
  ),
};

const columnOf = (key: Key) =>
  importColumns.find((column) => column.key === key) as (typeof importColumns)[number];
const headingOf = (key: Key): string => columnOf(key).heading.zh;
const hintOf = (key: Key) => columnOf(key).hint;
const neededOf = (key: Key): boolean => columnOf(key).needed;

const fault = (
  row: number,
  column: string,
  value: string,
  reason: ImportFault['reason'],
  remedy: ImportFault['remedy'],
): ImportFault => ({ row, column, value, reason, remedy });

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
const textOf = (cell: Cell): string =>
  cell instanceof Date
    ? dayOf(cell)
    : String(cell ?? '')
        .normalize('NFKC')
        .trim();
