import type { Input } from '../compute/input.ts';
import type { Method } from '../compute/method.ts';
import { areaUnderCurve, brierScore, calibration, precisionAt } from './classification.ts';
import { logisticRegression } from './logistic-regression.ts';

const scored = (input: Input) => [input.numbers('values'), input.numbers('outcome')] as const;
const scoredInput = { values: 'probabilities that were said', outcome: '0 or 1, what came' };

export const predictionMethods: readonly Method[] = [
  {
    name: 'logistic-regression',
    says: 'the probability of 1 from regressors, with a ridge penalty',
    input: {
      values: 'outcomes, 0 or 1',
      regressors: '{ name: one value per outcome }',
      '?penalty': '1; 0 for plain maximum likelihood',
    },
    compute: (input) => {
      const within = input.within('regressors');
      const regressors = Object.fromEntries(within.fields().map((name) => [name, within.numbers(name)]));
      return { ...logisticRegression(input.numbers('values'), regressors, input.number('penalty', 1)) };
    },
  },
  {
    name: 'area-under-curve',
    says: 'how often what came true was scored above what did not',
    input: { ...scoredInput, values: 'scores' },
    compute: (input) => ({ value: areaUnderCurve(...scored(input)) }),
  },
  {
    name: 'precision-at',
    says: 'of the k scored highest, the part that came true',
    input: { ...scoredInput, values: 'scores', k: 'how many are taken' },
    compute: (input) => ({ value: precisionAt(...scored(input), input.number('k')) }),
  },
  {
    name: 'brier-score',
    says: 'mean squared distance of probabilities from what came',
    input: scoredInput,
    compute: (input) => ({ value: brierScore(...scored(input)) }),
  },
  {
    name: 'calibration',
    says: 'whether what is said with probability p comes in p of the cases',
    input: { ...scoredInput, '?bins': '10' },
    compute: (input) => ({ ...calibration(...scored(input), input.number('bins', 10)) }),
  },
];
