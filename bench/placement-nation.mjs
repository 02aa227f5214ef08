import { random } from '../packages/regional/src/ranking/random.ts';

/** Cities, commodity groups and parks in numbers drawn with a seed, so tight that about two thirds of what is movable fits. */
export function placementNation({ cities, groups, parks, seed = 1, lot = 5e7, least = 0.2, most = 4 }) {
  const draw = random(seed);
  const about = (middle, spread) => middle * Math.exp(spread * (draw() + draw() + draw() - 1.5));
  const ids = (name, count) =>
    Array.from({ length: count }, (_, i) => `${name}-${String(i).padStart(3, '0')}`);
  const origins = ids('city', cities);
  const goods = ids('group', groups);
  const places = ids('park', parks);
  const movable = origins.flatMap((origin) =>
    goods.map((group) => ({ origin, group, volume: Math.round(about(4e8, 1.5)) })),
  );
  const total = movable.reduce((sum, { volume }) => sum + volume, 0) / 1e8;
  const needs = Object.fromEntries(
    goods.map((group) => [
      group,
      {
        land: about(2, 1),
        factories: about(30000, 1),
        power: about(600, 1.2),
        labour: about(900, 1),
        environment: about(8, 1.5),
        logistics: about(400, 1),
      },
    ]),
  );
  const share = total / parks;
  const known = (value) => (draw() < 0.15 ? undefined : value);
  const stated = (limits) =>
    Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
  const fields = places.map(() => [draw(), draw()]);
  return {
    movable,
    parks: places.map((id) => ({
      id,
      limits: stated({
        land: known(about(2 * share, 1.2)),
        factories: known(about(30000 * share, 1.2)),
        power: known(about(600 * share, 1.2)),
        labour: known(about(900 * share, 1.2)),
        environment: known(about(8 * share, 1.2)),
        logistics: known(about(400 * share, 1.2)),
      }),
    })),
    needs,
    terms: ['relatedness', 'cost', 'policy', 'access'].map((id, t) => ({
      id,
      weight: [0.4, 0.3, 0.1, 0.2][t],
      side: ['park', 'firm', 'firm', 'both'][t],
      values: movable.map((_, i) => {
        const own = [((i * 7919) % groups) / groups, (i % cities) / cities];
        return fields.map(([x, y]) => {
          const near = 1 - Math.min(1, Math.hypot(x - own[0], y - own[1]));
          return draw() < 0.02 ? null : Math.round(1000 * (0.6 * near + 0.4 * draw())) / 1000;
        });
      }),
    })),
    pairings: origins.map((origin, o) => ({
      origin,
      park: places[(o * 37) % parks],
      bonus: 0.05,
      share: 0.01,
    })),
    preferences: [],
    excluded: [],
    required: [],
    least,
    most,
    lot,
  };
}
