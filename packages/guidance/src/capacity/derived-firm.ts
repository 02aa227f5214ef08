import type { Ground } from '../ground/ground.ts';
import { needOf } from '../plan/suitability.ts';

type Profile = Ground['costs']['profiles'][number];

/** Yuan of output a year, for which the needs of the pack are told. */
const output = 1e8;
const names = {
  zh: '年产出1亿元的企业（按每亿元用工、用电、用地推得）',
  en: 'A firm of CNY 100 million of output a year (derived from what as much output takes)',
};
const note = {
  zh: '只计人工、用电、用地和由此可算的政策；原料、运输、设备未知，未计',
  en: 'Labour, power, land and the measures that follow from them alone; inputs, freight and equipment are unknown and left out',
};

/**
 * A typical firm of a group that no profile of the pack stands for: what 亿元 of output takes of people, power and land, and nothing
 * else. Nothing where the pack does not know how many people.
 */
export function derivedFirm({ pack }: Pick<Ground, 'pack'>, group: string): Profile | undefined {
  const found = pack.groups.find(({ id }) => id === group);
  const [people, power, land] = (['employees', 'electricity', 'land'] as const).map((item) =>
    needOf(pack.intensities, group, item),
  );
  const sources = pack.intensities.filter((one) => one.group === group).map(({ source }) => source);
  if (!found || people === undefined) return undefined;
  return {
    id: `derived-${group}`,
    names,
    note,
    sure: 'derived',
    source: [...new Set(sources)].join(', '),
    plan: {
      products: [{ hs: found.chapters[0], outputCny: output }],
      jobs: [{ skill: 'worker', count: Math.round(people) }],
      ...(power === undefined ? {} : { powerKwh: power * 10_000 }),
      ...(land === undefined ? {} : { site: { premises: 'land' as const, landM2: land * 10_000 } }),
      customs: { processing: true },
    },
  };
}
