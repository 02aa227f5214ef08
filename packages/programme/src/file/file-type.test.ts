import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf, fileTypeOf, mayBeText } from './file-type.ts';

const bytes = (text: string) => Uint8Array.from([...text].map((character) => character.charCodeAt(0)));
const seen = (whole: Uint8Array) => ({ head: whole, tail: whole, text: mayBeText(whole) });
const utf8 = (text: string) => new TextEncoder().encode(text);

/** A ZIP archive of empty entries. */
function archive(...names: string[]): Uint8Array {
  const entries = names.map((name) => {
    const entry = new Uint8Array(46 + name.length);
    const view = new DataView(entry.buffer);
    view.setUint32(0, 0x02014b50, true);
    view.setUint16(28, name.length, true);
    entry.set(bytes(name), 46);
    return entry;
  });
  const directory = entries.flatMap((entry) => [...entry]);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint32(12, directory.length, true);
  return Uint8Array.from([...bytes('PK\x03\x04'), ...directory, ...end]);
}

describe('the type of a file', () => {
  it('is told by what it holds, whatever it is called', () => {
    expect(fileTypeOf(seen(bytes('%PDF-1.7\n')), 'photo.png')).toBe('pdf');
    expect(fileTypeOf(seen(bytes('\xff\xd8\xff\xe0')), 'a')).toBe('jpg');
    expect(fileTypeOf(seen(bytes('\x89PNG\r\n\x1a\n')), 'a.exe')).toBe('png');
    expect(fileTypeOf(seen(archive('[Content_Types].xml', 'word/document.xml')), 'a.zip')).toBe('docx');
    expect(fileTypeOf(seen(archive('[Content_Types].xml', 'xl/workbook.xml')), 'a')).toBe('xlsx');
  });

  it('is none for archives, programs, macros, pages and pictures that run', () => {
    expect(fileTypeOf(seen(archive('letter.txt')), 'a.docx')).toBeUndefined();
    expect(
      fileTypeOf(seen(archive('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')), 'a.docx'),
    ).toBeUndefined();
    expect(fileTypeOf(seen(bytes('MZ\x90\x00')), 'a.pdf')).toBeUndefined();
    expect(fileTypeOf(seen(utf8('<svg xmlns="http://www.w3.org/2000/svg"/>')), 'a.csv')).toBeUndefined();
    expect(fileTypeOf(seen(utf8('<html>')), 'a.json')).toBeUndefined();
    expect(fileTypeOf(seen(bytes('\x00\x01')), 'a.csv')).toBeUndefined();
  });

  it('between texts is told by the name', () => {
    expect(fileTypeOf(seen(utf8('\uFEFF{"type":"FeatureCollection"}')), '片区.geojson')).toBe('geojson');
    expect(fileTypeOf(seen(utf8('[1]')), 'a.json')).toBe('json');
    expect(fileTypeOf(seen(utf8('年份,数值\r\n2024,1')), '表.CSV')).toBe('csv');
    expect(fileTypeOf(seen(utf8('note')), 'a.txt')).toBeUndefined();
  });

  it('is sought in any bytes without failing (property)', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (some) => {
        for (const begin of ['', 'PK\x03\x04']) {
          const whole = Uint8Array.from([...bytes(begin), ...some]);
          expect(() => fileTypeOf(seen(whole), 'a.docx')).not.toThrow();
        }
      }),
      { seed: 17, numRuns: 300 },
    );
  });
});

describe('the name of a file', () => {
  it('keeps what people read and loses what systems mind', () => {
    expect(fileNameOf('2024年 土地证.pdf', 'pdf')).toBe('2024年 土地证.pdf');
    expect(fileNameOf('../../etc/passwd', 'csv')).toBe('passwd.csv');
    expect(fileNameOf('..\\报告: 终稿.PDF', 'pdf')).toBe('报告_ 终稿.pdf');
    expect(fileNameOf('invoice\u202efdp.exe', 'pdf')).toBe('invoicefdp.pdf');
    expect(fileNameOf('CON.pdf', 'pdf')).toBe('_CON.pdf');
    expect(fileNameOf('', 'png')).toBe('file.png');
  });

  it('never has a folder, a control character or more than a disk takes (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const safe = fileNameOf(name, 'pdf');
        expect(safe).toMatch(/^[^\\/<>:"|?*\p{Cc}]+\.pdf$/u);
        expect([...safe].length).toBeLessThanOrEqual(125);
      }),
      { seed: 19, numRuns: 60 },
    );
  });
});
