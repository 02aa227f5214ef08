import { type Costs, companyPlanSchema, type Profile, readCosts } from '@tidu/guidance';
import type { Plans } from '@tidu/programme';

type CostsOfPack = Costs & { readonly profiles: readonly Profile[] };
const packs = new Map<string, CostsOfPack>();

/** What places cost, and plans to start from, by the pack: read when first asked for, and kept. */
export function costsOfPack(packRoot: string): CostsOfPack {
  const kept = packs.get(packRoot) ?? readCosts(packRoot);
  packs.set(packRoot, kept);
  return kept;
}

/** Plans of companies as the programme asks of them. */
export const programmePlans: Plans = {
  faults(plan) {
    const { error } = companyPlanSchema.safeParse(plan);
    return (error?.issues ?? []).map(({ path, message }) => ({ field: path.join('.'), message }));
  },
};
