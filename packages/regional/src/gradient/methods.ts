import type { Method } from '../compute/method.ts';
import { toArrays } from '../matrix/matrix.ts';
import { couplingCoordination } from './coupling-coordination.ts';
import { industrialGradient } from './industrial-gradient.ts';

export const gradientMethods: readonly Method[] = [
  {
    name: 'industrial-gradient',
    says: 'LQ × comparative labour productivity × comparative return on capital, as far as they are known',
    input: {
      output: 'regions × industries',
      '?employment': 'the same shape',
      '?capital': 'average capital, the same shape',
    },
    compute: (input) => {
      const { coefficient, basis } = industrialGradient(
        input.matrix('output'),
        input.optionalMatrix('employment'),
        input.optionalMatrix('capital'),
      );
      const width = coefficient.columns.length;
      return {
        matrix: toArrays(coefficient),
        basis: coefficient.rows.map((_, r) => basis.slice(r * width, (r + 1) * width)),
      };
    },
  },
  {
    name: 'coupling-coordination',
    says: 'whether systems stand high and evenly',
    input: { values: 'one evaluation per system, 0 to 1', '?weights': 'per system' },
    compute: (input) => ({
      ...couplingCoordination(input.numbers('values'), input.optionalNumbers('weights')),
    }),
  },
];
