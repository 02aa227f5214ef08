import { z } from 'zod';
import { names } from './place.ts';

/** Two digits, as the customs publish statistics by. */
export const tradeMode = z.strictObject({
  code: z.string().regex(/^\d{2}$/),
  name: names,
  /** Whether it counts in processing trade (加工贸易), and why. */
  processing: z.boolean(),
  why: names,
  source: z.string(),
});
export type TradeMode = z.infer<typeof tradeMode>;

/** Four digits, as declarations carry. */
export const supervisionMode = z.strictObject({
  code: z.string().regex(/^\d{4}$/),
  name: names.shape.zh,
  fullName: names.shape.zh,
  /** The statistics mode that the goods are counted under; absent where they do not cross the border. */
  tradeMode: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  processing: z.boolean(),
  why: z.string().min(1),
  source: z.string(),
});
export type SupervisionMode = z.infer<typeof supervisionMode>;

/** Processing with supplied materials and with imported materials. */
export const processingModes = ['14', '15'] as const;

/** How UN Comtrade writes processing under customs control for re-export; no pack lists it. */
export const inwardProcessing = 'C06';
