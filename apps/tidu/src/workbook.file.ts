import { type PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { mostRowsOfSheet, pairsXml, sheetXml, taking } from './sheet.ts';
import type { ToldTable } from './table.ts';

/** Little is gained by more, and a million rows take twice as long. */
const compressionLevel = 1;
/** Beyond this the ZIP archive has to be told beforehand that sizes will not fit 32 bits. */
const cellsOfLargeSheet = 60_000_000;

/**
 * A workbook as it is written, in memory that does not grow with the rows: the rows on the first
 * sheet under a frozen heading, what they rest on on the second; rows that do not fit a sheet go on
 * in the third and following.
 */
export function workbook(table: ToldTable, [first, second]: readonly [string, string]): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as PassThrough;
  const fail = (error: Error) => void out.destroy(error);
  zip.on('error', fail);
  const iterator = table.batches[Symbol.asyncIterator]();
  const take = taking(iterator);
  out.once('close', () => void iterator.return?.());

  const more = Math.max(0, Math.ceil(table.count / (mostRowsOfSheet - 1)) - 1);
  const names = [first, second, ...Array.from({ length: more }, (_, i) => `${first} ${i + 2}`)];
  const options = {
    compressionLevel,
    forceZip64Format: table.count * table.columns.length > cellsOfLargeSheet,
  };
  for (const [path, xml] of Object.entries(partsOf(names))) {
    zip.addBuffer(Buffer.from(xml), path, { compressionLevel });
  }
  for (const i of names.keys()) {
    const path = `xl/worksheets/sheet${i + 1}.xml`;
    if (i === 1) {
      zip.addBuffer(Buffer.from(pairsXml(table.about)), path, { compressionLevel });
      continue;
    }
    zip.addReadStreamLazy(path, options, (give) => {
      const sheet = Readable.from(sheetXml(table.columns, take), { objectMode: false });
      sheet.once('error', fail);
      out.once('close', () => sheet.destroy());
      give(null, sheet);
    });
  }
  zip.end();
  return out;
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org';
const main = `${office}/spreadsheetml/2006/main`;
const relations = `${office}/officeDocument/2006/relationships`;
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a workbook consists of beside its sheets (ECMA-376, parts 1 and 2). */
function partsOf(names: readonly string[]): Record<string, string> {
  const each = (write: (n: number, name: string) => string) =>
    names.map((name, i) => write(i + 1, name)).join('');
  return {
    '[Content_Types].xml': `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((n, name) => `<sheet name="${name}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${office}/package/2006/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    // In the order of `styles` in sheet.ts: plain, amount (#,##0), percent (#,##0.00), heading (bold), text (@).
    'xl/styles.xml': `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
}
