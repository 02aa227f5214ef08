import type { NoticeContent } from '@tidu/programme';
import { printedDate } from './gbt9704.ts';
import { type Official, paragraphsOf } from './official.ts';

/** The public notice of what is proposed (公示): what, how long, and where objections go. */
export function publicNotice(notice: NoticeContent, issuer: string, sample: boolean): Official {
  const { title, text, from = '', to = '', workingDays, contact, entries } = notice;
  const reach = [contact.phone && `电话：${contact.phone}`, contact.email && `电子邮箱：${contact.email}`]
    .filter(Boolean)
    .join('，');
  return {
    title: title.zh,
    body: [
      ...paragraphsOf(text),
      { text: `公示期为${printedDate(from)}至${printedDate(to)}，共${workingDays}个工作日。` },
      {
        text: `对公示内容有异议的，请在公示期内以书面形式向${contact.office}提出，写明姓名或单位、联系方式、事实和依据${reach ? `。${reach}` : ''}。`,
      },
    ],
    attachments: [
      {
        title: '拟认定名单',
        table: {
          columns: [
            { name: '序号', share: 0.1 },
            { name: '名称', share: 0.38 },
            { name: '所在地', share: 0.18 },
            { name: '申报主体', share: 0.34 },
          ],
          rows: entries.map(({ name, placeName, place, applicant }, i) => [
            `${i + 1}`,
            name.zh,
            placeName || place,
            applicant,
          ]),
        },
      },
    ],
    issuer,
    date: from,
    sample,
  };
}
