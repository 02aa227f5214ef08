import { z } from 'zod';
import { commitmentTo, digestOf, draw, type Pool, type Sha256 } from './draw.ts';
import { panel } from './panel.ts';

/** A draw as it is given out: all that is needed to run it again. */
const drawRecord = z.looseObject({
  commitment: z.string(),
  poolDigest: z.string(),
  seed: z.string(),
  pool: z.unknown(),
  drawn: z.unknown(),
});

/** A file that does not tell a draw. */
class DrawNotUnderstood extends Error {
  readonly code = 'draw-not-understood';
  readonly remedy = 'give the file of a panel: the page of the review offers it once the panel is drawn';
}

/**
 * A pool as it stands in a file.
 * @throws DrawNotUnderstood naming the field
 */
export function readPool(file: unknown): Pool {
  const within = z.looseObject({ pool: z.unknown() }).safeParse(file);
  const given = within.success && within.data.pool !== undefined ? within.data.pool : file;
  const parsed = panel.content.safeParse({ batch: 'any', pool: given });
  if (!parsed.success) throw new DrawNotUnderstood(z.prettifyError(parsed.error));
  return parsed.data.pool as Pool;
}

/**
 * Runs a draw again and says in what it differs; nothing where it is the same.
 * @throws DrawNotUnderstood naming the field
 */
export function differencesOf(file: unknown, sha256: Sha256): string[] {
  const parsed = drawRecord.safeParse(file);
  if (!parsed.success) throw new DrawNotUnderstood(z.prettifyError(parsed.error));
  const { commitment, poolDigest, seed, drawn: told } = parsed.data;
  const pool = readPool(file);
  const again = draw(pool, seed, sha256);
  const same = (a: unknown, b: unknown) => sha256(JSON.stringify(a)) === sha256(JSON.stringify(b));
  const drawn = panel.content.parse({ batch: 'any', drawn: told }).drawn;
  return [
    ...(commitmentTo(seed, sha256) === commitment ? [] : ['the seed is not the one that was committed to']),
    ...(digestOf(pool, sha256) === poolDigest ? [] : ['the pool is not the one that was committed to']),
    ...(same(again.order, drawn?.order) ? [] : ['the order of the experts comes out otherwise']),
    ...(same(again.members, drawn?.members) ? [] : ['other experts are drawn']),
    ...(same(again.assignments, drawn?.assignments) ? [] : ['applications are assigned otherwise']),
  ];
}
