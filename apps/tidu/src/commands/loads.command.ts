import { faultReason, faultRemedy, printPeriod } from '@tidu/reference';
import { Command, Option } from 'commander';
import { withDesk } from '../desk.store.ts';
import { errorBook, sheetsOfErrorBook } from '../error-book.ts';
import { Refused } from '../errors.ts';
import { writeWhole } from '../part-file.file.ts';
import { commandOn, print, printJson, say } from '../terminal.file.ts';
import { columnsOfText } from '../text-table.ts';
import { workbook } from '../workbook.file.ts';

export function loadsCommand(): Command {
  return commandOn('loads', 'list the files taken in, see what was refused in one, or take one back', [
    'tidu loads',
    'tidu loads --json',
    'tidu loads quarantine 12 --out errors.xlsx',
    'tidu loads withdraw 12 --reason "the wrong month"',
  ])
    .option('--json', 'as JSON')
    .addCommand(quarantineCommand())
    .addCommand(withdrawCommand())
    .action(async ({ data, json }: { data?: string; json?: boolean }) => {
      const loads = await withDesk(data, say, (desk) => desk.loads());
      if (json) return printJson(loads);
      const rows = loads.map(({ id, at, file, format, period, rows, synthetic, withdraws, reason }) => [
        String(id),
        at.slice(0, 16),
        printPeriod(period),
        String(rows.loaded),
        String(rows.quarantined),
        format,
        withdraws === undefined
          ? synthetic
            ? `${file} (合成 synthetic)`
            : file
          : `load ${withdraws}: ${reason}`,
      ]);
      print(
        columnsOfText(
          [['load', 'at', 'period', 'loaded', 'quarantined', 'format', 'file'], ...rows],
          [0, 3, 4],
        ),
      );
    });
}

function quarantineCommand(): Command {
  return new Command('quarantine')
    .description('the cells of a load that were not understood, with what to do')
    .argument('<load>', 'its number in `tidu loads`')
    .option('--out <file>', 'an error workbook: errors.xlsx')
    .option('--json', 'as JSON')
    .addOption(new Option('--lang <language>', 'of the headings').choices(['zh', 'en']).default('zh'))
    .action(async (load: string, { out, json, lang }: QuarantineOptions, command: Command) => {
      const { data } = command.optsWithGlobals<{ data?: string }>();
      const faults = await withDesk(data, say, async (desk) => {
        const id = numberOfLoad(load);
        if (!(await desk.loads()).some((one) => one.id === id)) {
          throw new Refused('no-such-load', `there is no load ${load}`, 'tidu loads lists them');
        }
        return desk.quarantine(id);
      });
      if (json) return printJson(faults);
      if (out !== undefined) {
        await writeWhole(workbook(errorBook(faults, lang), sheetsOfErrorBook[lang]), out);
        return say(`${faults.length} cells in ${out}`);
      }
      const rows = faults.map(({ cell, column, value, reason }) => [
        cell,
        column,
        value.slice(0, 40),
        `${faultReason(lang, reason)}; ${faultRemedy(lang, reason)}`,
      ]);
      print(columnsOfText([['cell', 'column', 'value', 'reason; what to do'], ...rows]));
    });
}

interface QuarantineOptions {
  readonly out?: string;
  readonly json?: boolean;
  readonly lang: 'zh' | 'en';
}

function numberOfLoad(load: string): number {
  if (/^\d{1,9}$/.test(load)) return Number(load);
  throw new Refused('not-understood', `"${load}" is no number of a load`, 'tidu loads lists them');
}

function withdrawCommand(): Command {
  return new Command('withdraw')
    .description('take a load back; what stood before it stands again')
    .argument('<load>', 'its number in `tidu loads`')
    .requiredOption('--reason <text>', 'why; it is kept with the load')
    .action(async (load: string, { reason }: { reason: string }, command: Command) => {
      const { data } = command.optsWithGlobals<{ data?: string }>();
      const done = await withDesk(data, say, (desk) => desk.withdraw(numberOfLoad(load), reason));
      print(
        `load ${done.withdraws} is withdrawn by load ${done.load}: ${done.takenBack} figures taken back, of which ${done.restored} have an earlier one again`,
      );
    });
}
