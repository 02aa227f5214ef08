import type { ListContent } from '@tidu/programme';
import { type Attachment, type Official, paragraphsOf } from './official.ts';

/** The notice that issues lists (关于印发名单的通知), each list an attachment of its own. */
export function listNotice(list: ListContent, sample: boolean): Official {
  const { issuer, number, addressee, text, title, issuedOn = '', lists } = list;
  return {
    head: `${issuer}文件`,
    ...(number && { number }),
    title: title.zh,
    ...(addressee && { addressee }),
    body: paragraphsOf(text),
    attachments: lists.map(
      ({ title: name, entries }): Attachment => ({
        title: name.zh,
        table: {
          columns: [
            { name: '序号', share: 0.1 },
            { name: '名称', share: 0.38 },
            { name: '所在地', share: 0.18 },
            { name: '申报主体', share: 0.34 },
          ],
          rows: entries.map((entry, i) => [
            `${i + 1}`,
            entry.name.zh,
            entry.placeName || entry.place,
            entry.applicant,
          ]),
        },
      }),
    ),
    issuer,
    date: issuedOn,
    imprint: { office: `${issuer}办公厅`, date: issuedOn },
    sample,
  };
}
