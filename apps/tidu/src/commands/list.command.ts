import { readFile } from 'node:fs/promises';
import { verifyList } from '@tidu/programme';
import { Command } from 'commander';
import { exits, Refused } from '../errors.ts';
import { signedBy } from '../house-key.file.ts';
import { readJson } from '../json-file.file.ts';
import { print, printJson } from '../terminal.file.ts';

/** Needs no data folder: whoever has the signed list verifies it on their own machine. */
export function listCommand(): Command {
  return new Command('list')
    .description('verify a signed list of recognised parks')
    .addHelpText('after', '\nExamples:\n  tidu list verify list.json --key house-key.pub.pem')
    .addCommand(
      new Command('verify')
        .description('whether a list is as it was signed, and by whom')
        .argument('<list>', 'the signed list as JSON, from /api/lists/…/signed or the page of the list')
        .option('--key <file>', 'the public key by which the issuer is known (PEM)')
        .option('--json', 'the verdict as JSON')
        .action(async (file: string, { key, json }: { key?: string; json?: boolean }) => {
          const asked = 'the signed list as JSON';
          const verdict = verifyList(await readJson(file, asked), signedBy, key && (await readKey(key)));
          if (json) printJson(verdict);
          else if (verdict.genuine) print(genuine(verdict, key !== undefined));
          else print(`not genuine: ${verdict.why}`);
          if (!verdict.genuine) process.exitCode = exits.differs;
        }),
    );
}

const genuine = (
  { id, sample, publicKey }: { id: string; sample: boolean; publicKey: string },
  known: boolean,
) =>
  [
    `genuine: ${id} is as it was signed${sample ? '; it is a sample of a demonstration (示例)' : ''}`,
    ...(known
      ? []
      : [
          `the key is the one in the file itself: compare it with the issuer's, or give --key\n${publicKey.trim()}`,
        ]),
  ].join('\n');

async function readKey(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Refused('file-not-understood', `${file} cannot be read`, 'give the public key as a PEM file');
  }
}
