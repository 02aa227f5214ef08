import { printPeriod } from '@tidu/reference';
import type { Command } from 'commander';
import { withDesk } from '../desk.store.ts';
import { commandOn, print, printJson, say } from '../terminal.file.ts';
import { columnsOfText } from '../text-table.ts';

export function loadsCommand(): Command {
  return commandOn('loads', 'list the files taken in', ['tidu loads', 'tidu loads --json'])
    .option('--json', 'as JSON')
    .action(async ({ data, json }: { data?: string; json?: boolean }) => {
      const loads = await withDesk(data, say, (desk) => desk.loads());
      if (json) return printJson(loads);
      const rows = loads.map(({ id, at, file, format, period, rows, synthetic }) => [
        String(id),
        at.slice(0, 16),
        printPeriod(period),
        String(rows.loaded),
        String(rows.quarantined),
        format,
        synthetic ? `${file} (合成 synthetic)` : file,
      ]);
      print(
        columnsOfText(
          [['load', 'at', 'period', 'loaded', 'quarantined', 'format', 'file'], ...rows],
          [0, 3, 4],
        ),
      );
    });
}
