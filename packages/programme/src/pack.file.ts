import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { frameworkFile } from './assessment/framework.ts';
import { callTemplate } from './batch/call.ts';
import { yearArrangement } from './calendar/calendar.ts';
import { agreementTemplates } from './pairing/agreement-templates.ts';
import { pulseRule } from './pairing/pulse.ts';
import { parkField } from './park/field.ts';
import { industry } from './project/project.ts';
import { reviewRules } from './review/rules.ts';
import { reportRules } from './work/report-rules.ts';

/** Files of `packs/cn/programme`, each with its schema; a slice of the programme adds its own. */
const files = {
  /** From which a new call is made. */
  calls: z.array(callTemplate).min(1),
  frameworks: frameworkFile,
  'agreement-templates': agreementTemplates,
  'pairing-pulse': pulseRule,
  'monthly-report': reportRules,
  /** Divisions of manufacturing. */
  industries: z.array(industry).min(1),
  /** Holidays and days worked in exchange, by year. */
  calendar: z.array(yearArrangement),
  /** How applications are judged, given notice of and listed. */
  review: reviewRules,
  /** What may be said of a park. */
  'park-fields': z.array(parkField).min(1),
} as const satisfies Record<string, z.ZodType>;

export type ProgrammePack = { readonly [name in keyof typeof files]: z.infer<(typeof files)[name]> };

/** A file of the pack is missing or is not what its schema says. */
export class ProgrammePackFault extends Error {
  readonly code = 'pack-fault';
  readonly remedy = 'mend the file named';
}

/** @throws ProgrammePackFault naming file and field */
export function readProgrammePack(packRoot: string): ProgrammePack {
  return Object.fromEntries(
    Object.entries<z.ZodType>(files).map(([name, schema]) => {
      const file = join('programme', `${name}.json`);
      const parsed = schema.safeParse(JSON.parse(readFileSync(join(packRoot, file), 'utf8')));
      if (!parsed.success) throw new ProgrammePackFault(`${file}: ${z.prettifyError(parsed.error)}`);
      return [name, parsed.data];
    }),
  ) as ProgrammePack;
}
