import type { Names } from '@tidu/reference';

/** One thing to be told by mail: the record's title, what happened to it, where it is. */
export interface MailItem {
  readonly title: Names;
  readonly words: Names;
  readonly link: string;
}

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/**
 * A mail in plain text, Chinese first: titles, what happened and links, nothing of what records hold.
 * Several items make a digest.
 */
export function mailText(items: readonly MailItem[], settings: string): MailText {
  const [first] = items;
  const subject =
    items.length === 1 && first
      ? `梯度｜${oneLine(first.title.zh)}：${oneLine(first.words.zh)}`
      : `梯度｜${items.length} 条消息 (${items.length} notices)`;
  const zh = items.map(({ title, words, link }) => `${title.zh}\n${words.zh}\n${link}`);
  const en = items.map(({ title, words, link }) => `${title.en}\n${words.en}\n${link}`);
  return {
    subject,
    text: [
      ...zh,
      '—',
      ...en,
      '—',
      `在此设置是否接收邮件 Whether you get mail: ${settings}`,
      '本邮件由系统自动发送，请勿回复。 Sent by the system; please do not reply.',
    ].join('\n\n'),
  };
}

/** A header is one line: what a record is called cannot add another. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
