import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { bridged, type Concordance } from '@tidu/reference';
import { type ConcordanceTable, readConcordance } from '@tidu/trade';
import { z } from 'zod';

const kept = z.strictObject({
  from: z.string(),
  to: z.string(),
  file: z.string(),
  sha256: z.string(),
  at: z.string(),
  links: z.array(z.tuple([z.string(), z.string()])),
});

/** A concordance that was added, with the file it came from. */
export type KeptConcordance = z.infer<typeof kept>;

/**
 * The concordances of a data folder, one file each, found again whenever they change: one that is
 * added on the command line is known to a running server at once.
 */
export class Concordances {
  readonly #folder: string;
  #known: { readonly as: string; readonly tables: readonly KeptConcordance[] } | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  list(): readonly KeptConcordance[] {
    const names = existsSync(this.#folder)
      ? readdirSync(this.#folder)
          .filter((name) => name.endsWith('.json'))
          .sort()
      : [];
    const as = names.map((name) => `${name} ${statSync(join(this.#folder, name)).mtimeMs}`).join('\n');
    if (this.#known?.as !== as) {
      const read = (name: string) => kept.parse(JSON.parse(readFileSync(join(this.#folder, name), 'utf8')));
      this.#known = { as, tables: names.map(read) };
    }
    return this.#known.tables;
  }

  /** Whether a table begins or ends with this classification. */
  has(classification: string): boolean {
    return this.list().some(({ from, to }) => from === classification || to === classification);
  }

  /** From one classification to another, by the fewest tables. */
  between(from: string, to: string): Concordance | undefined {
    return bridged(this.list(), from, to);
  }

  /**
   * Takes a table in; one between the same two editions is replaced.
   * @throws CustomsFileError when the file is no concordance
   */
  async add(path: string, at = new Date()): Promise<ConcordanceTable> {
    const table = await readConcordance(path);
    const { from, to, links } = table;
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    const record: KeptConcordance = {
      from,
      to,
      file: basename(path),
      sha256,
      at: at.toISOString(),
      links: links.map(([source, target]) => [source, target]),
    };
    mkdirSync(this.#folder, { recursive: true });
    const final = join(this.#folder, `${[from, to].sort().join('-')}.json`);
    writeFileSync(`${final}.part`, JSON.stringify(record));
    renameSync(`${final}.part`, final);
    return table;
  }
}
