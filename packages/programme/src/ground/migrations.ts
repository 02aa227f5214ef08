import type { Migration } from 'kysely/migration';
import { account } from '../account/account.migration.ts';
import { benefit } from '../benefit/benefit.migration.ts';
import { file } from '../file/file.migration.ts';
import { work } from '../work/work.migration.ts';
import { ground } from './ground.migration.ts';

/** In this order, each once; one that has been released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-ground': ground,
  '070-work': work,
  '080-benefit': benefit,
  '002-account': account,
  '010-file': file,
};
