import { type Deeds, kinds, type Role, roles, type Scope } from '@tidu/programme';
import { describe, expect, it } from 'vitest';
import { deeds } from './deeds.ts';

const short: Readonly<Record<Scope, string>> = {
  all: 'all',
  territory: 'place',
  own: 'own',
  assigned: 'given',
  published: 'public',
};
const shown: readonly Role[] = roles;

function cell(deed: string, role: Role): string {
  const grants = deeds[deed]?.[role] ?? [];
  return grants
    .map(({ of, in: states }) => (states ? `${short[of]} (${states.join(', ')})` : short[of]))
    .join('; ');
}

/** One table per thing: a line is a deed, a column a role. */
function page(all: Deeds): string {
  const subjects = [...new Set(Object.keys(all).map((deed) => deed.slice(0, deed.indexOf('.'))))].sort();
  const tables = subjects.map((subject) => {
    const names = kinds.find(({ kind }) => kind.name === subject)?.kind.names;
    const lines = Object.keys(all).filter((deed) => deed.startsWith(`${subject}.`));
    const concerned = shown.filter((role) => lines.some((deed) => cell(deed, role) !== ''));
    return [
      `## ${names ? `${names.zh} ${names.en}` : subject}`,
      '',
      `| deed | ${concerned.join(' | ')} |`,
      `|---|${concerned.map(() => '---|').join('')}`,
      ...lines.map((deed) => `| \`${deed}\` | ${concerned.map((role) => cell(deed, role)).join(' | ')} |`),
    ].join('\n');
  });
  return `${head}\n\n${tables.join('\n\n')}\n`;
}

const head = `# Who may do what
Made from the tables in \`apps/tidu/src/deeds\` by which the program decides (\`apps/tidu/src/allow.ts\`); a test holds this
page to them. Nobody may what no line grants. A role with no column in a table may nothing there.

**all**: any record. **place**: the record's place lies in the organisation's. **own**: the organisation is one of those concerned.
**given**: it was assigned to the account. **public**: the published part of what is published. States in brackets: only in these.

Who may not read a record is told that there is none (404); who may read it but not do the deed is told so (403); what the state of
the record does not allow is told with its reasons (409). Three administrators are kept apart: no account is two of them, and none
of them sees a case.`;

describe('the table of deeds', () => {
  it('is the page that operators read; `vitest run apps/tidu/src/deeds -u` writes it anew', async () => {
    await expect(page(deeds)).toMatchFileSnapshot('../../../../docs/operate/roles.md');
  });

  it('names only states that the kind has', () => {
    const astray = Object.entries(deeds).flatMap(([deed, grants]) => {
      const kind = kinds.find(({ kind: { name } }) => deed.startsWith(`${name}.`))?.kind;
      if (!kind) return [];
      return Object.values(grants)
        .flat()
        .flatMap(({ in: states = [] }) => states)
        .filter((state) => !Object.hasOwn(kind.workflow.states, state))
        .map((state) => `${deed}: ${state}`);
    });
    expect(astray).toEqual([]);
  });

  it('gives administrators nothing of a case but what everybody may see', () => {
    const ofKinds = Object.entries(deeds).filter(([deed]) =>
      kinds.some(({ kind }) => deed.startsWith(`${kind.name}.`)),
    );
    const given = ofKinds.flatMap(([deed, grants]) =>
      (['system-admin', 'security-admin', 'audit-admin'] as const).flatMap((role) =>
        (grants[role] ?? []).filter(({ of }) => of !== 'published').map(({ of }) => `${role} ${deed} ${of}`),
      ),
    );
    expect(given).toEqual([]);
  });
});
