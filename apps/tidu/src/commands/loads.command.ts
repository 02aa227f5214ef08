import { printPeriod } from '@tidu/reference';
import { Command } from 'commander';
import { withDesk } from '../desk.store.ts';
import { Refused } from '../errors.ts';
import { commandOn, print, printJson, say } from '../terminal.file.ts';
import { columnsOfText } from '../text-table.ts';

export function loadsCommand(): Command {
  return commandOn('loads', 'list the files taken in, or take one back', [
    'tidu loads',
    'tidu loads --json',
    'tidu loads withdraw 12 --reason "the wrong month"',
  ])
    .option('--json', 'as JSON')
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

function withdrawCommand(): Command {
  return new Command('withdraw')
    .description('take a load back; what stood before it stands again')
    .argument('<load>', 'its number in `tidu loads`')
    .requiredOption('--reason <text>', 'why; it is kept with the load')
    .action(async (load: string, { reason }: { reason: string }, command: Command) => {
      if (!/^\d{1,9}$/.test(load)) {
        throw new Refused('not-understood', `"${load}" is no number of a load`, 'tidu loads lists them');
      }
      const { data } = command.optsWithGlobals<{ data?: string }>();
      const done = await withDesk(data, say, (desk) => desk.withdraw(Number(load), reason));
      print(
        `load ${done.withdraws} is withdrawn by load ${done.load}: ${done.takenBack} figures taken back, of which ${done.restored} have an earlier one again`,
      );
    });
}
