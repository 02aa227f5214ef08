import { basename, resolve } from 'node:path';
import { type Currency, type Pack, parsePeriod } from '@tidu/reference';
import { CustomsFileError, type ImportOptions, type LoadSummary } from '@tidu/trade';
import { type Command, Option } from 'commander';
import { customsFilesIn, eachInside } from '../customs-files.file.ts';
import { withDesk } from '../desk.store.ts';
import type { Desk } from '../desk.ts';
import { exits, explain, Refused } from '../errors.ts';
import { progressBar } from '../progress.file.ts';
import { commandOn, print, printJson, say } from '../terminal.file.ts';

interface Options {
  readonly data?: string;
  readonly period?: string;
  readonly flow?: 'export' | 'import';
  readonly currency?: Currency;
  readonly place?: string;
  readonly synthetic?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

interface RefusedFile {
  readonly file: string;
  readonly status: 'refused';
  readonly code: string;
  readonly says: string;
  readonly remedy?: string;
}

export function importCommand(): Command {
  return commandOn('import', 'take customs files in: each wholly or not at all', [
    'tidu import 2024-12.csv',
    'tidu import downloads/ --dry-run',
    'tidu import 出口.csv --flow export --period 2024-01..2024-06',
  ])
    .argument('<file...>', 'customs files, ZIP archives, or folders of them')
    .option('--dry-run', 'say what would happen and change nothing')
    .option('--period <period>', 'what the files are about, where they do not say: 2024 or 2024-03')
    .addOption(new Option('--flow <flow>', 'where the files do not say').choices(['export', 'import']))
    .addOption(new Option('--currency <currency>', 'refuse files in another').choices(['CNY', 'USD']))
    .option('--place <place>', 'which place a table by trade mode is about: a code or a name')
    .option('--synthetic', 'the files are made up; every figure that rests on them says so')
    .option('--json', 'what became of each file, as JSON')
    .action(async (given: string[], options: Options) => {
      const files = customsFilesIn(given);
      if (files.length === 0) {
        throw new Refused(
          'unreadable',
          `there is no customs file in ${given.join(', ')}`,
          'give files that end in csv, xls, xlsx or zip',
        );
      }
      const outcomes = await withDesk(options.data, say, (desk) => takeAll(desk, files, options));
      if (options.json) {
        printJson(outcomes.map((outcome) => ('rows' in outcome ? account(outcome) : outcome)));
      }
      const refused = outcomes.filter((outcome) => outcome.status === 'refused');
      if (files.length > 1 && !options.json) {
        const taken = `${files.length - refused.length} of ${files.length} files`;
        const already = outcomes.filter(wasIn).length;
        const before = already > 0 ? `; ${already} of ${files.length} were in already` : '';
        print(options.dryRun ? `${taken} would be taken; nothing was changed` : `${taken} taken${before}`);
      }
      if (refused.length > 0) process.exitCode = exits.refused;
      else if (outcomes.some((outcome) => 'rows' in outcome && outcome.rows.quarantined > 0)) {
        process.exitCode = exits.quarantined;
      }
    });
}

/** Every file is tried: one that is refused keeps none of the others out. */
async function takeAll(
  desk: Desk,
  files: readonly string[],
  { period, flow, currency, place, synthetic, dryRun, json }: Options,
): Promise<(LoadSummary | RefusedFile)[]> {
  const options: ImportOptions = {
    ...(period && { period: parsePeriod(period) }),
    ...(flow && { flow }),
    ...(currency && { currency }),
    ...(place && { place: placeNamed(place, desk.pack) }),
    ...(synthetic && { synthetic }),
    ...(dryRun && { dryRun }),
  };
  const outcomes: (LoadSummary | RefusedFile)[] = [];
  const refuse = (file: string, error: unknown) => {
    const refusal = refusalOf(file, error);
    outcomes.push(refusal);
    say(refusal.says);
  };
  const take = async (file: string, named: string) => {
    const bar = progressBar(named);
    try {
      const summary = await desk.take(resolve(file), { ...options, progress: bar.at });
      bar.end();
      outcomes.push(summary);
      if (!json) tell(summary);
    } catch (error) {
      bar.end();
      refuse(named, error);
    }
  };
  for (const file of files) {
    const passedOver = (name: string) => say(`${file}: ${name} is no customs file and was passed over`);
    await eachInside(file, take, passedOver).catch((error) => refuse(file, error));
  }
  return outcomes;
}

function placeNamed(written: string, pack: Pack): string {
  const wanted = written.toLowerCase();
  const found = pack.places.find(
    ({ code, name, short }) =>
      code === written ||
      [name.zh, name.en, short?.zh, short?.en].some((one) => one?.toLowerCase() === wanted),
  );
  if (found) return found.code;
  throw new Refused(
    'not-understood',
    `"${written}" is no place that the pack knows`,
    'write a code such as 310000, or a name such as 上海 or Shanghai',
  );
}

function refusalOf(file: string, error: unknown): RefusedFile {
  const { code, sentence, remedy } = explain(error);
  if (code === 'fault' && !(error instanceof CustomsFileError)) throw error;
  const named = sentence.includes(basename(file)) ? sentence : `${file}: ${sentence}`;
  const says = remedy && !named.includes(remedy) ? `${named}; ${remedy}` : named;
  return { file, status: 'refused', code, says, ...(remedy ? { remedy } : {}) };
}

function tell({ file, says, quarantine, rows }: LoadSummary): void {
  print(says.includes(file) ? says : `${file}: ${says}`);
  for (const { line, column, value, reason } of quarantine.slice(0, 10)) {
    print(`  line ${line}, ${column}: "${value}": ${reason}`);
  }
  const more = rows.quarantined - Math.min(quarantine.length, 10);
  if (more > 0) print(`  and ${more} more in quarantine`);
}

/** The very same file was taken in before: an import that broke off goes on where it stopped. */
const wasIn = (outcome: LoadSummary | RefusedFile): boolean =>
  outcome.status === 'unchanged' && outcome.load !== undefined;

/** A summary as scripts read it: rows of the file, and the figures that they superseded. */
const account = (summary: LoadSummary) => ({
  ...summary,
  alreadyIn: wasIn(summary),
  rows: { ...summary.rows, superseded: summary.facts.superseded },
});
