import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { isArchive, unpackArchive } from '@tidu/trade';

const customsEndings = /\.(csv|tsv|txt|xls|xlsx|zip)$/i;

/** The files given, and in folders every file that may be a customs table, in the order of their names. */
export function customsFilesIn(given: readonly string[]): string[] {
  return given.flatMap((path) => (isFolder(path) ? inFolder(path) : [path]));
}

/** Does something with each customs file of an archive, and with a file that is none as it is; `named` is for people. */
export async function eachInside(
  path: string,
  work: (file: string, named: string) => Promise<void>,
  passedOver: (name: string) => void,
): Promise<void> {
  if (!isArchive(path)) return work(path, path);
  const folder = mkdtempSync(join(tmpdir(), 'tidu-archive-'));
  try {
    const unpacked = await unpackArchive(path, folder);
    for (const name of unpacked.passedOver) passedOver(name);
    for (const file of unpacked.files) await work(file, join(path, relative(folder, file)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const inFolder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => customsEndings.test(name))
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => !isFolder(path));
