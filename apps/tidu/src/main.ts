import { Command, CommanderError } from 'commander';
import { exits, explain } from './errors.ts';
import { version } from './program.ts';
import { say } from './terminal.file.ts';

const program = new Command('tidu')
  .description('Customs files become facts, facts become figures with their receipts')
  .version(version)
  .exitOverride();

/** Loaded when asked for: the server's libraries take longer to read than most questions to answer. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.command.ts')).serveCommand(),
  import: async () => (await import('./commands/import.command.ts')).importCommand(),
  query: async () => (await import('./commands/query.command.ts')).queryCommand(),
  figure: async () => (await import('./commands/figure.command.ts')).figureCommand(),
  figures: async () => (await import('./commands/figures.command.ts')).figuresCommand(),
  guidance: async () => (await import('./commands/guidance.command.ts')).guidanceCommand(),
  compute: async () => (await import('./commands/compute.command.ts')).computeCommand(),
  verify: async () => (await import('./commands/verify.command.ts')).verifyCommand(),
  loads: async () => (await import('./commands/loads.command.ts')).loadsCommand(),
  concordance: async () => (await import('./commands/concordance.command.ts')).concordanceCommand(),
  protect: async () => (await import('./commands/protect.command.ts')).protectCommand(),
  quality: async () => (await import('./commands/quality.command.ts')).qualityCommand(),
  doctor: async () => (await import('./commands/doctor.command.ts')).doctorCommand(),
  cluster: async () => (await import('./commands/cluster.command.ts')).clusterCommand(),
  account: async () => (await import('./commands/account.command.ts')).accountCommand(),
  audit: async () => (await import('./commands/audit.command.ts')).auditCommand(),
  programme: async () => (await import('./commands/programme.command.ts')).programmeCommand(),
  review: async () => (await import('./commands/review.command.ts')).reviewCommand(),
  list: async () => (await import('./commands/list.command.ts')).listCommand(),
  policy: async () => (await import('./commands/policy.command.ts')).policyCommand(),
  pack: async () => (await import('./commands/pack.command.ts')).packCommand(),
  synth: async () => (await import('./commands/synth.command.ts')).synthCommand(),
};
const asked = process.argv[2] ?? '';
for (const [name, make] of Object.entries(commands)) {
  if (name === asked || !Object.hasOwn(commands, asked)) program.addCommand(withExits(await make()));
}

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
