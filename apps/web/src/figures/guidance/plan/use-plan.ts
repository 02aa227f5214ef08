import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { guidanceAsk } from '../../../api/guidance.asks.ts';
import type { PlanRequest } from '../../../api/scenario.client.ts';
import { weightsOf } from '../../../forms/scenario/usual.ts';

/** Milliseconds that a hand rests before the plan is asked, and before it is asked in full while weights move. */
const pause = 200;
const rest = 900;

/** A value once it has stood still for a while. */
function useSettled<T>(value: T, wait: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), wait);
    return () => window.clearTimeout(timer);
  }, [value, wait]);
  return settled;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const onlyWeights = ({ weights: _, ...a }: PlanRequest, { weights: __, ...b }: PlanRequest): boolean =>
  same(a, b);

/**
 * The plan that a request comes to. While weights move, an approximation that goes on from the last whole plan comes
 * first; it says by how much it may be off.
 */
export function usePlan(request: PlanRequest) {
  const asked = useSettled(request, pause);
  const rested = useSettled(asked, rest);
  const [stood, setStood] = useState<PlanRequest>();
  const leaps = stood !== undefined && onlyWeights(stood, asked) && !same(weightsOf(stood), weightsOf(asked));
  const whole = leaps ? rested : asked;
  const full = useQuery(guidanceAsk('plan', whole));
  const isWhole = whole === asked && full.data !== undefined && !full.isPlaceholderData;
  const quick = useQuery({
    ...guidanceAsk('plan', { ...asked, quickFrom: weightsOf(stood ?? {}) }),
    enabled: leaps && !isWhole,
  });
  useEffect(() => {
    if (full.data && !full.isPlaceholderData) setStood(whole);
  }, [full.data, full.isPlaceholderData, whole]);
  const quickly = leaps && !isWhole && quick.data !== undefined;
  return {
    data: quickly ? quick.data : full.data,
    quick: quickly,
    /** What is shown answers an earlier request. */
    stale: asked !== request || (quickly ? quick.isPlaceholderData : !isWhole),
    /** The whole answer to the request is there. */
    whole: isWhole && asked === request,
    error: full.error,
    retry: () => void full.refetch(),
  };
}
