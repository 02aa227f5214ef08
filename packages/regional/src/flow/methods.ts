import type { Input } from '../compute/input.ts';
import type { Method } from '../compute/method.ts';
import { toArrays } from '../matrix/matrix.ts';
import { conditionalLogit } from './conditional-logit.ts';
import { huff } from './huff.ts';
import { ppml } from './ppml.ts';
import { assignment, transport } from './transport.ts';

/** Regressors come as columns `regressors.name`, or as an object of lists. */
const regressorsOf = (input: Input): Record<string, number[]> => {
  const within = input.within('regressors');
  return Object.fromEntries(within.fields().map((name) => [name, within.numbers(name)]));
};

export const flowMethods: readonly Method[] = [
  {
    name: 'ppml',
    says: 'gravity by Poisson pseudo-maximum likelihood with robust errors',
    input: {
      values: 'flows',
      regressors: '{ name: one value per flow }',
      '?clusters': 'of the flows, for clustered errors',
    },
    compute: (input) => ({
      ...ppml(
        input.numbers('values'),
        regressorsOf(input),
        input.has('clusters') ? input.strings('clusters') : undefined,
      ),
    }),
  },
  {
    name: 'conditional-logit',
    says: 'what makes an alternative be chosen among others',
    input: {
      choice: 'which choice a row belongs to',
      taken: '1 on the row that was taken',
      regressors: '{ name: one value per row }',
    },
    compute: (input) => ({
      ...conditionalLogit({
        choice: input.strings('choice'),
        taken: input.numbers('taken'),
        regressors: regressorsOf(input),
      }),
    }),
  },
  {
    name: 'huff',
    says: 'the chance that somebody at an origin chooses a destination',
    input: {
      matrix: 'cost, origins × destinations',
      attraction: 'of the destinations',
      '?alpha': '1',
      '?beta': '2',
    },
    compute: (input) => ({
      matrix: toArrays(
        huff(
          input.matrix('matrix'),
          input.numbers('attraction'),
          input.number('alpha', 1),
          input.number('beta', 2),
        ),
      ),
    }),
  },
  {
    name: 'transport',
    says: 'the cheapest way to bring what is supplied to where it is wanted',
    input: { matrix: 'cost, suppliers × takers', supply: 'per supplier', demand: 'per taker' },
    compute: (input) => {
      const plan = transport(input.numbers('supply'), input.numbers('demand'), input.matrix('matrix'));
      return { ...plan, flow: toArrays(plan.flow) };
    },
  },
  {
    name: 'assignment',
    says: 'each row to one column at least cost',
    input: { matrix: 'cost' },
    compute: (input) => ({ values: assignment(input.matrix('matrix')) }),
  },
];
