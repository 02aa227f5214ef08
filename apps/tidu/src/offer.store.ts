import { createHash } from 'node:crypto';
import type { OfferOf } from '@tidu/documents';
import { companyPlanSchema, compare, comparedPlaces } from '@tidu/guidance';
import { parkNamed, parksNamed } from './compared-parks.ts';
import { costsOfPack } from './comparing.store.ts';
import { Refused } from './errors.ts';
import type { House } from './house.store.ts';
import { version } from './program.ts';

/** What an offer sheet is asked for: a plan as it stood in one of its versions, and a park among others. */
export interface AskedOffer {
  readonly plan: unknown;
  readonly planVersion: number;
  readonly title: string;
  readonly company: string;
  readonly sample: boolean;
  readonly park: string;
  /** Compared with these; with all where none is named. */
  readonly parks: readonly string[];
  /** YYYY-MM-DD */
  readonly on: string;
}

/** Of something that is kept and does not change, reckoned once. */
const digests = new WeakMap<object, string>();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
function digestOf(key: object, parts: () => unknown): string {
  const found = digests.get(key) ?? sha256(JSON.stringify(parts()));
  digests.set(key, found);
  return found;
}

/**
 * All that an offer sheet is made of, reckoned now. Its receipt is the version of the plan, the day, and SHA-256 over the plan,
 * the rules, the facts, the day and the version of the program.
 * @throws Refused where the park is not known or the plan is not understood any more
 */
export async function offerOfPlan(
  { pack, packRoot, measures }: Pick<House, 'pack' | 'packRoot' | 'measures'>,
  { plan: kept, planVersion, title, company, sample, park, parks, on }: AskedOffer,
): Promise<OfferOf> {
  const places = comparedPlaces(pack);
  const named = [...new Set([parkNamed(places, park), ...parksNamed(places, parks)])];
  const plan = companyPlanSchema.safeParse(kept);
  if (!plan.success) {
    const [first] = plan.error.issues;
    throw new Refused(
      'not-understood',
      `${first?.path.join('.') ?? 'plan'}: ${first?.message ?? 'not understood'}`,
      'open the plan and mend that field',
    );
  }
  const [held, costs] = [await measures(), costsOfPack(packRoot)];
  const comparison = compare(
    plan.data,
    { ...places, compared: named },
    costs,
    held.rules,
    // How deep suppliers are is no part of an offer.
    () => [],
    { today: on },
  );
  const given = comparison.places
    .find((one) => one.park === park)
    ?.measures.filter(({ verdict }) => verdict === 'given');
  const whole = JSON.stringify({
    plan: plan.data,
    park,
    parks: named.map((one) => one.park).sort(),
    on,
    version,
    rules: digestOf(held, () => [...held.measures].map(([id, { text }]) => [id, text]).sort()),
    facts: digestOf(costs, () => [costs, pack.parks, pack.places, pack.sources]),
  });
  return {
    comparison,
    plan: plan.data,
    planTitle: title,
    planVersion,
    company,
    // What a made-up office gives makes a sheet a sample too.
    sample: sample || (given ?? []).some(({ measure }) => held.measures.get(measure)?.record?.sample),
    rules: held.rules,
    sources: pack.sources,
    places: pack.places,
    madeOn: on,
    version,
    receipt: `${planVersion}-${on}-${sha256(whole)}`,
  };
}
