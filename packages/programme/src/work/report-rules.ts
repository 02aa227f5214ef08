import { names } from '@tidu/reference';
import { z } from 'zod';

/** What a programme asks of monthly reports: data of the pack. */
export const reportRules = z.strictObject({
  /** The day of the following month by which a report is due. */
  dueDay: z.int().min(1).max(28),
  /** So many days before it is due, and after, the park is reminded. */
  remindBefore: z.array(z.int().positive()),
  remindAfter: z.array(z.int().positive()),
  /** A figure that changed by more than this share since the month before has to be explained. */
  largeChange: z.number().positive(),
  note: names,
  source: z.string(),
});
export type ReportRules = z.infer<typeof reportRules>;
