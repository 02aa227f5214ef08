import { fromBuffer } from 'yauzl';

/** The parts of a Word file by their names, for tests. */
export function partsOf(file: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const parts = new Map<string, string>();
      zip.on('error', reject);
      zip.on('end', () => resolve(parts));
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('error', reject);
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

/** What keeps a text from being well-formed XML: an element that is not closed, or a bare ampersand. */
export function faultInXml(xml: string): string | undefined {
  const open: string[] = [];
  const tag = /<(\/?)([\w:.-]+)(?:\s+[\w:.-]+="[^"<]*")*\s*(\/?)>/g;
  const rest = xml.replace(/<\?xml[^>]*\?>/, '').replace(tag, (_, closing, name, empty) => {
    if (closing) {
      const last = open.pop();
      if (last !== name) open.push(`</${name}> after <${last}>`);
    } else if (!empty) open.push(name);
    return '';
  });
  if (open.length > 0) return `not closed: ${open.join(', ')}`;
  return /<|&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.exec(rest)?.[0];
}

/** The text of each paragraph of a part. */
export const textsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p(?:\s[^>]*)?>(.*?)<\/w:p>/gs)].map(([, inner = '']) =>
    [...inner.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)].map(([, text = '\t']) => text).join(''),
  );
