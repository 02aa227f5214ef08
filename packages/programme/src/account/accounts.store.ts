import type { Database, Writing } from '../ground/database.store.ts';
import { Administration } from './administration.store.ts';
import type { Role } from './asker.ts';
import { FactorRules } from './factor-rule.store.ts';
import { Invitations } from './invitations.store.ts';
import { Organisations } from './organisations.store.ts';
import { OwnAccounts } from './own-account.store.ts';
import { passwordHash } from './password.store.ts';
import type { Seal } from './seal.file.ts';
import { SecondFactors } from './second-factors.store.ts';
import { Sessions } from './sessions.store.ts';
import { SignIn } from './sign-in.store.ts';
import { Tries } from './tries.store.ts';

export { addOrganisation } from './organisations.store.ts';

export interface Account {
  readonly id: string;
  /** What one signs in with. */
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly sample: boolean;
}

/** Everything about people: how they come in, what is theirs, and who looks after them. */
export interface Accounts {
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly secondFactors: SecondFactors;
  readonly factorRules: FactorRules;
  readonly own: OwnAccounts;
  readonly invitations: Invitations;
  readonly administration: Administration;
  readonly organisations: Organisations;
  /** The accounts of the demonstration, by which everybody may look around. */
  samples(): Promise<Account[]>;
}

export function accountsIn(
  database: Database,
  seal: Seal,
  now: () => Date,
  isPlace: (code: string) => boolean,
): Accounts {
  const sessions = new Sessions(database, now);
  const secondFactors = new SecondFactors(database, seal, now);
  const factorRules = new FactorRules(database, now);
  const tries = new Tries(database, now);
  const invitations = new Invitations(database, sessions, now);
  return {
    signIn: new SignIn(database, { sessions, secondFactors, factorRules, tries }, now),
    sessions,
    secondFactors,
    factorRules,
    own: new OwnAccounts(database, { sessions, secondFactors, tries }, now),
    invitations,
    administration: new Administration(database, { sessions, secondFactors, invitations }, now),
    organisations: new Organisations(database, now, isPlace),
    samples: () =>
      database.reading
        .selectFrom('account')
        .select(['id', 'login', 'name', 'role', 'organisation', 'sample'])
        .where('sample', '=', true)
        .where('disabled', '=', false)
        .orderBy('id')
        .execute(),
  };
}

export async function addAccount(
  writing: Writing,
  at: Date,
  { password, ...account }: Account & { readonly password?: string },
): Promise<void> {
  const kept = password === undefined ? null : await passwordHash(password);
  await writing
    .insertInto('account')
    .values({ ...account, password: kept, made_at: at })
    .execute();
}
