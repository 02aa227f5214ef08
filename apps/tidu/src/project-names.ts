import { namesIn, type Programme, type Project, type StandingProject } from '@tidu/programme';

interface Names {
  zh: string;
  en: string;
}

/** Names of what projects speak of by code: parks, cities, industries, organisations. */
export interface ProjectNames {
  park(id: string): Names;
  place(code: string): Names;
  industry(code: string): Names;
  organisation(id: string): Names;
}

/** Read once for a request, however many projects it tells of. */
export async function projectNames({ records }: Programme): Promise<ProjectNames> {
  const { parks, organisations } = await namesIn(records);
  const { pack, rules } = records.world;
  const named = (entries: readonly (readonly [string, Names])[]) => {
    const names = new Map(entries);
    return (key: string): Names => ({ ...(names.get(key) ?? { zh: key, en: key }) });
  };
  const division = named(rules.industries.map(({ code, name }) => [code, name]));
  return {
    park: named(parks),
    place: named(pack.places.map(({ code, name, short }) => [code, short ?? name])),
    industry: (code) => division(code.slice(0, 2)),
    organisation: named(organisations),
  };
}

/** The codes that some projects use, named and in the order of their codes: what a filter offers. */
export function choices(
  projects: readonly StandingProject[],
  of: (project: Project) => string,
  name: (code: string) => Names,
): { code: string; name: Names }[] {
  return [...new Set(projects.map(({ content }) => of(content)))]
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((code) => ({ code, name: name(code) }));
}
