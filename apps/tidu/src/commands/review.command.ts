import { differencesOf, draw, readPool, sha256 } from '@tidu/programme';
import { Command } from 'commander';
import { exits } from '../errors.ts';
import { readJson } from '../json-file.file.ts';
import { print, printJson } from '../terminal.file.ts';

const aDraw = 'the file of a draw, from /api/panels/…/draw or the page of the review';

/** Needs no data folder: whoever has the file of a draw runs it again on their own machine. */
export function reviewCommand(): Command {
  return new Command('review')
    .description('run the draw of a panel of experts again')
    .addHelpText(
      'after',
      '\nExamples:\n  tidu review verify draw.json\n  tidu review draw --seed "…" --pool draw.json',
    )
    .addCommand(
      new Command('draw')
        .description('draw a panel from a pool by a seed, as docs/methods/expert-draw.md says')
        .requiredOption('--seed <text>', 'the seed')
        .requiredOption('--pool <file>', 'experts, applications, conflicts and seats as JSON')
        .action(async ({ seed, pool }: { seed: string; pool: string }) =>
          printJson(draw(readPool(await readJson(pool, aDraw)), seed, sha256)),
        ),
    )
    .addCommand(
      new Command('verify')
        .description('run a draw again and compare: seed, pool, order, members, assignments')
        .argument('<draw>', aDraw)
        .option('--json', 'the verdict as JSON')
        .action(async (file: string, { json }: { json?: boolean }) => {
          const differences = differencesOf(await readJson(file, aDraw), sha256);
          if (json) printJson({ same: differences.length === 0, differences });
          else if (differences.length === 0) print('the same: the draw came out again');
          else print(['the draw differs:', ...differences.map((line) => `- ${line}`)].join('\n'));
          if (differences.length > 0) process.exitCode = exits.differs;
        }),
    );
}
