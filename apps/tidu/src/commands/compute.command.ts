import { readFileSync } from 'node:fs';
import { catalogue, compute } from '@tidu/regional/compute';
import { Command } from 'commander';
import { Refused } from '../errors.ts';
import { methodInput } from '../method-input.ts';
import { print, printJson } from '../terminal.file.ts';

interface Options {
  readonly list?: boolean;
  readonly json?: boolean;
}

export function computeCommand(): Command {
  return new Command('compute')
    .description('a method of regional economics on numbers of your own; needs no statistics')
    .argument('[method]', 'its name; --list shows them')
    .argument('[input]', 'a JSON or CSV file; - reads JSON from standard input')
    .option('--list', 'list the methods by family, with the fields of their inputs')
    .option('--json', 'the list as JSON; answers always are')
    .addHelpText(
      'after',
      [
        '',
        'A CSV has either one column per field (values,weights or region.t0,region.t1,…) or is a table of',
        'regions × industries with labels at the head of rows and columns. Missing numbers come and go as null.',
        '',
        'Examples:',
        '  tidu compute --list',
        '  tidu compute location-quotient regions-by-industries.csv',
        '  echo \'{"values": [10, 10, 10, 20, 50]}\' | tidu compute gini -',
      ].join('\n'),
    )
    .action(async (method: string | undefined, file: string | undefined, { list, json }: Options) => {
      if (list) {
        if (json) printJson(methods());
        else print(listed());
        return;
      }
      if (method === undefined || file === undefined) {
        throw new Refused(
          'bad-input',
          'a method and its input are needed',
          'see tidu compute --list, or tidu compute --help',
        );
      }
      const fields = Object.keys(methods().find(({ name }) => name === method)?.input ?? {});
      const plain = fields.map((field) => field.replace('?', ''));
      print(JSON.stringify(await compute(method, methodInput(read(file), file, plain))));
    });
}

const methods = () =>
  Object.entries(catalogue).flatMap(([family, members]) =>
    members.map(({ name, says, input }) => ({ family, name, says, input })),
  );

const listed = (): string =>
  Object.entries(catalogue)
    .map(([family, members]) =>
      [
        family,
        ...members.map(({ name, says, input }) => `  ${name}: ${says}\n${fieldsOf(input).join('\n')}`),
      ].join('\n'),
    )
    .join('\n\n');

const fieldsOf = (input: Readonly<Record<string, string>>): string[] =>
  Object.entries(input).map(([field, says]) =>
    field.startsWith('?') ? `      ${field.slice(1)} (may be left out): ${says}` : `      ${field}: ${says}`,
  );

function read(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new Refused(
      'unreadable',
      `${file} cannot be read`,
      'give a JSON or CSV file, or - for standard input',
    );
  }
}
