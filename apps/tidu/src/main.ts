import { Command, CommanderError } from 'commander';
import { doctorCommand } from './commands/doctor.command.ts';
import { figureCommand } from './commands/figure.command.ts';
import { figuresCommand } from './commands/figures.command.ts';
import { importCommand } from './commands/import.command.ts';
import { loadsCommand } from './commands/loads.command.ts';
import { packCommand } from './commands/pack.command.ts';
import { queryCommand } from './commands/query.command.ts';
import { serveCommand } from './commands/serve.command.ts';
import { synthCommand } from './commands/synth.command.ts';
import { verifyCommand } from './commands/verify.command.ts';
import { exits, explain } from './errors.ts';
import { version } from './program.ts';
import { say } from './terminal.file.ts';

const program = new Command('tidu')
  .description('Customs files become facts, facts become figures with their receipts')
  .version(version)
  .exitOverride();

const commands = [
  serveCommand,
  importCommand,
  queryCommand,
  figureCommand,
  figuresCommand,
  verifyCommand,
  loadsCommand,
  doctorCommand,
  packCommand,
  synthCommand,
];
for (const make of commands) program.addCommand(withExits(make()));

/** A reader that has seen enough (`| head`) ends the program without a word. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : exits.fault);
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exits.fine : exits.usage;
  else complain(error);
}

/** Commander ends the process itself otherwise, with 1 where a wrong call is 2. */
function withExits(command: Command): Command {
  for (const inner of command.commands) withExits(inner);
  return command.exitOverride().showHelpAfterError(`(see tidu ${command.name()} --help)`);
}

function complain(error: unknown): void {
  const { sentence, remedy, exit } = explain(error);
  say(remedy && !sentence.includes(remedy) ? `${sentence}; ${remedy}` : sentence);
  if (process.env.TIDU_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
  process.exitCode = exit;
}
