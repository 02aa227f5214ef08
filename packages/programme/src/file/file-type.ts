/** Types of files that may lie on a record, by their extension. */
export const fileTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
  png: 'image/png',
  json: 'application/json',
  geojson: 'application/geo+json',
  csv: 'text/csv',
} as const;
export type FileType = keyof typeof fileTypes;

/** What is looked at of a file: its beginning, its end, and whether some byte of it is none of a text. */
export interface Seen {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
  readonly text: boolean;
}

/** How much of the beginning and of the end is looked at. */
export const looked = 64 * 1024;

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 256));

/**
 * What a file is, by its content; its name decides only between kinds of text. Nothing where it is none of the types.
 * An office file is told by the directory at its archive's end; one with macros is none.
 */
export function fileTypeOf({ head, tail, text }: Seen, name: string): FileType | undefined {
  const begins = latin(head);
  if (begins.startsWith('%PDF-')) return 'pdf';
  if (begins.startsWith('\xff\xd8\xff')) return 'jpg';
  if (begins.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (begins.startsWith('PK\x03\x04')) return officeTypeOf(tail);
  if (!text) return undefined;
  const extension = name.toLowerCase().split('.').at(-1);
  const first = new TextDecoder()
    .decode(head.subarray(0, 4096))
    .replace(/^\uFEFF/, '')
    .trimStart()
    .at(0);
  if (first === '{' || first === '[') {
    if (extension === 'geojson') return 'geojson';
    return extension === 'json' ? 'json' : undefined;
  }
  return extension === 'csv' && first !== '<' ? 'csv' : undefined;
}

/** Whether bytes may be of a text: no control characters but tab, line feed, form feed and carriage return. */
export const mayBeText = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13 && byte !== 11));

/** Names of the entries in the directory of a ZIP archive (APPNOTE 6.3.10, 4.3.12 and 4.3.16). */
function entriesOf(tail: Uint8Array): string[] {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  let end = tail.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return [];
  const names: string[] = [];
  let at = end - view.getUint32(end + 12, true);
  while (at >= 0 && at + 46 <= end && view.getUint32(at, true) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    names.push(new TextDecoder().decode(tail.subarray(at + 46, at + 46 + name)));
    at += 46 + name + extra + comment;
  }
  return names;
}

function officeTypeOf(tail: Uint8Array): FileType | undefined {
  const entries = entriesOf(tail);
  if (
    !entries.includes('[Content_Types].xml') ||
    entries.some((name) => /vbaProject|\.(exe|js|vbs)$/i.test(name))
  )
    return undefined;
  if (entries.includes('word/document.xml')) return 'docx';
  return entries.includes('xl/workbook.xml') ? 'xlsx' : undefined;
}

/**
 * A name that every system can write to a disk: without folders, control characters and signs that mean something to
 * one; with the extension of what the file is.
 * @example fileNameOf('..\\报告: 终稿.PDF', 'pdf') // '报告_ 终稿.pdf'
 */
export function fileNameOf(name: string, type: FileType): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const stem = last.replace(/\.[^.]*$/, '');
  const clean = stem
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const short = [...clean].slice(0, 120).join('') || 'file';
  return `${/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `_${short}` : short}.${type}`;
}
