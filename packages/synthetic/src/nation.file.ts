import { mkdir, open, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Pack } from '@tidu/reference';
import iconv from 'iconv-lite';
import { type ExportStyle, exportText } from './export-text.ts';
import { makeNation } from './nation.ts';
import type { CustomsRow } from './row.ts';
import { type OneWay, oneWays, type Truth, yearsOf } from './truth.ts';

/** Every file name starts with it: 合成 means synthetic. */
export const syntheticPrefix = '合成';

export type ExportEncoding = 'gb18030' | 'utf-8';

export interface WriteNationOptions {
  readonly seed: number;
  /** The folder; made when missing. Files of an earlier nation with the same names are replaced. */
  readonly out: string;
  readonly pack: Pack;
  readonly rows?: number;
  /** First and last year, both included. */
  readonly years?: readonly [first: number, last: number];
  readonly firms?: number;
  /** Write declarations, which name firms, in place of the query site's exports. */
  readonly declarations?: boolean;
  readonly progress?: (done: NationProgress) => void;
}

export interface NationProgress {
  readonly file: string;
  readonly rows: number;
  readonly ofRows: number;
}

export interface WrittenNation {
  readonly files: readonly string[];
  readonly truthFile: string;
  readonly rows: number;
  readonly truth: Truth;
}

/**
 * Writes a nation as the customs query site would give it out: one GB18030 export for each flow and
 * year (`合成-import-2020.csv`), and beside them `truth.json`, what is to be found in them.
 * Imports have a TAB after each value and exports have not: both occur in real downloads.
 *
 * Memory does not grow with the number of rows. The same options give the same bytes.
 * @throws NationRefused
 */
export async function writeNation(options: WriteNationOptions): Promise<WrittenNation> {
  const { seed, out, pack, progress, declarations = false } = options;
  const { rows, years, firms } = options;
  const nation = makeNation({
    seed,
    pack,
    ...(rows === undefined ? {} : { rows }),
    ...(years === undefined ? {} : { years }),
    ...(firms === undefined ? {} : { firms }),
  });
  await mkdir(out, { recursive: true });
  const files: string[] = [];
  let before = 0;
  for (const year of yearsOf(nation.truth.years)) {
    for (const flow of oneWays) {
      const file = join(out, exportName(flow, year, declarations));
      before += await writeRows(file, nation.rows(flow, year), {
        pack,
        style: declarations ? 'declarations' : flow === 'import' ? 'tabbed' : 'quoted',
        encoding: 'gb18030',
        progress: (written) =>
          progress?.({ file: basename(file), rows: before + written, ofRows: nation.truth.rows }),
      });
      files.push(file);
    }
  }
  const truthFile = join(out, 'truth.json');
  await writeFile(truthFile, `${JSON.stringify(nation.truth, null, 1)}\n`);
  return { files, truthFile, rows: before, truth: nation.truth };
}

export const exportName = (flow: OneWay, year: number, declarations = false): string =>
  `${syntheticPrefix}${declarations ? '-declarations' : ''}-${flow}-${year}.csv`;

export interface WriteExportOptions {
  readonly rows: number;
  readonly seed: number;
  readonly encoding: ExportEncoding;
  readonly pack: Pack;
  readonly style?: ExportStyle;
  readonly flow?: OneWay;
  readonly year?: number;
}

/**
 * Writes one export of one flow and year with exactly so many rows, for benches; the same seed
 * gives the same rows in either encoding.
 * @returns rows written
 * @throws NationRefused
 */
export async function writeExport(file: string, options: WriteExportOptions): Promise<number> {
  const { rows, seed, encoding, pack, style = 'quoted', flow = 'export', year = 2024 } = options;
  const nation = makeNation({ seed, pack, rows, flows: [flow], years: [year, year] });
  return writeRows(file, nation.rows(flow, year), { pack, style, encoding });
}

const chunkCharacters = 1 << 20;

async function writeRows(
  path: string,
  rows: Iterable<CustomsRow>,
  how: {
    pack: Pack;
    style: ExportStyle;
    encoding: ExportEncoding;
    progress?: (written: number) => void;
  },
): Promise<number> {
  // Encoded bytes travel as one-byte characters, so that pieces join as plain strings.
  const text = exportText(how.pack, how.style, (words) =>
    iconv.encode(words, how.encoding).toString('latin1'),
  );
  const file = await open(path, 'w');
  try {
    let written = 0;
    let chunk = text.header;
    for (const row of rows) {
      chunk += text.line(row);
      written++;
      if (chunk.length < chunkCharacters) continue;
      await file.writeFile(Buffer.from(chunk, 'latin1'));
      how.progress?.(written);
      chunk = '';
    }
    await file.writeFile(Buffer.from(chunk, 'latin1'));
    how.progress?.(written);
    return written;
  } finally {
    await file.close();
  }
}
