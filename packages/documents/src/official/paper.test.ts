import { beforeAll, describe, expect, it } from 'vitest';
import { printedDate, widthOf } from './gbt9704.ts';
import { type Official, paragraphsOf } from './official.ts';
import { faultInXml, partsOf, textsOf } from './paper.cases.ts';
import { paper, sampleMark } from './paper.ts';

const official: Official = {
  head: '示例部文件',
  number: '示例函〔2026〕1号',
  title: '关于印发示例名单的通知',
  addressee: '各省、自治区、直辖市商务主管部门',
  body: paragraphsOf('现将名单印发你们。\n一、总体要求\n（一）加强统筹\n1.明确分工\n（1）定期报告 A&B <甲>'),
  attachments: [
    {
      title: '示例名单',
      table: {
        columns: [
          { name: '序号', share: 0.15 },
          { name: '名称', share: 0.85 },
        ],
        rows: [['1', '示例园区']],
      },
    },
    { title: '示例说明', paragraphs: [{ text: '说明正文。' }] },
  ],
  issuer: '示例部',
  date: '2026-11-06',
  imprint: { copies: '示例单位', office: '示例部办公厅', date: '2026-11-06' },
  sample: true,
};

describe('an official document', () => {
  let parts: Map<string, string>;
  let body: string;
  beforeAll(async () => {
    parts = await partsOf(await paper(official));
    body = parts.get('word/document.xml') ?? '';
  });

  it('is a Word file whose every part is well-formed', () => {
    expect([...parts.keys()]).toEqual(expect.arrayContaining(['word/document.xml', '[Content_Types].xml']));
    for (const [name, xml] of parts)
      if (/\.(xml|rels)$/.test(name)) expect([name, faultInXml(xml)]).toEqual([name, undefined]);
  });

  it('lies on A4 with margins of 37, 35, 28 and 26 mm: a type area of 156 by 225 mm', () => {
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  });

  it('has 22 lines of 28 characters', () => {
    const [, pitch, space] =
      /<w:docGrid w:type="linesAndChars" w:linePitch="(\d+)" w:charSpace="(-?\d+)"/.exec(body) ?? [];
    expect((Number(pitch) * 22) / 56.69).toBeCloseTo(225, 0);
    expect(((16 + Number(space) / 4096) * 28 * 25.4) / 72).toBeCloseTo(156, 1);
  });

  it('says everything, in its order', () => {
    const texts = textsOf(body).filter((text) => text !== '');
    expect(texts).toEqual([
      '示例部文件',
      '示例函〔2026〕1号',
      '关于印发示例名单的通知',
      '各省、自治区、直辖市商务主管部门：',
      '现将名单印发你们。',
      '一、总体要求',
      '（一）加强统筹',
      '1.明确分工',
      '（1）定期报告 A&amp;B &lt;甲&gt;',
      '附件：1.示例名单',
      '2.示例说明',
      '示例部',
      '2026年11月6日',
      '抄送：示例单位。',
      '示例部办公厅\t2026年11月6日印发',
      '附件1',
      '示例名单',
      '序号',
      '名称',
      '1',
      '示例园区',
      '附件2',
      '示例说明',
      '说明正文。',
    ]);
  });

  it('sets each part in its type: 小标宋 of size 2, 仿宋 of size 3, 黑体 and 楷体 for headings', () => {
    const typeOf = (text: string) => {
      const before = body.slice(0, body.indexOf(`>${text}<`));
      const run = before.slice(before.lastIndexOf('<w:r>'));
      return [/w:eastAsia="([^"]+)"/.exec(run)?.[1], Number(/<w:sz w:val="(\d+)"/.exec(run)?.[1]) / 2];
    };
    expect(typeOf('关于印发示例名单的通知')).toEqual(['方正小标宋简体', 22]);
    expect(typeOf('现将名单印发你们。')).toEqual(['仿宋_GB2312', 16]);
    expect(typeOf('一、总体要求')).toEqual(['黑体', 16]);
    expect(typeOf('（一）加强统筹')).toEqual(['楷体_GB2312', 16]);
    expect(typeOf('1.明确分工')).toEqual(['仿宋_GB2312', 16]);
    expect(typeOf('附件1')).toEqual(['黑体', 16]);
  });

  it('has a red head, and a red line below the number', () => {
    expect(body).toMatch(/<w:color w:val="FF0000"\/>.*?示例部文件/s);
    expect(body).toMatch(
      /<w:bottom w:val="single" w:color="FF0000" w:sz="12" w:space="11"\/>.*?示例函〔2026〕1号/s,
    );
  });

  it('numbers pages in 宋体 of size 4 between dashes, on the outer side', () => {
    const footers = [...parts].filter(([name]) => /footer\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(footers).toHaveLength(2);
    for (const footer of footers) {
      expect(footer).toMatch(/— .*PAGE.* —/s);
      expect(footer).toMatch(/w:eastAsia="宋体".*<w:sz w:val="28"\/>/s);
    }
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1]).sort()).toEqual([
      'left',
      'right',
    ]);
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  });

  it('names what to print with where a font is missing', () => {
    const table = parts.get('word/fontTable.xml') ?? '';
    expect(table).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
    expect(table).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/>');
  });

  it('says on every page of a sample that it is one, and nowhere else', async () => {
    const headers = [...parts].filter(([name]) => /header\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(headers).toHaveLength(2);
    for (const header of headers) expect(header).toContain(sampleMark);
    const real = await partsOf(await paper({ ...official, sample: false }));
    expect([...real.values()].join('')).not.toContain('样稿');
  });

  it('puts the date four characters from the right and the issuer in the middle above it', () => {
    const right = (text: string) => {
      const before = body.slice(0, body.indexOf(`>${text}</w:t>`));
      return Number(/w:right="(\d+)"/.exec(before.slice(before.lastIndexOf('<w:p>')))?.[1]);
    };
    const [issuer, date] = [right('示例部'), right('2026年11月6日')];
    const one = 8844 / 28;
    expect(date / one).toBeCloseTo(4, 1);
    expect(issuer / one + widthOf('示例部') / 2).toBeCloseTo(4 + widthOf('2026年11月6日') / 2, 1);
  });
});

describe('what is printed', () => {
  it('has dates without leading zeros', () => {
    expect(printedDate('2021-09-01')).toBe('2021年9月1日');
  });

  it('tells the level of a paragraph by its number', () => {
    expect(paragraphsOf(' 一、甲\n\n（二）乙\n3．丙\n（4）丁\n戊').map(({ level }) => level)).toEqual([
      1,
      2,
      3,
      4,
      undefined,
    ]);
  });
});
