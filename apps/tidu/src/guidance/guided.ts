import { type Ground, type Guidance, type GuidanceReceipt, guidanceCatalogue } from '@tidu/guidance';
import { canonical, sha256 } from '@tidu/indicators';
import type { Pack } from '@tidu/reference';
import { Refused } from '../errors.ts';
import { version } from '../program.ts';
import type { GroundOfHouse } from './ground.store.ts';
import { reckonApart } from './guidance-apart.worker.ts';
import { plainGround } from './plain-ground.ts';

export interface Guided<Result = unknown> {
  readonly result: Result;
  readonly receipt: GuidanceReceipt;
}

/** @throws Refused `guidance-unknown` */
export function guidanceNamed(name: string): Guidance {
  const found = guidanceCatalogue.find((one) => one.name === name);
  if (found) return found;
  throw new Refused(
    'guidance-unknown',
    `there is no guidance "${name}"`,
    `ask for one of ${guidanceCatalogue.map((one) => one.name).join(', ')}`,
  );
}

/**
 * A piece of guidance with its receipt.
 * @throws GuidanceRefused, and Refused `not-understood` where the request is not as it should be
 */
export async function guided(
  { name, method, request: schema }: Guidance,
  ground: GroundOfHouse,
  pack: Pack,
  asked: unknown,
): Promise<Guided> {
  const read = schema.safeParse(asked);
  if (!read.success) {
    const [fault] = read.error.issues;
    throw new Refused(
      'not-understood',
      `${name}: ${fault?.path.join('.') || 'the request'}: ${fault?.message}`,
      'give it as docs/use/guidance.md says',
    );
  }
  const rests: RestsOn = {
    guidance: 1,
    name,
    request: read.data,
    method,
    figures: ground.trade?.figures ?? [],
    records: ground.records,
    seenSha256: await seenOf(ground),
    day: ground.day,
    pack: { id: pack.id, edition: pack.edition },
    program: { name: 'tidu', version },
  };
  return answered(await sha256(canonical(rests)), async () => {
    const { written, ...rest } = ground;
    const result = await reckonApart({
      name,
      request: read.data,
      ground: plainGround(rest, written),
    });
    const unsealed = { ...rests, resultSha256: await sha256(canonical(result)) };
    return { result, receipt: { ...unsealed, sha256: await sha256(canonical(unsealed)) } };
  });
}

/** All that a result depends on: where it is the same, the result is. */
type RestsOn = Omit<GuidanceReceipt, 'resultSha256' | 'sha256'>;

const most = 60;
const answers = new Map<string, Promise<Guided>>();

/** What has been reckoned for the same is answered again; what was asked longest ago is forgotten first. */
function answered(key: string, reckon: () => Promise<Guided>): Promise<Guided> {
  const before = answers.get(key);
  answers.delete(key);
  const answer = before ?? reckon();
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  const [oldest] = answers.keys();
  if (answers.size > most && oldest !== undefined) answers.delete(oldest);
  return answer;
}

const rulesSeen = new WeakMap<Ground['rules'], Promise<string>>();

async function seenOf({ parks, ties, projects, rules }: Ground): Promise<string> {
  const measures =
    rulesSeen.get(rules) ?? sha256(canonical([...rules.rules.values()].map(({ measure }) => measure)));
  rulesSeen.set(rules, measures);
  return sha256(canonical({ parks, ties, projects, measures: await measures }));
}
