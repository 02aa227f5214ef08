import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;

/** What an answer says in words: of documents and workbooks, which are ZIP archives, the text of all their parts. */
export function textOf(answer: Buffer): string {
  return answer.subarray(0, 2).toString('latin1') === 'PK'
    ? parts(answer).join('\n')
    : answer.toString('utf8');
}

/** The parts of a ZIP archive, by its central directory (APPNOTE.TXT 4.3.12). */
function parts(zip: Buffer): string[] {
  let end = zip.length - 22;
  while (end > 0 && zip.readUInt32LE(end) !== endOfDirectory) end -= 1;
  const found: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let n = zip.readUInt16LE(end + 10); n > 0; n -= 1) {
    const packed = zip.readUInt16LE(at + 10) === 8;
    const size = zip.readUInt32LE(at + 20);
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(begin, begin + size);
    found.push((packed ? inflateRawSync(bytes) : bytes).toString('utf8'));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return found;
}
