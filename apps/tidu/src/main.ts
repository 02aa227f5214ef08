import { Command } from 'commander';
import { serveCommand } from './commands/serve.command.ts';
import { explain } from './errors.ts';
import { version } from './program.ts';

const program = new Command('tidu')
  .description('Customs files become facts, facts become figures with their receipts')
  .version(version)
  .addCommand(serveCommand());

try {
  await program.parseAsync();
} catch (error) {
  const { sentence, remedy, exit } = explain(error);
  process.stderr.write(`tidu: ${sentence}${remedy ? `; ${remedy}` : ''}\n`);
  if (process.env.TIDU_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
  process.exitCode = exit;
}
