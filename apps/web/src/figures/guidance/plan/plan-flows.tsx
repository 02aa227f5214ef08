import { useQuery } from '@tanstack/react-query';
import { asks } from '../../../api/asks.ts';
import type { Placement } from '../../../api/scenario.client.ts';
import { FlowMap } from '../../../maps/flow.map.tsx';
import { money } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import { Skeleton, Trouble } from '../../state.tsx';
import type { PlanNames } from './plan-names.ts';

const drawn = 40;

/** From which city to which park, all goods together: the largest as arcs. The table beside has the numbers. */
export function PlanFlows({ placements, names }: { placements: readonly Placement[]; names: PlanNames }) {
  const { t, language } = useWords();
  const provinces = useQuery(asks.map('provinces'));
  const inset = useQuery(asks.map('inset'));
  const error = provinces.error ?? inset.error;
  if (error) return <Trouble error={error} />;
  if (!provinces.data || !inset.data) return <Skeleton height={420} />;
  const sums = new Map<string, { origin: string; park: string; amount: number }>();
  for (const { origin, park, amount } of placements) {
    const key = `${origin} ${park}`;
    sums.set(key, { origin, park, amount: (sums.get(key)?.amount ?? 0) + amount });
  }
  const flows = [...sums.values()].sort((a, b) => b.amount - a.amount).slice(0, drawn);
  const most = flows[0]?.amount ?? 1;
  return (
    <FlowMap
      provinces={provinces.data}
      inset={inset.data}
      label={t('placement.map')}
      flows={flows.flatMap(({ origin, park, amount }) => {
        const [from, to] = [names.placeAt(origin), names.parkAt(park)];
        if (!from || !to) return [];
        const label = `${names.place(origin)} → ${names.park(park)} ${money(amount, language)}`;
        return [{ key: `${origin} ${park}`, from, to, size: amount / most, label }];
      })}
    />
  );
}
