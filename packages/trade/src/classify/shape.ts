import type { PlaceLevel } from '@tidu/reference';
import type { Shape } from '../fact.ts';

const order = ['commodity', 'partner', 'mode', 'supervision', 'company', 'place'] as const;

/**
 * A shape with its id: the same distinctions always give the same id, whatever file they come from.
 * @example shapeOf({ span: 'month', dimensions: ['place'], levels: [], nested: true, currency: 'CNY' }).id
 *   // 'month,place:nested,CNY'
 */
export function shapeOf(parts: Omit<Shape, 'id'>): Shape {
  const dimensions = order.filter((name) => parts.dimensions.includes(name));
  const level = parts.nested ? 'nested' : [...parts.levels].sort().join('+');
  const id = [
    parts.span,
    ...dimensions.map((name) => {
      if (name === 'commodity') return `commodity:${parts.hsDigits ?? 'group'}`;
      return name === 'place' ? `place:${level}` : name;
    }),
    ...(parts.within === undefined ? [] : [`within:${parts.within}`]),
    ...(parts.inland ? ['inland'] : []),
    parts.currency,
  ].join(',');
  return { id, ...parts, dimensions };
}

/** Levels of place in the monthly table by location. */
export const nestedLevels: readonly PlaceLevel[] = ['country', 'province', 'prefecture', 'county', 'zone'];
