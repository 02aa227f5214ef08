import { writeFileSync } from 'node:fs';
import { printPeriod } from '@tidu/reference';
import { type Command, Option } from 'commander';
import { amountsOf, answerTable } from '../answer-table.ts';
import { csvText } from '../csv.ts';
import { periodOr, withDesk } from '../desk.store.ts';
import { type BriefAnswer, yearToDateAt } from '../desk.ts';
import { Refused } from '../errors.ts';
import { leftOvers } from '../left-over.ts';
import { pairsOf } from '../pair.ts';
import { writeParquet } from '../parquet.duckdb.ts';
import { commandOn, list, pairs, print, say } from '../terminal.file.ts';
import { columnsOfText } from '../text-table.ts';

interface Options {
  readonly data?: string;
  readonly measure: string;
  readonly by: readonly string[];
  readonly where: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly period?: string;
  readonly flow: string;
  readonly processing?: boolean;
  readonly currency?: string;
  readonly asKnownAt?: string;
  readonly edition?: string;
  readonly boundaries?: string;
  readonly lang: 'zh' | 'en';
  readonly format: 'table' | 'csv' | 'json' | 'parquet';
  readonly out?: string;
}

export function queryCommand(): Command {
  return commandOn('query', 'ask the statistics: a measure by dimensions', [
    'tidu query --by month,region --period 2024',
    'tidu query --by prefecture --where province=510000 --from 2024-01 --to 2024-06',
    'tidu query --by province --processing --period 2023 --format csv --out processing.csv',
    'tidu query --by month,province --format parquet --out trade.parquet',
  ])
    .option(
      '--measure <measure>',
      'value, value-as-printed, value-ytd, printed-growth, quantity, quantity2, unit-value',
      'value',
    )
    .option('--by <dimensions>', 'month, region, province, prefecture, chapter, partner, mode …', list, [])
    .option('--where <dimension=values>', 'keep these values only; repeatable', pairs, [])
    .option('--period <period>', '2024, 2024-03 or 2024-01..2024-06 (the latest year to date)')
    .option('--from <month>', 'first month or year, instead of --period')
    .option('--to <month>', 'last month or year')
    .option('--flow <flow>', 'export, import or total', 'total')
    .option('--processing', 'processing trade alone')
    .option('--currency <currency>', 'CNY, USD, or both side by side')
    .option('--as-known-at <load>', 'as known after this load')
    .option('--edition <edition>', 'goods in the codes of this edition: HS2017, HS2022 … (tidu concordance)')
    .option('--boundaries <month>', 'prefectures in the boundaries of this month, e.g. 2019-01')
    .addOption(new Option('--lang <language>', 'of names and headings').choices(['zh', 'en']).default('en'))
    .addOption(
      new Option('--format <format>', 'how to write the answer')
        .choices(['table', 'csv', 'json', 'parquet'])
        .default('table'),
    )
    .option('--out <file>', 'write to this file')
    .action(async (options: Options) => {
      if (options.format === 'parquet' && !options.out) {
        throw new Refused('not-understood', 'parquet is not for a terminal', 'add --out FILE');
      }
      await withDesk(options.data, say, async (desk) => {
        const where = Object.entries(pairsOf(options.where)).map(([name, values]) => [name, list(values)]);
        const answer = await desk.answer({
          measure: options.measure,
          by: options.by,
          where: { ...Object.fromEntries(where), ...(options.processing ? { processing: ['true'] } : {}) },
          period: await periodOr(desk, periodOf(options), yearToDateAt),
          flow: options.flow,
          currency: options.currency,
          asKnownAt: options.asKnownAt === undefined ? undefined : Number(options.asKnownAt),
          edition: options.edition,
          boundaries: options.boundaries,
        });
        remark(answer);
        const table = answerTable(answer, desk.pack, options.lang);
        if (options.format === 'parquet') await writeParquet(answer, options.out ?? '');
        else if (options.format === 'csv') give(csvText(table.columns, table.rows), options.out);
        else if (options.format === 'json')
          give(`${JSON.stringify(travelling(answer), null, 2)}\n`, options.out);
        else {
          const rows = table.rows.map((row) => row.map((cell) => (cell === null ? '—' : String(cell))));
          give(`${columnsOfText([table.columns, ...rows], [table.columns.length - 1])}\n`, options.out);
        }
      });
    });
}

function periodOf({ period, from, to }: Options): string | undefined {
  if (period && (from || to)) {
    throw new Refused('not-understood', 'there are two periods', 'give --period, or --from and --to');
  }
  if (!from && !to) return period;
  if (!from) throw new Refused('not-understood', '--to has no beginning', 'add --from');
  return to ? `${from}..${to}` : from;
}

function give(text: string, out: string | undefined): void {
  if (out === undefined) print(text);
  else writeFileSync(out, text);
}

function remark(answer: BriefAnswer): void {
  const { unit, missingMonths, loads } = answer;
  for (const { label, left } of leftOvers(answer, 'en')) {
    const { value, share, codes, first } = left;
    const largest = first.slice(0, 5).map(({ code }) => code);
    say(`${label}: ${value} ${unit} (${percent(share)}) of ${codes} codes, first ${largest.join(', ')}`);
  }
  if (answer.reckoned) say(reckonedAs[answer.reckoned]);
  if (answer.currencies) {
    const { onlyCny, onlyUsd } = answer.currencies;
    if (onlyCny + onlyUsd > 0) say(`in one currency alone: ${onlyCny} rows in yuan, ${onlyUsd} in dollars`);
  }
  if (missingMonths.length > 0) say(`not loaded: ${missingMonths.join(', ')}`);
  if (loads.some((load) => load.synthetic)) say('合成 SYNTHETIC: the answer rests on made-up statistics');
}

const reckonedAs = {
  'sum-of-months': 'no year to date is printed: the months are added up',
  'difference-of-years-to-date': 'reckoned as the difference of years to date',
} as const;

const percent = (share: number | null): string => (share === null ? '—' : `${(share * 100).toFixed(2)} %`);

const travelling = ({
  query,
  unit,
  rows,
  missingMonths,
  loads,
  notConcorded,
  unattributed,
  currencies,
  reckoned,
}: BriefAnswer) => ({
  columns: [...query.by, ...amountsOf({ query })],
  unit,
  period: printPeriod(query.period),
  flow: query.flow,
  measure: query.measure,
  rows,
  missingMonths,
  ...(query.edition && { edition: query.edition }),
  ...(notConcorded && { notConcorded }),
  ...(query.boundaries && { boundaries: query.boundaries }),
  ...(unattributed && { unattributed }),
  ...(currencies && { currencies }),
  ...(reckoned && { reckoned }),
  loads: loads.map(({ id, file, at, synthetic }) => ({ id, file, at, synthetic })),
});
