import { currencies, editions, PlaceHistory } from '@tidu/reference';
import { z } from 'zod';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';
import { version } from '../program.ts';
import { words } from './schemas.ts';

const status = z.object({
  version: z.string(),
  pack: z.object({ id: z.string(), name: words, edition: z.string() }),
  months: z.object({ first: z.string(), last: z.string() }).nullable(),
  loads: z.int(),
  facts: z.int(),
  synthetic: z.boolean(),
  /** What the one who asks may see and do. */
  clearance: z.enum(['desk', 'public']),
  answers: z.object({
    processing: z.boolean(),
    commodity: z.boolean(),
    partner: z.boolean(),
    quantity: z.boolean(),
    commodityDigits: z.int(),
    supervision: z.boolean(),
    company: z.boolean(),
    /** Every table that can be asked by name. */
    shapes: z.array(z.object({ id: z.string(), synthetic: z.boolean() })),
    currencies: z.array(z.enum(currencies)),
    /** Editions of the HS in which goods can be told besides as declared. */
    editions: z.array(z.enum(editions)),
    /** Months in whose boundaries prefectures differ: where any changed within the months loaded. */
    boundaries: z.array(z.string()),
  }),
});

export function statusRoutes(api: Api, { pack, seenBy, concordances }: House): void {
  const changes = new PlaceHistory(pack.placeEvents, pack.places).months;
  api.get('/status', { schema: { response: { 200: status } } }, async ({ clearance }) => {
    const warehouse = seenBy(clearance);
    const coverage = await warehouse.coverage();
    const loads = await warehouse.loads();
    const months = coverage.flatMap((held) => held.months).sort();
    const [first] = months;
    const last = months.at(-1);
    const within = changes.filter((month) => first && last && month > first && month <= last);
    const distinguishes = (dimension: 'mode' | 'commodity' | 'partner' | 'supervision' | 'company') =>
      coverage.some((held) => held.shape.dimensions.includes(dimension));
    return {
      version,
      pack: { id: pack.id, name: pack.name, edition: pack.edition },
      months: first && last ? { first, last } : null,
      loads: loads.length,
      facts: coverage.reduce((sum, held) => sum + held.facts, 0),
      synthetic: loads.some((load) => load.synthetic),
      clearance,
      answers: {
        processing: distinguishes('mode'),
        commodity: distinguishes('commodity'),
        partner: distinguishes('partner'),
        commodityDigits: Math.max(0, ...coverage.map(({ shape }) => shape.hsDigits ?? 0)),
        supervision: distinguishes('supervision'),
        company: distinguishes('company'),
        shapes: coverage.map(({ shape, synthetic }) => ({ id: shape.id, synthetic })),
        quantity: coverage.some((held) => held.quantities),
        currencies: currencies.filter((currency) =>
          coverage.some((held) => held.shape.currency === currency),
        ),
        boundaries: first && within.length > 0 ? [first, ...within] : [],
        editions: distinguishes('commodity') ? editions.filter((edition) => concordances.has(edition)) : [],
      },
    };
  });
}
