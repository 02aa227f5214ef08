import { changeMethods } from '../change/methods.ts';
import { complexityMethods } from '../complexity/methods.ts';
import { evaluationMethods } from '../evaluation/methods.ts';
import { RegionalFault } from '../fault.ts';
import { flowMethods } from '../flow/methods.ts';
import { gradientMethods } from '../gradient/methods.ts';
import { inequalityMethods } from '../inequality/methods.ts';
import { predictionMethods } from '../prediction/methods.ts';
import { rankingMethods } from '../ranking/methods.ts';
import { seriesMethods } from '../series/methods.ts';
import { specialisationMethods } from '../specialisation/methods.ts';
import { transferMethods } from '../transfer/methods.ts';
import { inputOf } from './input.ts';
import type { Method } from './method.ts';

/** Every method that can be asked for by name, by family. */
export const catalogue: Readonly<Record<string, readonly Method[]>> = {
  specialisation: specialisationMethods,
  inequality: inequalityMethods,
  gradient: gradientMethods,
  ranking: rankingMethods,
  change: changeMethods,
  series: seriesMethods,
  transfer: transferMethods,
  complexity: complexityMethods,
  flow: flowMethods,
  prediction: predictionMethods,
  evaluation: evaluationMethods,
};

/**
 * A method by its name, on an input as JSON has it; how `tidu compute` and the golden cases ask.
 *
 * @throws   RegionalFault `unknown-method`, `bad-input`, and those of the method itself
 * @example  compute('herfindahl', { values: [10, 10, 10, 20, 50] }).value // 0.32
 */
export function compute(name: string, input: unknown): Readonly<Record<string, unknown>> {
  const methods = Object.values(catalogue).flat();
  const method = methods.find((candidate) => candidate.name === name);
  if (!method) {
    throw new RegionalFault(
      'unknown-method',
      `there is no method "${name}"; the methods are ${methods.map((known) => known.name).join(', ')}`,
    );
  }
  return method.compute(inputOf(input));
}
