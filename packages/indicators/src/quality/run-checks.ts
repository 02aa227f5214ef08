import { type Coverage, type Finding, keyOf } from '@tidu/trade';
import type { Check, Ground } from './check.ts';
import { checks } from './checks.ts';

export interface Looking {
  /** Only what reads one of these shapes, and what the passing of time alone changes; everything when absent. */
  readonly shapes?: readonly string[];
  /** Hears which table is looked at next, and how many of how many are done. */
  readonly at?: (progress: RunProgress) => void;
}

export interface RunProgress {
  readonly check: string;
  readonly shape: string;
  readonly done: number;
  readonly of: number;
}

/** Checks that find something new though nothing was loaded. */
export const changedByTime = ['timeliness'] as const;

/** What a run found, and where it could not look. */
export interface Looked {
  readonly found: readonly Finding[];
  readonly passedOver: readonly PassedOver[];
}

/** A check that a table is too large for: what it found there before stands. */
export interface PassedOver {
  readonly check: string;
  readonly shape: string;
  readonly code: string;
  readonly reason: string;
}

/** Puts every check to every table that it can look at, one after another. */
export async function runChecks(ground: Ground, { shapes, at = () => {} }: Looking = {}): Promise<Looked> {
  const touched = shapes && new Set(shapes);
  const todo = checks.flatMap((check) =>
    ground.coverage.flatMap((table): { check: Check; table: Coverage }[] => {
      const concerned =
        touched === undefined ||
        changedByTime.some((name) => name === check.name) ||
        check.reads(ground, table).some((shape) => touched.has(shape));
      return concerned ? [{ check, table }] : [];
    }),
  );
  const found: Finding[] = [];
  const passedOver: PassedOver[] = [];
  for (const [done, { check, table }] of todo.entries()) {
    at({ check: check.name, shape: table.shape.id, done, of: todo.length });
    try {
      found.push(...(await check.look(ground, table)));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code !== 'too-many-rows' && code !== 'too-large') throw error;
      const { message } = error as Error;
      passedOver.push({ check: check.name, shape: table.shape.id, code, reason: message });
    }
  }
  return { found: toldOnce(found), passedOver };
}

/** A municipality stands among the provinces and among the prefectures. */
function toldOnce(found: readonly Finding[]): Finding[] {
  const keys = new Set<string>();
  return found.filter((finding) => keys.size !== keys.add(keyOf(finding)).size);
}
