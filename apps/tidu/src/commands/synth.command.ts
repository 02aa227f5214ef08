import { readPack } from '@tidu/reference/pack';
import { writeNation } from '@tidu/synthetic';
import { Command } from 'commander';
import { Refused } from '../errors.ts';
import { packRoot } from '../house.store.ts';
import { progressBar } from '../progress.file.ts';
import { print } from '../terminal.file.ts';

interface Options {
  readonly out: string;
  readonly seed: string;
  readonly rows: string;
  readonly years: string;
  readonly firms?: string;
  readonly declarations?: boolean;
}

export function synthCommand(): Command {
  return new Command('synth')
    .description('make up (合成) customs files of a nation whose truth is known, for training and tests')
    .requiredOption('--out <folder>', 'where to write the files')
    .option('--seed <number>', 'the same seed makes the same files', '1')
    .option('--rows <number>', 'rows in all files together', '400000')
    .option('--years <range>', 'first and last year', '2020..2024')
    .option('--firms <number>', 'how many firms trade; 24 to a city when not given')
    .option('--declarations', 'declarations that name firms, in place of exports of the query site')
    .addHelpText(
      'after',
      '\nExamples:\n  tidu synth --out made-up --seed 7\n  tidu synth --out big --rows 5000000 --years 2015..2024',
    )
    .action(async ({ out, seed, rows, years, firms, declarations }: Options) => {
      const bar = progressBar('合成');
      const nation = await writeNation({
        out,
        pack: readPack(packRoot),
        seed: whole('seed', seed),
        rows: whole('number of rows', rows),
        years: range(years),
        ...(firms === undefined ? {} : { firms: whole('number of firms', firms) }),
        ...(declarations ? { declarations } : {}),
        progress: (done) => bar.at({ bytes: done.rows, of: done.ofRows }),
      }).finally(() => bar.end());
      print(
        [
          `合成 SYNTHETIC: everything in these files is made up, and figures that rest on them say so.`,
          `${nation.rows} rows:`,
          ...nation.files.map((file) => `  ${file}`),
          `what is to be found in them: ${nation.truthFile}`,
        ].join('\n'),
      );
    });
}

function whole(what: string, text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw new Refused('not-understood', `"${text}" is not a ${what}`, 'write a whole number');
}

function range(text: string): [number, number] {
  const [first, last] = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(text)?.slice(1) ?? [];
  if (first) return [Number(first), Number(last ?? first)];
  throw new Refused('not-understood', `"${text}" is not a range of years`, 'write 2020..2024');
}
