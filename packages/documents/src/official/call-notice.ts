import type { BatchContent } from '@tidu/programme';
import { printedDate } from './gbt9704.ts';
import { type Official, type Paragraph, paragraphsOf } from './official.ts';

/** The call for applications (申报通知): conditions, documents and deadlines of a batch. */
export function callNotice({ call, calledOn = '' }: BatchContent, issuer: string, sample: boolean): Official {
  const numbered = (items: readonly string[]): Paragraph[] =>
    items.map((text, i) => ({ text: `${i + 1}.${text}。`.replace(/。。$/, '。'), level: 3 }));
  return {
    head: `${issuer}文件`,
    ...(call.number && !sample && { number: call.number }),
    title: call.title.zh,
    addressee: '各省、自治区、直辖市及计划单列市商务主管部门',
    body: [
      ...paragraphsOf(call.text.zh),
      { text: '一、申报条件', level: 1 },
      ...numbered(
        call.conditions.map(({ title, text, clause }) => `${title.zh}：${text.zh}（${clause.zh}）`),
      ),
      { text: '二、申报材料', level: 1 },
      ...numbered(call.documents.map(({ title, required }) => `${title.zh}${required ? '' : '（可选）'}`)),
      { text: '三、时间安排', level: 1 },
      ...numbered(
        call.deadlines.map(({ title, date, days }) =>
          date ? `${title.zh}：${printedDate(date)}` : `${title.zh}：${days}日内`,
        ),
      ),
    ],
    issuer,
    date: calledOn,
    imprint: { office: `${issuer}办公厅`, date: calledOn },
    sample,
  };
}
