import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const customsEndings = /\.(csv|tsv|txt|xls|xlsx)$/i;

/** The files given, and in folders every file that may be a customs table, in the order of their names. */
export function customsFilesIn(given: readonly string[]): string[] {
  return given.flatMap((path) => (isFolder(path) ? inFolder(path) : [path]));
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const inFolder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => customsEndings.test(name))
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => !isFolder(path));
