import { catalogue } from '@tidu/indicators';
import { Command } from 'commander';
import { print, printJson } from '../terminal.file.ts';

export function figuresCommand(): Command {
  return new Command('figures')
    .description('list the figures that can be asked for, with formulas and parameters')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExamples:\n  tidu figures\n  tidu figures --json')
    .action(({ json }: { json?: boolean }) => {
      if (json) {
        printJson(
          catalogue.map(({ name, unit, formula, parameters }) => ({ name, unit, formula, parameters })),
        );
        return;
      }
      print(
        catalogue
          .map(({ name, unit, formula, parameters }) =>
            [
              `${name} (${unit})`,
              `  ${formula.text}`,
              ...Object.entries(parameters).map(([key, { describe, default: usual, values }]) => {
                const choice = values ? `: ${values.join(', ')}` : '';
                return `  ${key}: ${describe}${choice}${usual ? ` (${usual})` : ''}`;
              }),
            ].join('\n'),
          )
          .join('\n\n'),
      );
    });
}
