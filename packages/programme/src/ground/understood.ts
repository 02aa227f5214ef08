import type { z } from 'zod';
import { NotAcceptable } from './refusal.ts';

/**
 * The content as its schema understands it.
 * @throws NotAcceptable naming the field
 */
export function understood<T>(schema: z.ZodType<T>, content: unknown, where = 'content'): T {
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new NotAcceptable(
    parsed.error.issues.map(({ path, message }) => ({ field: [where, ...path].join('.'), message })),
  );
}
