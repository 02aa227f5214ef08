import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { printPeriod } from '@tidu/reference';
import { amountsOf, streamOf } from '@tidu/trade';
import { type Command, Option } from 'commander';
import { periodOr, withDesk } from '../desk.store.ts';
import { type BriefAnswer, type Desk, yearToDateAt } from '../desk.ts';
import { Refused } from '../errors.ts';
import { leftOvers } from '../left-over.ts';
import type { Language } from '../names.ts';
import { pairsOf } from '../pair.ts';
import { writeWhole } from '../part-file.file.ts';
import { rowsBar } from '../progress.file.ts';
import type { WrittenQuery } from '../query-request.ts';
import { tableOf } from '../table.ts';
import { type FileFormat, fileFormats } from '../table-file.file.ts';
import { commandOn, list, pairs, say } from '../terminal.file.ts';
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
  readonly across?: string;
  readonly format: 'table' | 'json' | FileFormat;
  readonly out?: string;
}

export function queryCommand(): Command {
  return commandOn('query', 'ask the statistics: a measure by dimensions', [
    'tidu query --by month,region --period 2024',
    'tidu query --by prefecture --where province=510000 --from 2024-01 --to 2024-06',
    'tidu query --by province --processing --period 2023 --format csv --out processing.csv',
    'tidu query --by province,month --across month --format xlsx --out provinces.xlsx',
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
        .choices(['table', 'json', ...fileFormats])
        .default('table'),
    )
    .option('--across <dimension>', 'one of --by laid out as columns, e.g. month (csv, xlsx, parquet)')
    .option('--out <file>', 'write to this file')
    .action(async (options: Options) => {
      const { format } = options;
      if ((format === 'parquet' || format === 'xlsx') && !options.out) {
        throw new Refused('not-understood', `${format} is not for a terminal`, 'add --out FILE');
      }
      const asFile = fileFormats.find((one) => one === format);
      if (options.across && !asFile) {
        throw new Refused(
          'not-understood',
          '--across is for files',
          `add --format ${fileFormats.join(', ')}`,
        );
      }
      await withDesk(options.data, say, async (desk) => {
        const question = await questionOf(desk, options);
        if (asFile) return takeFile(desk, question, asFile, options);
        const answer = await desk.answer(question);
        remark(answer);
        const text =
          format === 'json'
            ? `${JSON.stringify(travelling(answer), null, 2)}\n`
            : await printed(answer, desk, options.lang);
        await give(Readable.from([text]), options.out);
      });
    });
}

async function questionOf(desk: Desk, options: Options): Promise<WrittenQuery> {
  const where = Object.entries(pairsOf(options.where)).map(([name, values]) => [name, list(values)]);
  return {
    measure: options.measure,
    by: options.by,
    where: { ...Object.fromEntries(where), ...(options.processing ? { processing: ['true'] } : {}) },
    period: await periodOr(desk, periodOf(options), yearToDateAt),
    flow: options.flow,
    currency: options.currency,
    edition: options.edition,
    boundaries: options.boundaries,
    asKnownAt: options.asKnownAt === undefined ? undefined : Number(options.asKnownAt),
  };
}

/** Any number of rows, to a file that is there when it is whole. */
async function takeFile(
  desk: Desk,
  question: WrittenQuery,
  format: FileFormat,
  { lang, across, out }: Options,
): Promise<void> {
  const { rows, bytes, written, ...rest } = await desk.file(question, { format, language: lang, across });
  remarkOn(rest.missingMonths, rest.synthetic);
  const progress = out === undefined ? undefined : rowsBar(out, rows, written);
  try {
    await give(bytes, out);
  } finally {
    progress?.end();
  }
  say(`${rows.toLocaleString('en')} rows${out === undefined ? '' : ` written to ${out}`}`);
}

async function printed(answer: BriefAnswer, { pack }: Desk, language: Language): Promise<string> {
  const { columns, batches } = tableOf(streamOf(answer), pack, language);
  const lines = [columns.map(({ heading }) => heading)];
  for await (const { size, columns: cells } of batches) {
    for (let i = 0; i < size; i++) lines.push(cells.map((column) => String(column[i] ?? '—')));
  }
  return `${columnsOfText(lines, [columns.length - 1])}\n`;
}

async function give(bytes: AsyncIterable<Uint8Array | string>, out: string | undefined): Promise<void> {
  if (out === undefined) await pipeline(bytes, process.stdout, { end: false });
  else await writeWhole(bytes, out);
}

function periodOf({ period, from, to }: Options): string | undefined {
  if (period && (from || to)) {
    throw new Refused('not-understood', 'there are two periods', 'give --period, or --from and --to');
  }
  if (!from && !to) return period;
  if (!from) throw new Refused('not-understood', '--to has no beginning', 'add --from');
  return to ? `${from}..${to}` : from;
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
  remarkOn(
    missingMonths,
    loads.some((load) => load.synthetic),
  );
}

function remarkOn(missingMonths: readonly string[], synthetic: boolean): void {
  if (missingMonths.length > 0) say(`not loaded: ${missingMonths.join(', ')}`);
  if (synthetic) say('合成 SYNTHETIC: the answer rests on made-up statistics');
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
