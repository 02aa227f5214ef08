import type { Method } from '../compute/method.ts';
import { toArrays } from '../matrix/matrix.ts';
import { couplingCoordination } from './coupling-coordination.ts';
import { industrialGradient, potentialDifference } from './industrial-gradient.ts';

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
    name: 'potential-difference',
    says: 'along which an industry would run from a region that stands high to one that stands low',
    input: {
      matrix: 'gradient coefficients, regions × industries',
      from: 'row of the one region, from 0',
      to: 'row of the other',
    },
    compute: (input) => ({
      values: potentialDifference(input.matrix('matrix'), input.number('from'), input.number('to')),
    }),
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
