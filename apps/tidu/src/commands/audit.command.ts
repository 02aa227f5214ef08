import { readFileSync, writeFileSync } from 'node:fs';
import { type AuditEntry, auditLines, type Checkpoint } from '@tidu/programme';
import { Command } from 'commander';
import { checkpointOf, tellExport, verdictOf } from '../audit.store.ts';
import { checkpoint as checkpointShape } from '../audit.ts';
import { exits, Refused } from '../errors.ts';
import { houseKey } from '../house-key.file.ts';
import { commandOn, print, printJson, say } from '../terminal.file.ts';
import { operator, withProgramme } from './opened-programme.store.ts';

/** The audit trail from the machine itself. */
export function auditCommand(): Command {
  return new Command('audit')
    .description('the audit trail: verified, taken away, signed')
    .addCommand(verifyCommand())
    .addCommand(exportCommand())
    .addCommand(checkpointCommand());
}

const why: Readonly<Record<string, string>> = {
  missing: 'the line is missing',
  changed: 'the line was changed',
  unchained: 'the line does not follow the one before',
  'cut-off': 'the trail ends before the checkpoint',
  rewritten: 'the trail was written anew: the line is another than when the checkpoint was taken',
  'not-signed-here': 'the checkpoint was not signed by the key of this house',
};

function verifyCommand(): Command {
  return commandOn('verify', 'walk the whole chain, and name the first line that was tampered with', [
    'tidu audit verify',
    'tidu audit verify --against checkpoint-2026-03.json',
  ])
    .option('--against <file>', 'a checkpoint that was taken earlier and kept elsewhere')
    .option('--json', 'the verdict as JSON')
    .action(async ({ data, against: file, json }: { data?: string; against?: string; json?: boolean }) => {
      const against = file === undefined ? undefined : checkpointIn(file);
      await withProgramme(data, async (programme, { folder }) => {
        const key = houseKey(folder).publicKey;
        const verdict = await verdictOf(programme, { against, key, asker: operator });
        if (json) printJson(verdict);
        else if (verdict.fault) print(`line ${verdict.fault.seq}: ${why[verdict.fault.why]}`);
        else print(`${verdict.lines} lines, none tampered with; head ${verdict.head}`);
        if (verdict.fault) process.exitCode = exits.unsound;
      });
    });
}

function exportCommand(): Command {
  return commandOn('export', 'every line as JSON, in their order: whoever has them can walk the chain', [
    'tidu audit export --out audit.jsonl',
    'tidu audit export --from 2026-03-01 --to 2026-03-31',
  ])
    .option('--from <day>', 'YYYY-MM-DD')
    .option('--to <day>', 'YYYY-MM-DD')
    .option('--out <file>', 'otherwise to the terminal')
    .action(async ({ data, out, ...days }: { data?: string; out?: string; from?: string; to?: string }) => {
      await withProgramme(data, async (programme) => {
        await tellExport(programme, operator, { format: 'jsonl', ...days });
        if (out) writeFileSync(out, '');
        let count = 0;
        for (let after = 0; ; ) {
          const lines: AuditEntry[] = await auditLines(programme.database.reading, { ...days, after });
          if (lines.length === 0) break;
          const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
          if (out) writeFileSync(out, text, { flag: 'a' });
          else process.stdout.write(text);
          count += lines.length;
          after = lines.at(-1)?.seq ?? after;
        }
        say(`${count} lines${out ? ` written to ${out}` : ''}`);
      });
    });
}

function checkpointCommand(): Command {
  return commandOn(
    'checkpoint',
    'how far the trail has come, signed by the key of this house; keep it elsewhere',
    ['tidu audit checkpoint > checkpoint-2026-03.json'],
  ).action(async ({ data }: { data?: string }) => {
    await withProgramme(data, async (programme, { folder }) => {
      printJson(await checkpointOf(programme, houseKey(folder), operator));
    });
  });
}

function checkpointIn(file: string): Checkpoint {
  try {
    return checkpointShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Refused(
      'not-understood',
      `${file} is no checkpoint`,
      'give a file that tidu audit checkpoint has written',
    );
  }
}
