import type { Guidance } from './ground/guidance.ts';

/** Everything that Tidu advises. Routes, commands, receipts and their verification are made from it. */
export const guidanceCatalogue: readonly Guidance[] = [];
