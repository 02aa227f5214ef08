import { type Figure, notes } from '@tidu/indicators';
import type { Pack } from '@tidu/reference';
import { word } from './names.ts';
import { columnsOfText } from './text-table.ts';

const signs: Readonly<Record<Figure['unit'], string>> = {
  percent: '%',
  CNY: 'CNY',
  index: '',
  degrees: '°',
  km: 'km',
};

/** A figure for people in a terminal: names, two decimals, what it covers, what to know about it. */
export function figureWords(figure: Figure, processing: boolean, pack: Pack): string {
  const places = new Map(pack.places.map(({ code, name }) => [code, name.en]));
  const named = (key: string): string => {
    const [of = '', ...parts] = key.split('.');
    const name = of
      .split('>')
      .map((code) => places.get(code) ?? nameOf(code))
      .join(' → ');
    return [name, ...parts.map(nameOf)].join(', ');
  };
  const sign = (key: string): string => (key.endsWith('.km') ? 'km' : signs[figure.unit]);
  const rows = Object.entries(figure.values).map(([key, value]) => [
    named(key),
    value === null ? 'not known' : value.toFixed(figure.unit === 'index' ? 4 : 2),
    value === null ? '' : sign(key),
  ]);
  const missing = codes(figure.coverage.missing).map((code) => named(code));
  const months = codes(figure.coverage.missingMonths);
  return [
    `${figure.figure}, ${figure.period}: ${subject(figure, processing)}`,
    '',
    columnsOfText(rows, [1]),
    ...(missing.length > 0 ? ['', `No figure is published for: ${missing.join(', ')}`] : []),
    ...(months.length > 0 ? ['', `Months not loaded: ${months.join(', ')}`] : []),
    ...(figure.notes.length > 0 ? ['', ...figure.notes.map((code) => `- ${notes[code] ?? code}`)] : []),
    ...(figure.synthetic ? ['', '合成 SYNTHETIC: the statistics behind this figure are made up.'] : []),
  ].join('\n');
}

/** @example subject(parkCitiesShare2024, false) // 'total trade, 10 of 13 cities' */
function subject({ figure, flow, coverage }: Figure, processing: boolean): string {
  const trade = processing ? 'processing trade' : 'total trade';
  const direction = flow === 'total' ? '' : `, ${flow}s`;
  const { of } = coverage;
  const counted =
    figure === 'park-cities-share' && typeof of === 'number'
      ? `, ${codes(coverage.named).length} of ${of} cities`
      : '';
  return `${trade}${counted}${direction}`;
}

const codes = (list: unknown): readonly string[] => (Array.isArray(list) ? list.map(String) : []);

const nameOf = (key: string): string => {
  const known = word('en', key);
  return known === key ? key.charAt(0).toUpperCase() + key.slice(1) : known;
};
