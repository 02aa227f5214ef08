import { type Names, words } from '@tidu/reference';
import type { LimitKind } from '../plan/limit-kinds.ts';
import { limitUnits } from '../plan/limit-kinds.ts';
import type { PlanOfGround } from '../plan/plan.ts';
import type { Draft } from './advice.ts';
import { ofRecord, ofStatistics } from './made-up.ts';
import type { Sight } from './sight.ts';

/** Limits that are named at most for the programme. */
const named = 3;

export const limitNames: Readonly<Record<LimitKind, Names>> = {
  land: words('用地', 'land'),
  factories: words('厂房', 'factories'),
  power: words('用电', 'power'),
  water: words('用水', 'water'),
  labour: words('劳动力', 'labour'),
  dormitories: words('宿舍', 'dormitories'),
  environment: words('排放', 'emissions'),
  logistics: words('运力', 'freight'),
};

type FullLimit = PlanOfGround['limits'][number] & { readonly worth: number; readonly at: number };

/** Limits of the plan of which one unit more would be worth something, the dearest first. */
export function fullLimits({ plan }: Sight): FullLimit[] {
  return (plan?.limits ?? [])
    .flatMap((limit, at) =>
      limit.full && limit.priceOpen !== null && limit.priceOpen > 0
        ? [{ ...limit, worth: limit.priceOpen, at }]
        : [],
    )
    .sort((a, b) => b.worth - a.worth || (`${a.park} ${a.kind}` < `${b.park} ${b.kind}` ? -1 : 1));
}

/** What one more unit of a limit would be worth to the plan: for one park, or the dearest of all. */
export function oneMoreUnit(sight: Sight, park?: string): Draft[] {
  const { ground, plan } = sight;
  const full = fullLimits(sight);
  const asked = park === undefined ? full.slice(0, named) : full.filter((limit) => limit.park === park);
  return asked.flatMap(({ park: id, kind, limit, worth, at }): Draft[] => {
    const names = ground.parks.find((one) => one.id === id)?.names;
    if (!names) return [];
    const most = full.find((one) => one.kind === kind)?.worth ?? worth;
    const [what, unit] = [limitNames[kind], limitUnits[kind]];
    const sample = plan?.sampleLimits.some((one) => one.park === id && one.kind === kind) ?? false;
    return [
      {
        kind: 'one-more-unit',
        extent: worth / most,
        sure: 'open',
        about: {
          what: 'resource',
          id: `${id} ${kind}`,
          names: words(`${names.zh}${what.zh}`, `${what.en} of ${names.en}`),
        },
        says:
          park === undefined
            ? words(`支持${names.zh}增加${what.zh}`, `Help ${names.en} to more ${what.en}`)
            : words(
                `争取增加${what.zh}：布局方案里这一项已用满`,
                `Get more ${what.en}: the plan uses all there is`,
              ),
        reasons: [
          {
            code: 'limit',
            says: words(`现有${what.zh}`, `${what.en} there is`),
            quantity: { value: limit, as: 'amount', unit },
            evidence: { in: 'guidance', name: 'plan', request: {}, field: `/limits/${at}/limit` },
            madeUp: ofRecord(sample),
          },
          {
            code: 'worth',
            says: words(
              `每多1${unit.zh}，布局方案每年多得（出口按合适程度折算）`,
              `What one more ${unit.en} adds to the plan a year (exports, each counted by how well it fits)`,
            ),
            quantity: { value: worth, as: 'money' },
            evidence: { in: 'guidance', name: 'plan', request: {}, field: `/limits/${at}/priceOpen` },
            madeUp: ofStatistics(ground.trade) ?? ofRecord(sample),
          },
        ],
      },
    ];
  });
}
