import type { ComparedFigure } from '../api/company.client.ts';
import { number } from './amount.ts';
import type { Language } from './language.ts';

const per: Readonly<Record<string, string>> = {
  year: '年',
  month: '月',
  m2: '㎡',
  m3: '立方米',
  kWh: '千瓦时',
  people: '人',
  periods: '期',
  groups: '组',
  ties: '项',
  days: '天',
  day: '日',
  ha: '公顷',
  MVA: '兆伏安',
  beds: '张',
  t: '吨',
  TEU: '标准箱',
  share: '',
};

const digits = (value: number): number =>
  Number.isInteger(value) ? 0 : Math.abs(value) < 1 ? 4 : Math.abs(value) < 100 ? 2 : 0;

const plain = (value: number, language: Language): string =>
  number(value, language, digits(value))
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

/** A value of a figure with its unit; shares in per cent. */
export function valueText(value: number, unit: string, language: Language): string {
  if (/^share\b/.test(unit)) return `${plain(value * 100, language)}%`;
  return `${plain(value, language)} ${unitText(unit, language)}`.trim();
}

/** A figure with its unit, or both ends between which it lies. */
export const figureText = ({ low, high, unit }: ComparedFigure, language: Language): string =>
  low === high
    ? valueText(low, unit, language)
    : `${valueText(low, unit, language).replace(/ .*$/, '')}–${valueText(high, unit, language)}`;

/** @example unitText('CNY/m2/month', 'zh-CN') // '元/㎡/月' */
const unitText = (unit: string, language: Language): string =>
  language === 'en'
    ? unit
    : unit
        .split('/')
        .map((part) => (part === 'CNY' ? '元' : (per[part] ?? part)))
        .join('/');
