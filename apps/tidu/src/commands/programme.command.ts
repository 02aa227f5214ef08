import { Command } from 'commander';
import { Refused } from '../errors.ts';
import { openHouse } from '../house.store.ts';
import { refuseWhileServed } from './opened-programme.store.ts';

const say = (line: string): void => void process.stderr.write(`tidu: ${line}\n`);

export function programmeCommand(): Command {
  const programme = new Command('programme').description('the parks programme: begin it, see how it stands');
  programme
    .command('init')
    .description('begin the programme: with the demonstration, or empty')
    .option('--empty', 'no sample activity: organisations and accounts are your own')
    .option('--data <folder>', 'data folder (TIDU_DATA; .tidu beside the program)')
    .addHelpText(
      'after',
      '\nExamples:\n  tidu programme init --empty\n  tidu programme init --data /srv/tidu',
    )
    .action(async ({ empty = false, data }: { empty?: boolean; data?: string }) => {
      refuseWhileServed(data);
      const begin = empty ? 'own' : 'demonstration';
      const house = await openHouse({ data, say, begin });
      try {
        const before = await house.programme.begun();
        if (before) {
          throw new Refused(
            'programme-begun',
            `the programme of ${house.folder} has begun already (${before})`,
            'set TIDU_DATA to another folder, or DATABASE_URL to another database; what has begun is never thrown away by a command',
          );
        }
        const { beginning } = await house.programme();
        process.stdout.write(
          beginning === 'own'
            ? 'the programme begins empty; make the three administrators: tidu account create\n'
            : 'the demonstration programme is made; tidu serve, then sign in at /sign-in\n',
        );
      } finally {
        await house.close();
      }
    });
  programme
    .command('status')
    .description('what the programme holds, and whether its audit trail is whole')
    .option('--data <folder>', 'data folder (TIDU_DATA; .tidu beside the program)')
    .action(async ({ data }: { data?: string }) => {
      refuseWhileServed(data);
      const house = await openHouse({ data, say });
      try {
        const { records, database, beginning, kinds } = await house.programme();
        process.stdout.write(`begun: ${beginning}; store: ${database.kind}\n`);
        for (const { kind } of kinds) {
          const counts = await records.counts({ kind: kind.name });
          const states = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
          if (states.length > 0) process.stdout.write(`${kind.name}: ${states.join(', ')}\n`);
        }
      } finally {
        await house.close();
      }
    });
  return programme;
}
