import { readFile } from 'node:fs/promises';
import { Refused } from './errors.ts';

/**
 * What stands in a JSON file that somebody names.
 * @throws Refused naming the file and what is asked for
 */
export async function readJson(file: string, asked: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new Refused('file-not-understood', `${file} ${why}`, `give ${asked}`);
  }
}
