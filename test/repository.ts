import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(import.meta.dirname, '..');

const unread = new Set(['node_modules', 'dist', '.git', '.tidu', '.cache', 'coverage']);

/** Every file that the project consists of, by path from the root. */
export function filesOfTheProject(folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (unread.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOfTheProject(path) : [relative(root, path)];
  });
}

export const content = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What a source file imports, as written. */
export function imports(path: string): string[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...content(path).matchAll(pattern)].map((match) => (match[1] ?? match[2]) as string);
}
