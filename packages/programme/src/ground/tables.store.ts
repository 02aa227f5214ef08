import type { ColumnType, Generated } from 'kysely';
import type { Role } from '../account/asker.ts';
import type { BenefitTables } from '../benefit/tables.store.ts';
import type { WorkTables } from '../work/tables.store.ts';

type Moment = ColumnType<Date, Date | string, Date | string>;
/** Written as JSON text, read as what it says. */
type Json = ColumnType<unknown, string, string>;

interface RecordTable {
  id: string;
  kind: string;
  state: string;
  version: number;
  title_zh: string;
  title_en: string;
  territory: string;
  organisations: string[];
  people: string[];
  parent: string | null;
  published: boolean;
  /** YYYY-MM-DD */
  due: string | null;
  words: string[];
  content: Json;
  sample: boolean;
  made_at: Moment;
  changed_at: Moment;
}

interface RecordVersionTable {
  record: string;
  version: number;
  state: string;
  act: string;
  content: Json;
  given: Json;
  account: string;
  by: string;
  at: Moment;
}

interface AuditTable {
  seq: number;
  at: string;
  account: string;
  name: string;
  role: string;
  deed: string;
  record: string | null;
  about: Json;
  previous: string;
  hash: string;
}

interface OrganisationTable {
  id: string;
  kind: string;
  name_zh: string;
  name_en: string;
  territory: string;
  sample: Generated<boolean>;
  disabled: Generated<boolean>;
}

interface AccountTable {
  id: string;
  /** What one signs in with. */
  login: string;
  name: string;
  role: Role;
  organisation: string;
  email: Generated<string>;
  password: string | null;
  sample: Generated<boolean>;
  disabled: Generated<boolean>;
  made_at: Moment;
}

interface SessionTable {
  /** sha256 of the token, which only the browser has. */
  token: string;
  account: string;
  made_at: Moment;
  seen_at: Moment;
  awaits: string | null;
  client: Generated<string>;
  address: Generated<string>;
}

interface SecondFactorTable {
  account: string;
  /** base32, sealed */
  secret: string;
  confirmed_at: Date | null;
  last_step: number;
}

interface RecoveryCodeTable {
  account: string;
  /** sha256 */
  code: string;
  used_at: Date | null;
}

interface InvitationTable {
  /** sha256 */
  token: string;
  account: string;
  made_at: Date;
  taken_at: Date | null;
}

interface IdentityTable {
  account: string;
  issuer: string;
  email: string;
  subject: string | null;
}

interface TriesTable {
  door: string;
  /** sha256 of the account's name or of the address. */
  at: string;
  failed: number;
  last_at: Date;
}

interface CounterTable {
  kind: string;
  last: number;
}

interface SettingTable {
  name: string;
  value: Json;
}

/** Files on records; their bytes lie in the data folder. */
interface FileTable {
  id: string;
  record: string;
  sha256: string;
  name: string;
  type: string;
  size: number;
  note: string;
  public: boolean;
  account: string;
  by: string;
  at: Moment;
  withdrawn_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  withdrawn_by: string | null;
  withdrawn_why: string | null;
}

export interface Tables extends BenefitTables, WorkTables {
  file: FileTable;
  record: RecordTable;
  record_version: RecordVersionTable;
  audit: AuditTable;
  organisation: OrganisationTable;
  account: AccountTable;
  session: SessionTable;
  second_factor: SecondFactorTable;
  recovery_code: RecoveryCodeTable;
  invitation: InvitationTable;
  identity: IdentityTable;
  tries: TriesTable;
  counter: CounterTable;
  setting: SettingTable;
}
