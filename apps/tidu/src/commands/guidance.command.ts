import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { withDesk } from '../desk.store.ts';
import { Refused } from '../errors.ts';
import { pairsOf } from '../pair.ts';
import { commandOn, pairs, print, printJson, say } from '../terminal.file.ts';

interface Options {
  readonly data?: string;
  readonly with: readonly string[];
  readonly request?: string;
  readonly receipt?: boolean;
}

export function guidanceCommand(): Command {
  return commandOn('guidance', 'what should go where, why, and was it right', [
    'tidu guidance',
    'tidu guidance leaving --with group=clothing',
    'tidu guidance plan --request scenario.json',
    'tidu guidance leaving --receipt > receipt.json',
  ])
    .argument('[name]', 'which guidance; all are listed where none is named')
    .option('--with <name=value>', 'a part of the request; repeatable', pairs, [])
    .option('--request <file>', 'the whole request as JSON')
    .option('--receipt', 'the receipt as JSON, for tidu verify')
    .action(async (name: string | undefined, options: Options) => {
      if (name === undefined) {
        const { guidanceCatalogue } = await import('@tidu/guidance');
        print(
          guidanceCatalogue
            .map((one) => `${one.name}\n  ${one.method.text}\n  ${one.method.source}`)
            .join('\n\n'),
        );
        return;
      }
      const request = options.request ? await read(options.request) : pairsOf(options.with);
      await withDesk(options.data, say, async (desk) => {
        const { result, receipt } = await desk.guidance(name, request);
        printJson(options.receipt ? receipt : result);
      });
    });
}

async function read(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new Refused('not-understood', `${file} cannot be read as a request`, 'give a file of JSON');
  }
}
