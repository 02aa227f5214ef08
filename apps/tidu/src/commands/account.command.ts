import { type Programme, type Role, roles } from '@tidu/programme';
import { Command, Option } from 'commander';
import { Refused } from '../errors.ts';
import { commandOn, print, say } from '../terminal.file.ts';
import { columnsOfText } from '../text-table.ts';
import { operator, withProgramme } from './opened-programme.store.ts';

/** Accounts from the machine itself: how the first three come about, and how one gets in again. */
export function accountCommand(): Command {
  return new Command('account')
    .description('accounts of the programme: made, invited, disabled, reset')
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(inviteCommand())
    .addCommand(resetCommand())
    .addCommand(disableCommand('disable'))
    .addCommand(disableCommand('enable'));
}

interface Given {
  data?: string;
  login: string;
  name: string;
  email: string;
  role: Role;
  organisation?: string;
}

function createCommand(): Command {
  return commandOn('create', 'make an account, and print the link by which its person sets a password', [
    'tidu account create --login zhang.min --name 张敏 --role security-admin --email zhang@example.cn',
    'tidu account create --login li.na --name 李娜 --role province --organisation org-province-140000',
  ])
    .requiredOption('--login <name>', 'what the person signs in with')
    .requiredOption('--name <name>', 'what the person is called')
    .addOption(
      new Option('--role <role>', 'what the person is')
        .choices(roles.filter((role) => role !== 'public'))
        .makeOptionMandatory(),
    )
    .option(
      '--email <address>',
      'where notices go; the same address cannot hold two accounts of administrators',
      '',
    )
    .option('--organisation <id>', 'for whom the person works; of the three administrators org-system')
    .action(async ({ data, organisation, ...given }: Given) => {
      await withProgramme(data, async (programme) => {
        const of = organisation ?? (await organisationOf(programme, given.role));
        const { id, invitation } = await programme.accounts.administration.create(
          { ...given, organisation: of },
          operator,
        );
        tellLink(id, invitation);
      });
    });
}

function listCommand(): Command {
  return commandOn('list', 'the accounts there are', ['tidu account list']).action(
    async ({ data }: { data?: string }) => {
      await withProgramme(data, async ({ accounts }) => {
        const rows = (await accounts.administration.list()).map((one) => [
          one.id,
          one.login,
          one.role,
          one.organisation,
          one.disabled ? 'disabled' : one.hasPassword ? 'in force' : one.sample ? 'sample' : 'invited',
          one.hasSecondFactor ? 'second factor' : '',
        ]);
        print(
          columnsOfText([['id', 'login', 'role', 'organisation', 'state', ''], ...rows], [0, 1, 2, 3, 4, 5]),
        );
      });
    },
  );
}

function inviteCommand(): Command {
  return onOne(
    'invite',
    'print a new link to set a password with; the password that there is holds until then',
  ).action(async (account: string, { data }: { data?: string }) => {
    await withProgramme(data, async (programme) => {
      const id = await idOf(programme, account);
      tellLink(id, await programme.accounts.administration.invite(id, operator));
    });
  });
}

function resetCommand(): Command {
  return onOne('reset', 'take the password away, end all sessions, and print a link to set another')
    .option('--second-factor', 'take the second factor away too: only when you have seen who the person is')
    .action(
      async (account: string, { data, secondFactor = false }: { data?: string; secondFactor?: boolean }) => {
        await withProgramme(data, async (programme) => {
          const id = await idOf(programme, account);
          tellLink(id, await programme.accounts.administration.reset(id, { secondFactor }, operator));
        });
      },
    );
}

function disableCommand(act: 'disable' | 'enable'): Command {
  const says =
    act === 'disable'
      ? 'nobody signs in with it any longer; its sessions end'
      : 'let its person sign in again';
  return onOne(act, says).action(async (account: string, { data }: { data?: string }) => {
    await withProgramme(data, async (programme) => {
      const id = await idOf(programme, account);
      await programme.accounts.administration.disable(id, act === 'disable', operator);
      say(`${id} is ${act}d`);
    });
  });
}

const onOne = (name: string, says: string): Command =>
  commandOn(name, says, [`tidu account ${name} li.na`]).argument(
    '<account>',
    'its id, or what its person signs in with',
  );

/** @throws Refused where there is no such account */
async function idOf({ accounts }: Programme, account: string): Promise<string> {
  const found = (await accounts.administration.list()).find(
    ({ id, login }) => id === account || login.toLowerCase() === account.toLowerCase(),
  );
  if (found) return found.id;
  throw new Refused('account-unknown', `there is no account ${account}`, 'see tidu account list');
}

/** The house of the three administrators is made when the first of them is. */
async function organisationOf({ accounts }: Programme, role: Role): Promise<string> {
  if (!role.endsWith('-admin')) {
    throw new Refused(
      'not-understood',
      `who has the role ${role} works for an organisation`,
      'name it with --organisation; the system administrator makes organisations at /admin/organisations',
    );
  }
  const there = (await accounts.organisations.list()).some(({ id }) => id === operator.organisation);
  const name = { zh: '系统管理', en: 'System administration' };
  if (!there) {
    await accounts.organisations.create(
      { id: operator.organisation, kind: 'system', name, territory: '100000' },
      operator,
    );
  }
  return operator.organisation;
}

function tellLink(id: string, invitation: string): void {
  const origin = process.env.TIDU_ORIGIN ?? `http://127.0.0.1:${process.env.PORT ?? 4600}`;
  print(new URL(`/invitation#${invitation}`, origin).href);
  say(`${id}: this link opens once within 72 hours; give it to the person by a way that you trust`);
}
