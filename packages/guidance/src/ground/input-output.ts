import { names } from '@tidu/reference';
import { z } from 'zod';
import { sureness } from '../comparison/cost-facts.ts';

const share = z.number().min(0).max(1);

/** What manufacturing takes from manufacturing, after an input–output table; which sectors stand for which groups of goods. */
export const inputOutputTable = z.strictObject({
  year: z.number().int(),
  sure: z.enum(sureness),
  source: z.string().min(1),
  sectors: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        name: names,
        /** Divisions of GB/T 4754. */
        industries: z.array(z.string().regex(/^\d{2}$/)).min(1),
        /** 亿元. */
        output: z.number().positive(),
        /** Compensation of employees over output. */
        pay: share,
        valueAdded: share,
        /** By supplying sector: yuan of its goods, domestic or imported, per yuan of output; below 0.00005 it is left out. */
        inputs: z.record(z.string(), share),
      }),
    )
    .min(1),
  groups: z.array(z.strictObject({ group: z.string().min(1), sectors: z.array(z.string()).min(1) })),
});
export type InputOutputTable = z.infer<typeof inputOutputTable>;

/**
 * Yuan of goods of the supplying group that a yuan of output of the using group takes: Σ flows ÷ Σ output over the sectors that
 * stand for the two. A sector stands for several groups where the table does not tell them apart (chemicals, medicines, plastics
 * and rubber are one sector); what is told is then of the sector. Nothing where a group is not in the table.
 * Source: direct input coefficients (直接消耗系数) of the table.
 */
export function inputFrom(table: InputOutputTable, supplier: string, user: string): number | undefined {
  const sectorsOf = (id: string) => table.groups.find(({ group }) => group === id)?.sectors;
  const supplying = sectorsOf(supplier);
  const using = sectorsOf(user);
  if (!supplying || !using) return undefined;
  let taken = 0;
  let output = 0;
  for (const sector of table.sectors) {
    if (!using.includes(sector.id)) continue;
    output += sector.output;
    for (const id of supplying) taken += (sector.inputs[id] ?? 0) * sector.output;
  }
  return output > 0 ? taken / output : undefined;
}
