export type Encoding = 'utf-8' | 'gb18030';

/**
 * The encoding of a customs file, told from its beginning: UTF-8 when it has the mark or is valid
 * as such, else GB18030, of which GBK and GB 2312 are parts.
 * @param head the first bytes; the last character may be cut off
 * @returns undefined for UTF-16, which the customs do not publish in and spreadsheets sometimes save
 */
export function encodingOf(head: Uint8Array): Encoding | undefined {
  const [a, b, c] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return undefined;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}
