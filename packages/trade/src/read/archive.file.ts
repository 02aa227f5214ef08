import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, validateFileName, type ZipFile } from 'yauzl';
import { CustomsFileError } from './customs-file-error.ts';

/** What an archive may hold at most; real ones are far below, bombs far above. */
interface ArchiveLimits {
  readonly entries: number;
  readonly bytes: number;
}
const ordinary: ArchiveLimits = { entries: 10_000, bytes: 32 * 2 ** 30 };
/** No table of text comes out of DEFLATE more than so many times as large; a run of zeros does. */
const largestRatio = 200;
const withoutRatio = 64 << 20;

export interface Unpacked {
  /** Paths of the customs files, in the order of their names in the archive. */
  readonly files: readonly string[];
  /** Names of what was left in the archive: no customs file by its ending. */
  readonly passedOver: readonly string[];
}

const customsEnding = /\.(csv|tsv|txt|xls|xlsx)$/i;

export const isArchive = (path: string): boolean => /\.zip$/i.test(path);

/**
 * Unpacks the customs files of a ZIP into a folder, each under its own path. Names are taken as
 * UTF-8 where they are, else as GB18030, in which Chinese desktops write them.
 * @throws CustomsFileError `unreadable` when it is damaged, encrypted, a bomb, or has a name that leads out of the folder
 */
export async function unpackArchive(path: string, into: string, limits = ordinary): Promise<Unpacked> {
  const name = basename(path);
  const refuse = (what: string, remedy: string, cause?: unknown) =>
    new CustomsFileError('unreadable', what, { file: name, remedy, cause });
  const files: string[] = [];
  const passedOver: string[] = [];
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { lazyEntries: true, decodeStrings: false, autoClose: false });
    if (zip.entryCount > limits.entries) {
      throw refuse(`the archive has ${zip.entryCount} entries`, 'pack fewer files into one archive');
    }
    let left = limits.bytes;
    for await (const entry of zip.eachEntry()) {
      const inside = nameOf(entry);
      if (inside.endsWith('/')) continue;
      if (!customsEnding.test(inside) || basename(inside).startsWith('._')) {
        passedOver.push(inside);
        continue;
      }
      if (validateFileName(inside) !== null) {
        throw refuse(`"${inside}" would lie outside the archive`, 'pack the files again');
      }
      if (entry.isEncrypted()) {
        throw refuse(`"${inside}" is encrypted`, 'unpack it with its password and give the file itself');
      }
      const target = join(into, ...inside.split('/'));
      await mkdir(dirname(target), { recursive: true });
      const allowed = Math.min(left, Math.max(withoutRatio, entry.compressedSize * largestRatio));
      const metre = metreOf(allowed, () =>
        refuse(
          `"${inside}" grows beyond ${allowed} bytes when unpacked`,
          'unpack it and give the file itself',
        ),
      );
      await pipeline(await zip.openReadStreamPromise(entry), metre, createWriteStream(target));
      left -= entry.uncompressedSize;
      files.push(target);
    }
  } catch (cause) {
    if (cause instanceof CustomsFileError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw refuse(`the archive is damaged: ${why}`, 'download it again, or unpack it elsewhere first', cause);
  } finally {
    zip?.close();
  }
  return { files: files.sort(), passedOver };
}

/**
 * Bytes that a ZIP says it holds; a workbook is one.
 * @throws CustomsFileError when it is damaged
 */
export async function unpackedSize(path: string): Promise<number> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { lazyEntries: true, decodeStrings: false, autoClose: false });
    let bytes = 0;
    for await (const { uncompressedSize } of zip.eachEntry()) bytes += uncompressedSize;
    return bytes;
  } catch (cause) {
    throw new CustomsFileError('unreadable', 'the workbook is damaged', {
      file: basename(path),
      remedy: 'open it in a spreadsheet program, save it again, or download it again',
      cause,
    });
  } finally {
    zip?.close();
  }
}

/** Lets so many bytes through and then fails, whatever the archive says of its sizes. */
function metreOf(allowed: number, tooMuch: () => Error): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      seen += chunk.length;
      done(seen > allowed ? tooMuch() : null, chunk);
    },
  });
}

const utf8 = 0x800;

function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const decoded = (encoding: string, fatal: boolean) =>
    new TextDecoder(encoding, { fatal }).decode(fileNameRaw).replaceAll('\\', '/');
  if ((generalPurposeBitFlag & utf8) !== 0) return decoded('utf-8', false);
  try {
    return decoded('utf-8', true);
  } catch {
    return decoded('gb18030', false);
  }
}
