import type { Flow } from '@tidu/reference';
import type { Command } from 'commander';
import { periodOr, withDesk } from '../desk.store.ts';
import { yearToDateAt } from '../desk.ts';
import { figureWords } from '../figure-words.ts';
import { pairsOf } from '../pair.ts';
import { commandOn, pairs, print, printJson, say } from '../terminal.file.ts';

interface Options {
  readonly data?: string;
  readonly period?: string;
  readonly flow: string;
  readonly processing?: boolean;
  readonly level?: string;
  readonly kind?: string;
  readonly commodity?: string;
  readonly with: readonly string[];
  readonly asKnownAt?: string;
  readonly json?: boolean;
  readonly receipt?: boolean;
}

export function figureCommand(): Command {
  return commandOn('figure', 'compute a figure, with what it covers and how it came about', [
    'tidu figure region-shares --period 2024',
    'tidu figure park-cities-share --period 2024-01..2024-07',
    'tidu figure place-growth --period 2024 --level region --kind year-to-date --json',
    'tidu figure region-shares --period 2024 --receipt > receipt.json',
  ])
    .argument('<name>', 'which figure; `tidu figures` lists them')
    .option('--period <period>', '2024, 2024-03 or 2024-01..2024-06 (the latest year to date)')
    .option('--flow <flow>', 'export, import or total', 'total')
    .option('--processing', 'of processing trade alone')
    .option('--level <level>', 'region, province or prefecture')
    .option('--kind <kind>', 'kind of growth')
    .option('--commodity <code>', 'goods, by two or four digits')
    .option('--with <name=value>', 'another parameter of the figure; repeatable', pairs, [])
    .option('--as-known-at <load>', 'as known after this load')
    .option('--json', 'the figure as JSON')
    .option('--receipt', 'the receipt as JSON, for tidu verify')
    .action(async (name: string, options: Options) => {
      await withDesk(options.data, say, async (desk) => {
        const { level, kind, commodity } = options;
        const named = Object.entries({ level, kind, commodity }).filter(
          (pair): pair is [string, string] => pair[1] !== undefined,
        );
        const { figure, receipt } = await desk.figure({
          figure: name,
          period: await periodOr(desk, options.period, yearToDateAt),
          flow: options.flow as Flow,
          ...(options.processing ? { processing: true } : {}),
          ...(options.asKnownAt ? { asKnownAt: Number(options.asKnownAt) } : {}),
          parameters: { ...Object.fromEntries(named), ...pairsOf(options.with) },
        });
        if (options.receipt) printJson(receipt);
        else if (options.json) printJson(figure);
        else print(figureWords(figure, receipt.request.processing ?? false, desk.pack));
      });
    });
}
