import { join } from 'node:path';
import { readPanelTable, unknownWages } from '../../packages/guidance/src/index.ts';
import { matrixOf, panel } from '../../packages/regional/src/index.ts';
import { content, root } from '../repository.ts';
import type { TestedPanel } from './tested-panel.ts';

/**
 * Exports of Mexico's states by subsector: the border, where assembly began, stands for the east, all else for the centre. What
 * is not told apart is no industry, and stays out.
 */
export function mexicanStates(): TestedPanel {
  const told = readPanelTable(join(root, 'packs/world/mexico-exports.csv'));
  const kept = [...told.columns.keys()].filter((column) => told.columns[column] !== 'other');
  const columns = kept.map((column) => told.columns[column] as string);
  const exports = panel(
    told.periods,
    told.at.map((x) => {
      const cells = x.rows.flatMap((_, row) => kept.map((column) => x.at(row, column)));
      return matrixOf(x.rows, columns, Float64Array.from(cells));
    }),
  );
  const border = new Set(
    content('packs/world/mexico-states.csv')
      .split('\n')
      .filter((line) => line.endsWith(',true'))
      .map((line) => line.split(',')[0]),
  );
  return {
    id: 'mexican-states',
    title: 'Exports of 23 subsectors from the 32 states of Mexico, three years ahead',
    observed: {
      exports,
      places: exports.rows.map((code) => ({ region: border.has(code) ? 'east' : 'central' })),
      wageGap: unknownWages,
    },
    horizon: 3,
    regions: { east: 'border', central: 'interior' },
  };
}
