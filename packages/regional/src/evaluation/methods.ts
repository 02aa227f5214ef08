import type { Input } from '../compute/input.ts';
import type { Method } from '../compute/method.ts';
import { differenceInDifferences, eventStudy } from './difference-in-differences.ts';
import { groupTimeEffects } from './group-time-effects.ts';
import { placebosInPlace, syntheticControl } from './synthetic-control.ts';

const observations = {
  outcome: 'per unit and period',
  unit: 'name of the unit',
  period: 'number of the period',
};
const observed = (input: Input) => ({
  outcome: input.numbers('outcome'),
  unit: input.strings('unit'),
  period: input.numbers('period'),
});

export const evaluationMethods: readonly Method[] = [
  {
    name: 'difference-in-differences',
    says: 'the effect of a treatment with unit and period effects, errors clustered by unit',
    input: { ...observations, treated: '1 where treated, else 0' },
    compute: (input) => ({ ...differenceInDifferences(observed(input), input.numbers('treated')) }),
  },
  {
    name: 'event-study',
    says: 'the effect by time since the start, and a test of what was before',
    input: {
      ...observations,
      start: 'first treated period, null for never',
      first: 'relative',
      last: 'relative',
    },
    compute: (input) => ({
      ...eventStudy(observed(input), input.numbers('start'), [input.number('first'), input.number('last')]),
    }),
  },
  {
    name: 'group-time-effects',
    says: 'effects where treatment starts at different times',
    input: {
      ...observations,
      start: 'first treated period, null for never',
      '?controls': 'not-yet or never',
    },
    compute: (input) => ({
      ...groupTimeEffects(
        observed(input),
        input.numbers('start'),
        input.choice('controls', ['not-yet', 'never'], 'not-yet'),
      ),
    }),
  },
  {
    name: 'synthetic-control',
    says: 'the mix of others that followed a place before, and the gap after; with placebos in place',
    input: { matrix: 'places × periods', treated: 'row of the treated place', start: 'column of its start' },
    compute: (input) => {
      const [outcomes, treated, start] = [
        input.matrix('matrix'),
        input.number('treated'),
        input.number('start'),
      ];
      return {
        ...syntheticControl(outcomes, treated, start),
        placebos: placebosInPlace(outcomes, treated, start),
      };
    },
  },
];
