import { useQuery } from '@tanstack/react-query';
import { asks } from '../../../api/asks.ts';
import { guidanceAsk } from '../../../api/guidance.asks.ts';
import type { LimitKind, RuleOfPlan } from '../../../api/scenario.client.ts';
import type { Position } from '../../../api/types.ts';
import { useWords } from '../../../words/words.ts';

/** What a plan's codes are called, and where they lie; nothing before the names are there. */
export function usePlanNames() {
  const { t, of } = useWords();
  const places = useQuery(asks.places());
  const known = useQuery(guidanceAsk('known', {}));
  if (!places.data || !known.data) return undefined;
  const { groups, parks } = known.data.result;
  const placeAt = new Map(places.data.places.map((one) => [one.code, one]));
  const parkAt = new Map(parks.map((one) => [one.id, one]));
  const groupAt = new Map(groups.map((one) => [one.id, one]));
  const place = (code: string) => {
    const found = placeAt.get(code);
    return found ? of(found.short ?? found.name) : code;
  };
  const park = (id: string) => {
    const found = parkAt.get(id);
    return found ? of(found.names) : id;
  };
  const group = (id: string) => {
    const found = groupAt.get(id);
    return found ? of(found.name) : id;
  };
  const kind = (one: LimitKind) => t(`placement.kinds.${one}`);
  const at = (code: string | undefined): Position | undefined => {
    const found = placeAt.get(code ?? '');
    return found?.longitude === undefined || found.latitude === undefined
      ? undefined
      : [found.longitude, found.latitude];
  };
  return {
    parks,
    groups,
    place,
    park,
    group,
    kind,
    unit: (one: LimitKind) => t(`placement.units.${one}`),
    placeAt: at,
    parkAt: (id: string) => at(parkAt.get(id)?.place),
    /** A rule of a plan in words. */
    rule: ({ rule, origin = '', group: goods = '', park: where = '', kind: what }: RuleOfPlan) =>
      t(`placement.rule.${rule}`, {
        origin: place(origin),
        group: group(goods),
        park: park(where),
        kind: what ? kind(what) : '',
      }),
  };
}

export type PlanNames = NonNullable<ReturnType<typeof usePlanNames>>;
