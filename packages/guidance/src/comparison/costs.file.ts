import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Costs, freightRate, gateway, labourFigure, nationalFigure, placeCost } from './cost-facts.ts';
import { type Profile, profile } from './profile.ts';

/** Files of a pack on what places cost that are not as they should be. */
export class CostsFault extends Error {
  readonly code = 'costs-fault';
  readonly faults: readonly string[];
  constructor(folder: string, faults: readonly string[]) {
    super(
      `the costs in ${folder} have ${faults.length} fault(s); first: ${faults[0]}; packs/cn/README.md says what stands there`,
    );
    this.faults = faults;
  }
}

/**
 * Reads `costs/*.json` and `profiles.json` of a pack.
 * @throws CostsFault with every fault: file, record, field, value, reason
 */
export function readCosts(pack: string): Costs & { readonly profiles: readonly Profile[] } {
  const faults: string[] = [];
  const records = <T>(file: string, schema: z.ZodType<T>): T[] => {
    let content: unknown;
    try {
      content = JSON.parse(readFileSync(join(pack, file), 'utf8'));
    } catch (error) {
      faults.push(`${file}: cannot be read: ${(error as Error).message}`);
      return [];
    }
    if (!Array.isArray(content)) {
      faults.push(`${file}: is no list of records`);
      return [];
    }
    return content.flatMap((record, i) => {
      const read = schema.safeParse(record);
      if (read.success) return [read.data];
      for (const { path, message } of read.error.issues) {
        faults.push(`${file}[${i}]: ${path.join('.') || 'record'}: ${shown(record, path)}: ${message}`);
      }
      return [];
    });
  };
  const read = {
    places: records('costs/place-costs.json', placeCost),
    national: records('costs/national.json', nationalFigure),
    gateways: records('costs/gateways.json', gateway),
    freight: records('costs/freight.json', freightRate),
    labour: records('costs/labour.json', labourFigure),
    profiles: records('profiles.json', profile),
  };
  if (faults.length > 0) throw new CostsFault(pack, faults);
  return read;
}

function shown(record: unknown, path: readonly PropertyKey[]): string {
  let value = record;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return value === undefined ? 'not given' : JSON.stringify(value).slice(0, 60);
}
