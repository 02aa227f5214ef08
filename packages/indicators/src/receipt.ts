import type { Pack } from '@tidu/reference';
import type { Load, Query } from '@tidu/trade';
import manifest from '../package.json' with { type: 'json' };
import type { Answers } from './answers.ts';
import { requestOf } from './ask.ts';
import { canonical, sha256 } from './canonical.ts';
import type { Ask, Figure, Indicator, Receipt } from './figure.ts';

/** Everything that a figure came from, sealed by its checksum. */
export async function receiptOf({
  ask,
  indicator,
  questions,
  answers,
  loads,
  pack,
  figure,
}: {
  ask: Ask;
  indicator: Indicator;
  questions: Readonly<Record<string, Query>>;
  answers: Answers;
  loads: readonly Load[];
  pack: Pack;
  figure: Figure;
}): Promise<Receipt> {
  const used = loadsOf(answers);
  const unsealed: Omit<Receipt, 'sha256'> = {
    receipt: 1,
    request: requestOf(ask),
    formula: indicator.formula,
    questions: Object.entries(questions).map(([name, query]) => {
      const answer = answers[name];
      return { name, query, ...(answer ? { shape: answer.shape.id } : {}), sql: answer?.sql ?? '' };
    }),
    loads: used.map(({ id, file, sha256, at, synthetic }) => ({ id, file, sha256, at, synthetic })),
    vintage: Math.max(0, ...loads.map(({ id }) => id), ...used.map(({ id }) => id)),
    pack: { id: pack.id, edition: pack.edition },
    suppression: 'none',
    program: { name: 'tidu', version: manifest.version },
    result: figure,
  };
  return { ...unsealed, sha256: await seal(unsealed) };
}

export const seal = (unsealed: Omit<Receipt, 'sha256'>): Promise<string> => sha256(canonical(unsealed));

/** Loads that any of the answers rests on, oldest first. */
export function loadsOf(answers: Answers): Load[] {
  const loads = new Map(
    Object.values(answers).flatMap((answer) => answer?.loads.map((load) => [load.id, load]) ?? []),
  );
  return [...loads.values()].sort((a, b) => a.id - b.id);
}
