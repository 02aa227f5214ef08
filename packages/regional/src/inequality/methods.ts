import type { Method } from '../compute/method.ts';
import { theilL } from './theil.ts';

export const inequalityMethods: readonly Method[] = [
  {
    name: 'theil-l',
    says: 'mean logarithmic deviation, nats',
    input: { values: 'one amount per place', '?weights': 'what would be equal, else one each' },
    compute: (input) => ({ value: theilL(input.numbers('values'), input.optionalNumbers('weights')) }),
  },
];
