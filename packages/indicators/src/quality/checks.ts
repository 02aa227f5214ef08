import { balance } from './balance.ts';
import { seriesBreak } from './break.ts';
import type { Check } from './check.ts';
import { completeness } from './completeness.ts';
import { mirror } from './mirror.ts';
import { timeliness } from './timeliness.ts';
import { unitValue } from './unit-value.ts';

/** Every check of the statistics' quality. */
export const checks: readonly Check[] = [balance, mirror, unitValue, seriesBreak, completeness, timeliness];
