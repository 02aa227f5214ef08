import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { unpackArchive } from './archive.file.ts';
import { CustomsFileError } from './customs-file-error.ts';
import { zipped } from './zipped.cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unpack = (bytes: Uint8Array, limits?: Parameters<typeof unpackArchive>[2]) => {
  const path = join(folder, 'given.zip');
  writeFileSync(path, bytes);
  return unpackArchive(path, join(folder, 'out'), limits);
};
const utf8 = (text: string) => Buffer.from(text);

test('unpacks customs files with the names that Chinese desktops give them', async () => {
  const { files, passedOver } = await unpack(
    zipped([
      { name: iconv.encode('上海/2024年1月出口.csv', 'gb18030'), content: utf8('a,b\n1,2\n') },
      { name: utf8('合成-import-2024.csv'), content: utf8('c'), flags: 0x800 },
      { name: utf8('readme.md'), content: utf8('#') },
      { name: utf8('__MACOSX/._x.csv'), content: utf8('') },
    ]),
  );
  expect(files.map((path) => relative(join(folder, 'out'), path))).toEqual([
    '上海/2024年1月出口.csv',
    '合成-import-2024.csv',
  ]);
  expect(readFileSync(files[0] ?? '', 'utf8')).toBe('a,b\n1,2\n');
  expect(passedOver).toEqual(['readme.md', '__MACOSX/._x.csv']);
});

test.each([
  ['a name that leads out of the folder', '../../x.csv', {}, /outside/],
  ['an absolute name', '/etc/x.csv', {}, /outside/],
  ['an encrypted file', 'x.csv', { flags: 1 }, /encrypted/],
  ['a size that is not so', 'x.csv', { says: 3 }, /damaged/],
])('refuses %s', async (_, name, rest, why) => {
  const refused = unpack(zipped([{ name: utf8(name), content: utf8('hello'), ...rest }]));
  await expect(refused).rejects.toThrow(CustomsFileError);
  await expect(refused).rejects.toThrow(why);
});

test('refuses a bomb before it fills the disk', async () => {
  const bomb = zipped([{ name: utf8('x.csv'), content: Buffer.alloc(80 << 20) }]);
  expect(bomb.length).toBeLessThan(1 << 20);
  await expect(unpack(bomb)).rejects.toThrow(/grows beyond 67108864 bytes/);
  const many = Array.from({ length: 12 }, (_, i) => ({ name: utf8(`${i}.csv`), content: utf8('x') }));
  await expect(unpack(zipped(many), { entries: 10, bytes: 1e6 })).rejects.toThrow(/12 entries/);
});

test('bytes that are no archive, or a broken one, are refused with a typed error', async () => {
  const sound = zipped([{ name: utf8('x.csv'), content: utf8('a,b\n'.repeat(200)) }]);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(sound.length - 1).map((end) => sound.subarray(0, end)),
        fc.tuple(fc.nat(sound.length - 1), fc.nat(255)).map(([at, byte]) => {
          const bytes = Buffer.from(sound);
          bytes[at] = byte;
          return bytes;
        }),
      ),
      async (bytes) => {
        await unpack(bytes).catch((error) => expect(error).toBeInstanceOf(CustomsFileError));
      },
    ),
    { numRuns: 150 },
  );
});
