import { describe, expect, it } from 'vitest';
import { amount, change, columnUnit, inColumn, money, percent, shorter } from './amount.ts';
import { languageOf } from './language.ts';
import { periodName, yearToDatePeriod } from './month.ts';

describe('amounts', () => {
  it('steps by 万, 亿 and 万亿 in Chinese', () => {
    expect(amount(1234, 'zh-CN')).toBe('1,234');
    expect(amount(12_345, 'zh-CN')).toBe('1.23万');
    expect(amount(3.4567e9, 'zh-CN')).toBe('34.6亿');
    expect(amount(89_012e8, 'zh-CN')).toBe('8.90万亿');
  });

  it('steps by million, billion and trillion in English', () => {
    expect(amount(-1_234_567, 'en')).toBe('−1.23 million');
    expect(amount(345e9, 'en')).toBe('345 billion');
    expect(amount(43.8e12, 'en')).toBe('43.8 trillion');
  });

  it('says the currency in the way of the language', () => {
    expect(money(1e8, 'zh-CN')).toBe('1.00亿元');
    expect(money(1e9, 'en')).toBe('CNY 1.00 billion');
    expect(money(1e9, 'zh-CN', 'USD')).toBe('10.0亿美元');
  });

  it('shows what is missing as missing, never as nought', () => {
    expect(amount(null, 'zh-CN')).toBe('—');
    expect(money(undefined, 'en')).toBe('—');
    expect(percent(Number.NaN, 'en')).toBe('—');
    expect(change(null, 'en')).toBe('—');
  });

  it('gives a change its sign, except when it rounds to nought', () => {
    expect(change(3.04, 'zh-CN')).toBe('+3.0%');
    expect(change(-0.57, 'en')).toBe('−0.6 %');
    expect(change(0.01, 'en')).toBe('0.0 %');
  });

  it('writes a column in one step, by its largest figure', () => {
    const unit = columnUnit([3.6083e12, null, 8.119e11], 'zh-CN');
    expect(unit.name).toBe('亿元');
    expect(inColumn(3.6083e12, unit, 'zh-CN')).toBe('36,083.00');
    expect(inColumn(null, unit, 'zh-CN')).toBe('—');
    expect(columnUnit([5e12], 'en').name).toBe('CNY billion');
    expect(columnUnit([12], 'en', 'USD')).toEqual({ divisor: 1, name: 'USD', digits: 0 });
  });

  it('rounds a percentage to two places', () => {
    expect(percent(25.519, 'zh-CN')).toBe('25.52%');
  });

  it('leaves zeros at the end out on an axis, and only there', () => {
    expect(['2.00万亿元', 'CNY 8.90 billion', '100', '1,000.05'].map(shorter)).toEqual([
      '2万亿元',
      'CNY 8.9 billion',
      '100',
      '1,000.05',
    ]);
  });
});

describe('months and languages', () => {
  it('says a period the short way', () => {
    expect(periodName('2024', 'zh-CN')).toBe('2024年');
    expect(periodName('2024-03', 'en')).toBe('Mar 2024');
    expect(periodName('2024-01..2024-06', 'zh-CN')).toBe('2024年1–6月');
    expect(periodName('2024-01..2024-06', 'en')).toBe('Jan – Jun 2024');
    expect(periodName('2024-05..2025-06', 'en')).toBe('May 2024 – Jun 2025');
  });

  it('writes the year to date', () => {
    expect(yearToDatePeriod('2024-12')).toBe('2024');
    expect(yearToDatePeriod('2024-01')).toBe('2024-01');
    expect(yearToDatePeriod('2025-06')).toBe('2025-01..2025-06');
  });

  it('takes the first wish that names a language, else Chinese', () => {
    expect(languageOf(null, 'en')).toBe('en');
    expect(languageOf('zh', 'en')).toBe('zh-CN');
    expect(languageOf('fr')).toBe('zh-CN');
  });
});
