import { names } from '@tidu/reference';
import { z } from 'zod';
import { companyPlanSchema } from './company-plan.ts';
import { sureness } from './cost-facts.ts';

/** A plan to start from: typical figures of an industry, to be replaced by the company's own. */
export const profile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  names,
  note: names,
  sure: z.enum(sureness),
  source: z.string().min(1),
  plan: companyPlanSchema,
});
export type Profile = z.infer<typeof profile>;
