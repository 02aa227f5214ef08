import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { withDesk } from '../desk.store.ts';
import { exits, Refused } from '../errors.ts';
import { commandOn, print, printJson, say } from '../terminal.file.ts';

export function verifyCommand(): Command {
  return commandOn('verify', 'walk the way of a receipt again and compare', [
    'tidu figure region-shares --period 2024 --receipt > receipt.json',
    'tidu verify receipt.json',
  ])
    .argument('<receipt>', 'file written by tidu figure --receipt')
    .option('--json', 'the verdict as JSON')
    .action(async (file: string, { data, json }: { data?: string; json?: boolean }) => {
      const receipt = await read(file);
      const { same, differences } = await withDesk(data, say, (desk) => desk.verify(receipt));
      if (json) printJson({ same, differences });
      else if (same) print('the same: every value of the receipt came out again');
      else
        print(
          [
            'the receipt differs from what the statistics say:',
            ...differences.map((line) => `- ${line}`),
          ].join('\n'),
        );
      if (!same) process.exitCode = exits.differs;
    });
}

async function read(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new Refused(
      'receipt-not-understood',
      `${file} cannot be read as a receipt`,
      'give a file written by tidu figure --receipt',
    );
  }
}
