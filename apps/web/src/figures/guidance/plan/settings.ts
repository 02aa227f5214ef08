import type { PlanRequest } from '../../../api/scenario.client.ts';
import { rulesOf, weightsOf } from '../../../forms/scenario/usual.ts';
import type { PlanNames } from './plan-names.ts';

type Say = (key: string, values?: Record<string, string | number>) => string;
const yi = 1e8;
const plain = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Everything that a request sets, by what it is called, in words. */
function settings(request: PlanRequest, names: PlanNames, t: Say): Map<string, string> {
  const told = new Map<string, string>();
  for (const [term, weight] of Object.entries(weightsOf(request)))
    told.set(t('placement.weightOf', { term: t(`placement.terms.${term}`) }), plain(weight));
  const { least, most, lot, bonus, movable } = rulesOf(request);
  told.set(t('placement.volume'), t(`placement.volumes.${movable}`));
  told.set(t('placement.least'), t('placement.ofEven', { times: plain(least) }));
  told.set(
    t('placement.most'),
    most === null ? t('placement.noMost') : t('placement.ofEven', { times: plain(most) }),
  );
  told.set(t('placement.lot'), `${plain(lot / yi)} ${t('placement.yi')}`);
  told.set(t('placement.pairing'), plain(bonus));
  for (const { park, kind, limit } of request.limits ?? [])
    told.set(
      `${names.park(park)} ${names.kind(kind)}`,
      limit === null ? t('placement.lifted') : `${plain(limit)} ${names.unit(kind)}`,
    );
  for (const { group, kind, need } of request.needs ?? [])
    told.set(
      t('placement.needOf', {
        group: group ? names.group(group) : t('placement.any'),
        kind: names.kind(kind),
      }),
      `${plain(need)} ${names.unit(kind)}`,
    );
  const goods = ({ origin, group, park }: { origin?: string; group?: string; park?: string }) =>
    `${origin ? names.place(origin) : t('placement.any')} ${group ? names.group(group) : t('placement.any')} → ${park ? names.park(park) : t('placement.any')}`;
  for (const one of request.required ?? [])
    told.set(`${t('placement.required')} ${goods(one)}`, `${plain(one.amount / yi)} ${t('placement.yi')}`);
  for (const { origin, group, volume } of request.volumes ?? [])
    told.set(
      t('placement.movableOf', { origin: names.place(origin), group: names.group(group) }),
      `${plain(volume / yi)} ${t('placement.yi')}`,
    );
  for (const one of request.excluded ?? []) told.set(`${t('placement.excluded')} ${goods(one)}`, '✓');
  return told;
}

/** What two requests set differently; what only one sets stands in the other as it is stated, or not at all. */
export function settingsThatDiffer(
  a: PlanRequest,
  b: PlanRequest,
  names: PlanNames,
  t: Say,
): { name: string; a: string; b: string }[] {
  const [first, second] = [settings(a, names, t), settings(b, names, t)];
  return [...new Set([...first.keys(), ...second.keys()])]
    .filter((name) => first.get(name) !== second.get(name))
    .map((name) => ({
      name,
      a: first.get(name) ?? t('placement.notSet'),
      b: second.get(name) ?? t('placement.notSet'),
    }));
}
