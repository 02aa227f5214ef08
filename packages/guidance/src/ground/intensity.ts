import { names } from '@tidu/reference';
import { z } from 'zod';
import { range, sureness } from '../comparison/cost-facts.ts';

/** What 100 million yuan (亿元) of yearly output takes, each in its unit. */
const intensityUnits = {
  /** Compensation of employees: how much of a yuan of output goes to labour. */
  pay: 'share of output',
  employees: 'persons per 100 million CNY',
  electricity: '10,000 kWh per 100 million CNY',
  /** Coal, oil products, power, heat and gas that are bought: the load on the environment, as far as it is known by group. */
  'energy-payments': 'share of output',
  land: 'ha per 100 million CNY',
} as const;
const items = Object.keys(intensityUnits) as (keyof typeof intensityUnits)[];

/** What making one group of goods takes of one resource; what is not known has no record. */
export const intensity = z
  .strictObject({
    group: z.string().min(1),
    item: z.enum(items),
    value: z.union([z.number().positive(), range]),
    unit: z.string(),
    date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a year, a month or a day'),
    sure: z.enum(sureness),
    source: z.string().min(1),
    note: names,
  })
  .superRefine(({ item, unit }, context) => {
    if (unit !== intensityUnits[item])
      context.addIssue({
        code: 'custom',
        path: ['unit'],
        message: `${item} is counted in ${intensityUnits[item]}`,
      });
  });
export type Intensity = z.infer<typeof intensity>;
