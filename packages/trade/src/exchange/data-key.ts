import { CannotExchange } from './cannot-exchange.ts';
import type { Dataflow, FlowDimensionId } from './dataflow.ts';

/** The codes asked of each dimension; a dimension that is not named is asked whole. */
export type DataKey = Readonly<Partial<Record<FlowDimensionId, ReadonlySet<string>>>>;

/**
 * A key as SDMX writes it: a code of each dimension between dots, none for all of them, `+` for several.
 *
 * @example dataKey('M.X.110000+120000.CNY', byPlace).PLACE // Set { '110000', '120000' }
 * @throws CannotExchange `key-not-understood`, or `no-results` where a code is in no list
 */
export function dataKey(text: string, { id, dimensions }: Dataflow): DataKey {
  if (text === '' || text === 'all' || text === 'ALL') return {};
  const order = dimensions.map((dimension) => dimension.id).join('.');
  const parts = text.split('.');
  if (parts.length !== dimensions.length) {
    throw new CannotExchange(
      'key-not-understood',
      `the key "${text}" has ${parts.length} positions, and ${id} has ${dimensions.length}`,
      `write ${order}, each empty for all of its codes, or "all" for everything`,
    );
  }
  const asked: [FlowDimensionId, ReadonlySet<string>][] = [];
  for (const [position, part] of parts.entries()) {
    const dimension = dimensions[position];
    if (part === '' || dimension === undefined) continue;
    const codes = part.split('+');
    const wrong = codes.find((code) => !/^[A-Za-z0-9_@$-]+$/.test(code));
    if (wrong !== undefined) {
      throw new CannotExchange(
        'key-not-understood',
        `"${wrong}" in position ${position + 1} of the key is no code of ${dimension.id}`,
        'separate several codes by one + each',
      );
    }
    const known = new Set(dimension.list.codes.map((code) => code.id));
    if (!codes.some((code) => known.has(code))) {
      throw new CannotExchange(
        'no-results',
        `${dimension.id} has no code ${codes.slice(0, 5).join(', ')}${codes.length > 5 ? ' …' : ''}`,
        `see the code list ${dimension.list.id}`,
      );
    }
    asked.push([dimension.id, new Set(codes)]);
  }
  return Object.fromEntries(asked);
}
