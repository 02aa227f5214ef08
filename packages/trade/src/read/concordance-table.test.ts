import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { rowsOf } from './cells.ts';
import { readConcordance } from './concordance.file.ts';
import { classificationOf, concordanceIn } from './concordance-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-concordance-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const read = (text: string) => concordanceIn([rowsOf(text)], 'table.csv');

describe('a table of two classifications', () => {
  it('is read from the workbook of the United Nations: the correlation, not the conversion', async () => {
    const book = utils.book_new();
    const conversion = [
      ['Conversion'],
      ['From HS 2022', 'To HS 2017'],
      ['851713', '851712'],
      ['852411', '853120'],
    ];
    const correlation = [
      ['Correlation between HS 2022 and HS 2017'],
      [],
      ['HS 2022', 'HS 2017', 'Relationship'],
      [30731, 30731, '1:n'],
      ['0307.31', '030739', '1:n'],
      ['851713', '851712', 'n:1'],
      ['851714', '851712', 'n:1'],
      ['Total', '', ''],
    ];
    utils.book_append_sheet(book, utils.aoa_to_sheet(conversion), 'Conversion');
    utils.book_append_sheet(book, utils.aoa_to_sheet(correlation), 'Correlation');
    const path = join(folder, 'HS2022toHS2017.xlsx');
    writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }));
    expect(await readConcordance(path)).toEqual({
      from: 'HS2022',
      to: 'HS2017',
      links: [
        ['030731', '030731'],
        ['030731', '030739'],
        ['851713', '851712'],
        ['851714', '851712'],
      ],
      otherwise: [],
    });
  });

  it('is read from a concordance of WITS, whose descriptions hold commas and names of editions', () => {
    const table = read(
      [
        'HS 2022 Product Code,HS 2022 Product Description,HS 2017 Product Code,HS 2017 Product Description',
        '851713,"Smartphones, since HS 2022",851712,"Telephones for cellular networks, HS 2017"',
        '010121,Horses,010121,Horses',
      ].join('\r\n'),
    );
    expect(table).toMatchObject({
      from: 'HS2022',
      to: 'HS2017',
      links: [
        ['851713', '851712'],
        ['010121', '010121'],
      ],
    });
  });

  it('names codes beside which another relation is printed than the links make', () => {
    const table = read('HS 2022,HS 2017,Relationship\n851713,851712,n:1\n854231,854231,1:1\n');
    expect(table.otherwise).toEqual(['851713']);
  });

  it('knows classifications by many names, and none that combines editions', () => {
    expect(
      ['HS 2012', 'From HS2017', 'HS 1988/92 Product Code', 'H.S.', 'HS - Combined  Product Code'].map(
        classificationOf,
      ),
    ).toEqual(['HS2012', 'HS2017', 'HS1992', undefined, undefined]);
    expect(['BEC 4', 'ISIC Revision 3 Product Code', 'SITC Rev. 4'].map(classificationOf)).toEqual([
      'BEC4',
      'ISIC3',
      'SITC4',
    ]);
  });

  it('is refused with what to do where it is none', () => {
    expect(() => read('HS - Combined  Product Code,ISIC Revision 3 Product Code\n010110,0121')).toThrow(
      /combines editions/,
    );
    expect(() => read('HS 2022,HS 2017\n,\n')).toThrow(/no row links/);
  });
});
