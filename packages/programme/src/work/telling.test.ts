import { describe, expect, it } from 'vitest';
import { mailText } from './mail-text.ts';
import { nextTry, triesAtMost } from './next-try.ts';
import { circlesTold, happenedWords } from './telling.ts';

describe('what is told', () => {
  it('is every act, to all concerned', () => {
    expect(circlesTold('pairing', 'sign')).toEqual(['organisations', 'people', 'next']);
  });

  it('is not what somebody is still writing', () => {
    expect(circlesTold('application', 'edit')).toEqual([]);
  });

  it('keeps a reviewer’s mark from the organisations', () => {
    expect(circlesTold('score', 'submit')).toEqual(['people', 'next']);
  });

  it('says what was done and how the record stands', () => {
    expect(
      happenedWords({ act: { zh: '退回', en: 'return' }, state: { zh: '已退回', en: 'returned' } }),
    ).toEqual({ zh: '退回，现为“已退回”', en: 'Return: now “returned”' });
  });
});

describe('a mail', () => {
  const item = {
    title: { zh: '太原市\r\nBcc: all@example.org', en: 'Taiyuan' },
    words: { zh: '退回', en: 'Return' },
    link: 'https://tidu.example/work',
  };

  it('speaks Chinese first, then English', () => {
    const { text } = mailText([item], 'https://tidu.example/work');
    expect(text.indexOf('退回')).toBeLessThan(text.indexOf('Return'));
    expect(text).toContain('https://tidu.example/work');
  });

  it('keeps its subject in one line, whatever a record is called', () => {
    expect(mailText([item], '').subject).not.toMatch(/[\r\n]/);
  });

  it('counts what it gathers', () => {
    expect(mailText([item, item], '').subject).toContain('2 条消息');
  });
});

describe('what could not be sent', () => {
  const now = new Date('2026-11-26T00:00:00Z');
  it('is tried again after ever longer waits, and then put aside', () => {
    expect(nextTry(1, now)?.toISOString()).toBe('2026-11-26T00:01:00.000Z');
    expect(nextTry(4, now)?.toISOString()).toBe('2026-11-26T00:08:00.000Z');
    expect(nextTry(triesAtMost, now)).toBeUndefined();
  });
});
