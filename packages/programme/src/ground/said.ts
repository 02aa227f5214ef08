import { z } from 'zod';
import type { Doing, Facts } from './kind.ts';

export const text = z.string().trim().min(1, 'say it in words').max(8000);
/** What somebody said in the course of a case. */
export const said = z.strictObject({ on: z.iso.date(), by: z.string(), text });
type Said = z.infer<typeof said>;

export const says = ({ today, asker, given }: Facts): Said => ({
  on: today,
  by: asker.name || asker.account,
  text: String(given.text),
});

/** An act by which somebody says something, which the content keeps under this name. */
export const saidAs = <K extends string, C extends { readonly [name in K]?: Said | undefined }, X>(
  name: K,
): Doing<C, X> => ({
  given: z.strictObject({ text }),
  change: (content, facts) => ({ ...content, [name]: says(facts) }),
});
