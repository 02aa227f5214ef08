import { inflateRawSync } from 'node:zlib';

/**
 * The text of one file in a ZIP archive, found by the archive's own directory.
 * @throws Error where there is none of that name
 */
export function zipEntry(archive: Buffer, name: string): string {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameLength, extraLength, commentLength] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt16LE(at + 30),
      archive.readUInt16LE(at + 32),
    ] as const;
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const head = archive.readUInt32LE(at + 42);
      const from = head + 30 + archive.readUInt16LE(head + 26) + archive.readUInt16LE(head + 28);
      const packed = archive.subarray(from, from + size);
      return (archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8');
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  throw new Error(`the archive has no ${name}`);
}
