import canonicalize from 'canonicalize';

/** SHA-256 of the UTF-8 bytes, 64 lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string;

/** Seats for those of one field of knowledge or one region; `any` takes everybody. */
interface Stratum {
  readonly by: 'field' | 'region' | 'any';
  readonly value: string;
  readonly seats: number;
}

/** An expert as far as the draw goes: who stands behind `institution` need not be told to re-run it. */
interface Ticketed {
  readonly id: string;
  readonly institution: string;
  readonly fields: readonly string[];
  readonly region: string;
}

/** All that a draw depends on but the seed; fixed and hashed before the seed is known. */
export interface Pool {
  readonly experts: readonly Ticketed[];
  readonly applications: readonly string[];
  /** Who may not judge what. */
  readonly conflicts: readonly { readonly expert: string; readonly application: string }[];
  readonly strata: readonly Stratum[];
  readonly perApplication: number;
  readonly perInstitution: number;
}

interface Member {
  readonly expert: string;
  /** Its place among the strata; `reserve` where only a conflict of others called it in. */
  readonly seat: number | 'reserve';
}

export interface Drawn {
  /** Every expert in the order of tickets. */
  readonly order: readonly { readonly expert: string; readonly ticket: string }[];
  readonly members: readonly Member[];
  readonly assignments: readonly Assignment[];
}

interface Assignment {
  readonly application: string;
  readonly experts: readonly string[];
}

/** The pool is too small for what is asked of it. */
class CannotDraw extends Error {
  readonly code = 'cannot-draw';
  readonly remedy = 'add experts to the pool, or lower the seats or the number of judges per application';
  constructor(what: string) {
    super(`the panel cannot be drawn: ${what}`);
    this.name = 'CannotDraw';
  }
}

/** What is made known of a seed before the draw: it fixes the seed without telling it. */
export const commitmentTo = (seed: string, sha256: Sha256): string => sha256(seed);

/** One hash of everything that a draw depends on but the seed: canonical JSON (RFC 8785). */
export const digestOf = (pool: Pool, sha256: Sha256): string => sha256(canonicalize(pool) as string);

/**
 * Draws a panel and assigns applications to it, so that anybody with the seed comes to the same.
 *
 * ticket(e) = SHA-256(seed ":" e); experts come in ascending order of tickets. Each takes the first seat that fits,
 * unless the institution has its seats or nothing is without conflict. Applications, in ascending order of their own
 * tickets, each get the members without conflict who have the fewest so far, ties by SHA-256(seed ":" e ":" a);
 * where these are too few, the next in order without conflict are called in as reserve.
 *
 * @throws CannotDraw naming the stratum or the application that lacks experts
 * @see    docs/methods/expert-draw.md
 */
export function draw(pool: Pool, seed: string, sha256: Sha256): Drawn {
  const order = pool.experts
    .map((expert) => ({ ...expert, ticket: sha256(`${seed}:${expert.id}`) }))
    .sort((a, b) => compare(a.ticket, b.ticket));
  const barred = barredPairs(pool);
  const free = (expert: string, application: string) => !barred.has(`${expert}\n${application}`);
  const taken = new Map<string, number>();
  const full = ({ institution }: Ticketed) => (taken.get(institution) ?? 0) >= pool.perInstitution;
  const seat = (expert: Ticketed, at: Member['seat']): Member => {
    taken.set(expert.institution, (taken.get(expert.institution) ?? 0) + 1);
    return { expert: expert.id, seat: at };
  };

  const left = pool.strata.map(({ seats }) => seats);
  const members: Member[] = [];
  for (const expert of order) {
    if (full(expert) || !pool.applications.some((application) => free(expert.id, application))) continue;
    const at = pool.strata.findIndex((stratum, i) => (left[i] ?? 0) > 0 && fits(expert, stratum));
    if (at < 0) continue;
    left[at] = (left[at] ?? 0) - 1;
    members.push(seat(expert, at));
  }
  const short = pool.strata.findIndex((_, i) => (left[i] ?? 0) > 0);
  if (short >= 0) {
    const { by, value, seats } = pool.strata[short] as Stratum;
    throw new CannotDraw(`${left[short]} of ${seats} seats of "${by} ${value}" stay empty`);
  }

  const load = new Map(members.map(({ expert }) => [expert, 0]));
  const assignments = [...pool.applications]
    .map((application) => ({ application, ticket: sha256(`${seed}:${application}`) }))
    .sort((a, b) => compare(a.ticket, b.ticket))
    .map(({ application }) => {
      const eligible = () => members.filter(({ expert }) => free(expert, application));
      for (const expert of order) {
        if (eligible().length >= pool.perApplication) break;
        if (load.has(expert.id) || full(expert) || !free(expert.id, application)) continue;
        members.push(seat(expert, 'reserve'));
        load.set(expert.id, 0);
      }
      if (eligible().length < pool.perApplication)
        throw new CannotDraw(
          `only ${eligible().length} of ${pool.perApplication} experts have no conflict with ${application}`,
        );
      const experts = leastLoaded(eligible(), load, application, seed, sha256).slice(0, pool.perApplication);
      for (const expert of experts) load.set(expert, (load.get(expert) ?? 0) + 1);
      return { application, experts };
    });
  return { order: order.map(({ id, ticket }) => ({ expert: id, ticket })), members, assignments };
}

/**
 * Who judges an application in the place of an expert who steps back: the member without conflict who has the fewest
 * applications and not yet this one, ties as in the draw; else the next in order. Nobody where all are used up.
 */
export function replacementFor(
  application: string,
  steppedBack: readonly string[],
  pool: Pool,
  { order, members, assignments }: Drawn,
  seed: string,
  sha256: Sha256,
): string | undefined {
  const barred = barredPairs(pool);
  const has = assignments.find((one) => one.application === application)?.experts ?? [];
  const usable = ({ expert }: { expert: string }) =>
    !steppedBack.includes(expert) && !has.includes(expert) && !barred.has(`${expert}\n${application}`);
  const load = new Map(
    members.map(({ expert }) => [
      expert,
      assignments.filter(({ experts }) => experts.includes(expert)).length,
    ]),
  );
  return (
    leastLoaded(members.filter(usable), load, application, seed, sha256)[0] ?? order.find(usable)?.expert
  );
}

const fits = ({ fields, region }: Ticketed, { by, value }: Stratum): boolean =>
  by === 'any' || (by === 'region' ? region === value : fields.includes(value));

const barredPairs = ({ conflicts }: Pool): Set<string> =>
  new Set(conflicts.map(({ expert, application }) => `${expert}\n${application}`));

function leastLoaded(
  members: readonly Member[],
  load: ReadonlyMap<string, number>,
  application: string,
  seed: string,
  sha256: Sha256,
): string[] {
  return members
    .map(({ expert }) => ({
      expert,
      load: load.get(expert) ?? 0,
      ticket: sha256(`${seed}:${expert}:${application}`),
    }))
    .sort((a, b) => a.load - b.load || compare(a.ticket, b.ticket))
    .map(({ expert }) => expert);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
