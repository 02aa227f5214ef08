import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { commodityGroup } from './commodity-group.ts';
import type { GuidancePack } from './guidance-pack.ts';
import { inputOutputTable } from './input-output.ts';
import { intensity } from './intensity.ts';

/** Files of a pack that guidance rests on and that are not as they should be. */
export class GuidancePackFault extends Error {
  readonly code = 'guidance-pack-fault';
  readonly faults: readonly string[];
  constructor(folder: string, faults: readonly string[]) {
    super(
      `what guides in ${folder} has ${faults.length} fault(s); first: ${faults[0]}; packs/cn/README.md says what stands there`,
    );
    this.faults = faults;
  }
}

/**
 * Reads `guidance/*.json` of a pack.
 * @throws GuidancePackFault with every fault: file, record, field, reason
 */
export function readGuidancePack(pack: string): GuidancePack {
  const faults: string[] = [];
  const content = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
    try {
      const read = schema.safeParse(JSON.parse(readFileSync(join(pack, file), 'utf8')));
      if (read.success) return read.data;
      for (const { path, message } of read.error.issues)
        faults.push(`${file}[${path.join('.')}]: ${message}`);
    } catch (error) {
      faults.push(`${file}: cannot be read: ${(error as Error).message}`);
    }
    return undefined;
  };
  // A pack that knows only its groups is sound: what goods take is then not known.
  const optional = <T>(file: string, schema: z.ZodType<T>): T | undefined =>
    existsSync(join(pack, file)) ? content(file, schema) : undefined;
  const groups = content('guidance/commodity-groups.json', z.array(commodityGroup)) ?? [];
  const intensities = optional('guidance/intensities.json', z.array(intensity)) ?? [];
  const inputOutput = optional('guidance/input-output.json', inputOutputTable);
  const seen = new Map<string, string>();
  for (const { id, chapters } of groups) {
    for (const chapter of chapters) {
      const other = seen.get(chapter);
      if (other)
        faults.push(`guidance/commodity-groups.json: chapter ${chapter} stands in ${other} and in ${id}`);
      seen.set(chapter, id);
    }
  }
  if (faults.length > 0) throw new GuidancePackFault(pack, faults);
  return { groups, intensities, inputOutput };
}
