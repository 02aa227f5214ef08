import { afterAll, beforeAll, describe } from 'vitest';
import { boundariesContract } from './contract/boundaries.ts';
import { currenciesContract } from './contract/currencies.ts';
import { editionsContract } from './contract/editions.ts';
import { goodsContract } from './contract/goods.ts';
import { loadsContract } from './contract/loads.ts';
import { everything, gapless } from './contract/nation.ts';
import { placesContract } from './contract/places.ts';
import { propertiesContract } from './contract/properties.ts';
import type { Open, Stage } from './contract/stage.ts';
import { streamsContract } from './contract/streams.ts';
import { timeContract } from './contract/time.ts';
import { unitsContract } from './contract/units.ts';
import { yearsToDateContract } from './contract/years-to-date.ts';

interface Engine {
  readonly name: string;
  /** A new warehouse with these contents. */
  readonly open: Open;
  /** Properties are tried so much less often, where each question takes long. */
  readonly share?: number;
}

/** What every engine must do; an engine's own test calls this with a way to fill a new warehouse. */
export function warehouseContract({ name, open, share = 1 }: Engine): void {
  describe(`a warehouse on ${name}`, () => {
    const runs = (times: number) => ({ numRuns: Math.ceil(times * share) });
    const stage = { open, runs } as Stage;
    beforeAll(async () => {
      [stage.warehouse, stage.table] = await Promise.all([open(everything), open(gapless)]);
    });
    afterAll(async () => {
      await stage.warehouse?.close();
      await stage.table?.close();
    });
    placesContract(stage);
    timeContract(stage);
    goodsContract(stage);
    editionsContract(stage);
    boundariesContract(stage);
    currenciesContract(stage);
    unitsContract(stage);
    yearsToDateContract(stage);
    loadsContract(stage);
    propertiesContract(stage);
    streamsContract(stage);
  });
}
