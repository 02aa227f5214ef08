import type { Method } from '../compute/method.ts';
import { toArrays } from '../matrix/matrix.ts';
import { impliedTransferInterval } from './implied-transfer.ts';

export const transferMethods: readonly Method[] = [
  {
    name: 'implied-transfer',
    says: 'who may have taken from whom, from competitive components; implied, not observed',
    input: {
      components: 'regions × industries, each column summing to 0',
      cost: 'regions × regions, a distance',
      epsilon: 'regularisation, in the unit of cost',
    },
    compute: (input) => {
      const { flow, lower, upper, ...rest } = impliedTransferInterval(
        input.matrix('components'),
        input.matrix('cost'),
        input.number('epsilon'),
      );
      return { flow: toArrays(flow), lower: toArrays(lower), upper: toArrays(upper), ...rest };
    },
  },
];
