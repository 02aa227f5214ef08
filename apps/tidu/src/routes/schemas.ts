import { flows } from '@tidu/reference';
import { z } from 'zod';

export const words = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Words' });
export const flow = z.enum(flows).default('total');

/** A list in an address: repeated, or separated by commas. */
export const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) =>
    value === undefined
      ? []
      : [value]
          .flat()
          .flatMap((text) => text.split(','))
          .filter(Boolean),
  );

export const loadBrief = z.object({ id: z.int(), file: z.string(), at: z.string(), synthetic: z.boolean() });
