import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { offerOf, plans } from './offer.cases.ts';
import { offerPdf } from './offer-pdf.file.ts';
import { offerSheet } from './offer-sheet.ts';

const read = async (pdf: Buffer) => {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: true });
  return { pages: document.numPages, text: text.replaceAll(/\s+/g, '') };
};
const most = 300_000;

describe('an offer sheet as PDF', () => {
  it.each(Object.keys(plans) as (keyof typeof plans)[])(
    'is one page, to be searched in Chinese (%s)',
    async (name) => {
      const sheet = offerSheet(offerOf(plans[name]), 'taiyuan', 'zh');
      const pdf = await offerPdf(sheet);
      expect(pdf.length).toBeLessThan(most);
      const { pages, text } = await read(pdf);
      expect(pages).toBe(1);
      for (const part of ['园区落户测算单：太原市', '示例不作依据', '东莞示例电子有限公司', sheet.receipt]) {
        expect(text).toContain(part);
      }
      expect(text).toContain(name === 'whole' ? '单位社会保险' : '未知：缺');
    },
  );

  it('is one page in English, and names every source to which it refers', async () => {
    const { pages, text } = await read(await offerPdf(offerSheet(offerOf(plans.whole), 'taiyuan', 'en')));
    expect(pages).toBe(1);
    expect(text).toContain("thecompany'splan");
    const [before = '', listed = ''] = text.split('5Sources');
    const named = new Set([...before.matchAll(/\[([\d,]+)\]/g)].flatMap(([, some = '']) => some.split(',')));
    const numbers = new Set([...listed.matchAll(/\[(\d+)\]/g)].map(([, one]) => one));
    expect(numbers).toEqual(named);
  });

  it('is one page however much there is to tell, and counts what it leaves to the workbook', async () => {
    const offer = offerOf({
      ...plans.whole,
      products: Array.from({ length: 20 }, () => ({ hs: '8517', name: '长'.repeat(80), outputCny: 1e12 })),
    });
    const { comparison } = offer;
    const many = {
      ...offer,
      company: '名'.repeat(200),
      comparison: {
        ...comparison,
        places: comparison.places.map((place) => ({
          ...place,
          measures: Array.from({ length: 10 }, () => place.measures).flat(),
        })),
      },
    };
    const sheet = offerSheet(many, 'taiyuan', 'zh');
    const { pages, text } = await read(await offerPdf(sheet));
    expect(pages).toBe(1);
    expect(text).toMatch(/另有\d+项见XLSX/);
    expect(text).toContain('等20种');
  });

  it('has the same bytes when it is made again', async () => {
    const sheet = offerSheet(offerOf(plans.half), 'jingzhou', 'zh');
    expect((await offerPdf(sheet)).equals(await offerPdf(sheet))).toBe(true);
  });
});
