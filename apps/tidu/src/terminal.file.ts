import { Command } from 'commander';

/** What a person hears while a command works: on stderr, so that the answer can be piped. */
export const say = (line: string): void => void process.stderr.write(`tidu: ${line}\n`);
export const print = (text: string): void =>
  void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** A command on a data folder, with its examples. */
export const commandOn = (name: string, describe: string, examples: readonly string[]): Command =>
  new Command(name)
    .description(describe)
    .option('--data <folder>', 'data folder (TIDU_DATA; .tidu beside the program)')
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}`);

export const list = (text: string): string[] => text.split(',').filter(Boolean);

/** `k=v` options, repeatable. */
export const pairs = (text: string, before: readonly string[] = []): string[] => [...before, text];
