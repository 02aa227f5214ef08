import { readFileSync } from 'node:fs';
import { type Panel, panelFromRecords } from '@tidu/regional';

const header = 'period,place,sector,value';
const row = /^(\d{4}),([\w-]+),([\w-]+),(-?\d+(?:\.\d+)?)$/;

/**
 * Reads a panel from a table `period,place,sector,value` that a pack holds; what no row names is missing (NaN).
 * @throws Error naming file and line, where a row is not of that form
 */
export function readPanelTable(file: string): Panel {
  const [first, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  if (first !== header) throw new Error(`${file}:1: begins with "${first}"; the columns are ${header}`);
  const records = lines.map((line, i) => {
    const cells = row.exec(line);
    if (!cells) throw new Error(`${file}:${i + 2}: "${line}" is not a year, a place, a sector and a number`);
    const [, period, place, sector, value] = cells;
    return { period, place, sector, value: Number(value) };
  });
  return panelFromRecords(records, ['period', 'place', 'sector', 'value']);
}
