import { join } from 'node:path';
import { readPanelTable, unknownWages } from '../../packages/guidance/src/index.ts';
import type { Pack } from '../../packages/reference/src/index.ts';
import { root } from '../repository.ts';
import type { TestedPanel } from './tested-panel.ts';

/** Value added of the three sectors by province, ten years: no trade, but real shares of places in what a nation makes. */
export function provinceSectors(pack: Pack): TestedPanel {
  const made = readPanelTable(join(root, 'packs/cn/statistics/province-sectors.csv'));
  const regionOf = new Map(pack.places.map(({ code, region }) => [code, region]));
  return {
    id: 'province-sectors',
    title: 'Value added of three sectors in 31 provinces, three years ahead',
    observed: {
      exports: made,
      places: made.rows.map((code) => {
        const region = regionOf.get(code);
        if (!region) throw new Error(`the pack tells no region of ${code}`);
        return { region };
      }),
      wageGap: unknownWages,
    },
    horizon: 3,
  };
}
