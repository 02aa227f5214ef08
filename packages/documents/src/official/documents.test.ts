import type { ListContent, NoticeContent, ObjectionContent } from '@tidu/programme';
import { describe, expect, it } from 'vitest';
import { callNotice } from './call-notice.ts';
import { frameworkAgreement } from './framework-agreement.ts';
import { listNotice } from './list-notice.ts';
import { objectionReply } from './objection-reply.ts';
import type { Official } from './official.ts';
import { faultInXml, partsOf, textsOf } from './paper.cases.ts';
import { paper } from './paper.ts';
import { publicNotice } from './public-notice.ts';
import { returnLetter } from './return-letter.ts';

const words = (zh: string) => ({ zh, en: zh });
const entry = {
  application: 'application-1',
  name: words('示例太原园区'),
  place: '140100',
  placeName: '太原市',
  applicant: '示例太原市人民政府',
  partner: '',
};

/** The texts of the document, as they stand in the file. */
async function printed(official: Official): Promise<string[]> {
  const xml = (await partsOf(await paper(official))).get('word/document.xml') ?? '';
  expect(faultInXml(xml)).toBeUndefined();
  return textsOf(xml).filter((text) => text !== '');
}

describe('the documents of a batch', () => {
  it('the notice of the list has four lists as its attachments, as 商贸函〔2023〕188号 has', async () => {
    const part = (basis: 'recognised' | 're-assessed', title: string): ListContent['lists'][number] => ({
      type: 'key-place',
      basis,
      title: words(title),
      entries: [entry],
    });
    const list: ListContent = {
      batch: 'batch-1',
      title: words('关于印发示例名单的通知'),
      number: '示例函〔2026〕1号',
      issuer: '示例部',
      addressee: '各省商务主管部门',
      text: '现将名单印发。',
      lists: [
        part('recognised', '新认定名单甲'),
        part('recognised', '新认定名单乙'),
        part('re-assessed', '通过复核名单甲'),
        part('re-assessed', '通过复核名单乙'),
      ],
      issuedOn: '2026-11-06',
    };
    const texts = await printed(listNotice(list, false));
    expect(texts.slice(0, 5)).toEqual([
      '示例部文件',
      '示例函〔2026〕1号',
      '关于印发示例名单的通知',
      '各省商务主管部门：',
      '现将名单印发。',
    ]);
    expect(texts).toContain('附件：1.新认定名单甲');
    expect(texts.filter((text) => /^附件\d$/.test(text))).toEqual(['附件1', '附件2', '附件3', '附件4']);
    expect(texts.slice(-5)).toEqual(['申报主体', '1', '示例太原园区', '太原市', '示例太原市人民政府']);
  });

  it('the public notice says its days and where objections go', async () => {
    const notice: NoticeContent = {
      batch: 'batch-1',
      title: words('拟认定名单的公示'),
      text: '经专家评审，现予公示。',
      workingDays: 5,
      entries: [entry],
      contact: { office: '示例处室', phone: '010-0000', email: '' },
      from: '2021-09-01',
      to: '2021-09-07',
    };
    const texts = await printed(publicNotice(notice, '示例部', true));
    expect(texts).toContain('公示期为2021年9月1日至2021年9月7日，共5个工作日。');
    expect(texts.join('')).toContain('向示例处室提出');
    expect(texts.join('')).toContain('电话：010-0000');
    expect(texts).toContain('2021年9月1日');
  });

  it('the call says conditions with their clauses, documents and deadlines; a sample takes no real number', async () => {
    const source = 'test';
    const text = await printed(
      callNotice(
        {
          name: words('示例批次'),
          calledOn: '2026-01-05',
          call: {
            title: words('示例申报通知'),
            number: '商办贸函〔2021〕125号',
            text: words('为示例。'),
            conditions: [
              {
                id: 'area',
                measure: 'total-area',
                title: words('面积'),
                text: words('原则上小于60平方公里'),
                clause: words('第二条'),
                inPrinciple: true,
                source,
              },
            ],
            encouraged: [],
            documents: [{ id: 'plan', title: words('规划'), required: false, source }],
            deadlines: [
              { id: 'application', title: words('申报截止'), days: 45, date: '2026-02-19', source },
            ],
          },
        },
        '示例部',
        true,
      ),
    );
    expect(text).toEqual(
      expect.arrayContaining([
        '1.面积：原则上小于60平方公里（第二条）。',
        '1.规划（可选）。',
        '1.申报截止：2026年2月19日。',
      ]),
    );
    expect(text.join('')).not.toContain('125号');
  });

  it('the letter of return says all that lacks at once, and until when', async () => {
    const texts = await printed(
      returnLetter({
        park: '示例太原园区',
        applicant: '示例太原市人民政府',
        issuer: '示例厅',
        on: '2026-03-02',
        due: '2026-03-12',
        reasons: [
          { field: '片区', reason: '缺少边界' },
          { field: '材料', reason: '缺少规划。' },
        ],
        sample: true,
      }),
    );
    expect(texts).toEqual(
      expect.arrayContaining(['1.片区：缺少边界。', '2.材料：缺少规划。', '示例太原市人民政府：']),
    );
    expect(texts.join('')).toContain('请于2026年3月12日前');
  });

  it('the reply to an objection says what was found and what follows', async () => {
    const said = (text: string) => ({ on: '2026-03-10', by: '示例', text });
    const content: ObjectionContent = {
      notice: 'notice-1',
      application: 'application-1',
      objector: { name: '示例·群众', organisation: '', contact: '示例' },
      grounds: '理由',
      evidence: '',
      receivedOn: '2026-03-03',
      account: 'public',
      concerned: [],
      admission: said('受理'),
      reply: said('经核查，情况属实。'),
      decision: { ...said('撤销拟认定。'), consequence: 'rejected' },
    };
    const about = { notice: '示例公示', park: '示例太原园区', issuer: '示例部' };
    const texts = await printed(objectionReply(content, about, 'upheld', true));
    expect(texts).toEqual(
      expect.arrayContaining([
        '示例·群众：',
        '你（单位）于2026年3月3日就《示例公示》中“示例太原园区”提出的异议收悉。现答复如下：',
        '经核查，情况属实。',
        '经研究，你（单位）提出的异议成立。该申报不予认定。',
        '2026年3月10日',
      ]),
    );
  });
});

describe('a framework agreement', () => {
  it('has its articles, its projects and room for both signatures, and says that it is a sample', async () => {
    const agreement = {
      name: words('哈尔滨—深圳'),
      park: 'org-park-harbin',
      partner: 'org-partner-440300',
      parkPlace: '230100',
      partnerPlace: '440300',
      pairing: 'pairing-1',
      from: '2026-01-01',
      to: '2030-12-31',
      clauses: [],
      projects: [{ key: 'p1', name: '示例电子' }],
      signatures: { park: { by: '示例主任', on: '2026-01-05' } },
    };
    const articles = [{ number: 1, heading: words('招商引资'), text: words('每年两场。'), source: 'test' }];
    const sides = { park: '示例园区', partner: '示例市' };
    const texts = await printed(frameworkAgreement(agreement, articles, sides, true));
    expect(texts).toEqual(
      expect.arrayContaining([
        '第1条　招商引资',
        '每年两场。',
        '共同项目：示例电子。',
        '签署人：示例主任',
        '日期：2026年1月5日',
        '签署人：',
        '日期：　　　　年　　月　　日',
      ]),
    );
  });
});
