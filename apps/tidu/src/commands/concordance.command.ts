import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { relations, targetsBy } from '@tidu/reference';
import { readConcordance } from '@tidu/trade';
import { Command } from 'commander';
import { Concordances } from '../concordances.store.ts';
import { Refused } from '../errors.ts';
import { dataFolder, packRoot } from '../house.store.ts';
import { commandOn, print, printJson, say } from '../terminal.file.ts';
import { columnsOfText } from '../text-table.ts';

interface Folder {
  readonly data?: string;
}

const inFolder = ({ data }: Folder): Concordances => new Concordances(join(dataFolder(data), 'concordances'));

/** Works on files of their own beside the statistics, so that no server is in the way. */
export function concordanceCommand(): Command {
  return commandOn('concordance', 'tables between editions of the HS and other classifications', [
    'tidu concordance add HS2022toHS2017ConversionAndCorrelationTables.xlsx',
    'tidu concordance list',
    'tidu concordance show 854231 --from HS2017 --to HS2022',
  ])
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(showCommand());
}

function addCommand(): Command {
  return new Command('add')
    .description('take a table in: a correlation of the UN Statistics Division or a concordance of WITS')
    .argument('<file>', 'a workbook or CSV with a column of codes for each of two classifications')
    .action(async (file: string, _: object, command: Command) => {
      const { from, to, links, otherwise } = await inFolder(command.optsWithGlobals<Folder>()).add(file);
      print(`${from}–${to}: ${links.length} links`);
      if (otherwise.length > 0) {
        say(
          `beside ${otherwise.length} codes (${otherwise.slice(0, 5).join(', ')}) another relation is printed than the links make; the table may be incomplete`,
        );
      }
    });
}

function listCommand(): Command {
  return new Command('list')
    .description('the tables at hand')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }, command: Command) => {
      const tables = inFolder(command.optsWithGlobals<Folder>())
        .list()
        .map(({ links, ...table }) => ({ ...table, links: links.length }));
      if (json) return printJson(tables);
      const rows = tables.map(({ from, to, links, file, at }) => [
        from,
        to,
        String(links),
        at.slice(0, 10),
        file,
      ]);
      print(columnsOfText([['from', 'to', 'links', 'added', 'file'], ...rows], [2]));
    });
}

function showCommand(): Command {
  return new Command('show')
    .description('what a code is in another edition or classification')
    .argument('<code>', 'of two, four or six digits')
    .requiredOption('--from <edition>', 'e.g. HS2017')
    .requiredOption('--to <edition>', 'e.g. HS2022, BEC4')
    .action(async (code: string, { from, to }: { from: string; to: string }, command: Command) => {
      const found =
        inFolder(command.optsWithGlobals<Folder>()).between(from, to) ?? (await ofThePack(from, to));
      if (found === undefined) {
        throw new Refused(
          'no-concordance',
          `no table between ${from} and ${to} is at hand`,
          'tidu concordance add FILE takes one in; tidu concordance list names those at hand',
        );
      }
      const targets = targetsBy(found)(code).toSorted();
      if (targets.length === 0) {
        throw new Refused('not-found', `${from} has no code ${code} in this table`, 'check the code');
      }
      const relation = relations(found).get(code);
      print([...(relation ? [`${code} ${relation}`] : []), ...targets].join('\n'));
    });
}

/** What the pack carries: not editions of the HS, but what goods are used for. */
async function ofThePack(from: string, to: string) {
  const folder = join(packRoot, 'concordances');
  if (!existsSync(folder)) return undefined;
  const name = readdirSync(folder).find((file) => file === `${from}-${to}.csv`);
  return name === undefined ? undefined : readConcordance(join(folder, name));
}
