import type { Method } from '../compute/method.ts';
import { atkinson } from './atkinson.ts';
import { coefficientOfVariation, hoover, williamson } from './dispersion.ts';
import { gini, normalisedGini } from './gini.ts';
import { nestedTheil, theilDecomposition, theilL, theilT } from './theil.ts';

const values = { values: 'one amount per place' };
const weights = { '?weights': 'what would be equal (people, employment), else one each' };

export const inequalityMethods: readonly Method[] = [
  {
    name: 'theil-t',
    says: 'Theil’s T, weighting by amounts; nats',
    input: { ...values, ...weights },
    compute: (input) => ({ value: theilT(input.numbers('values'), input.optionalNumbers('weights')) }),
  },
  {
    name: 'theil-l',
    says: 'mean logarithmic deviation; nats',
    input: { ...values, ...weights },
    compute: (input) => ({ value: theilL(input.numbers('values'), input.optionalNumbers('weights')) }),
  },
  {
    name: 'theil-decomposition',
    says: 'Theil within and between groups, and each group’s contribution',
    input: { ...values, groups: 'the group of each amount', ...weights, '?index': 'T or L' },
    compute: (input) => {
      const given = input.optionalNumbers('weights');
      return {
        ...theilDecomposition(input.numbers('values'), input.strings('groups'), {
          ...(given ? { weights: given } : {}),
          index: input.choice('index', ['T', 'L'], 'T'),
        }),
      };
    },
  },
  {
    name: 'theil-nested',
    says: 'Theil’s T by level of a hierarchy, outermost first',
    input: { ...values, outer: 'outermost group of each amount', '?inner': 'group within it', ...weights },
    compute: (input) => {
      const outer = input.strings('outer');
      const inner = input.has('inner') ? input.strings('inner') : undefined;
      const paths = outer.map((group, i) => (inner ? [group, inner[i]] : [group]));
      return { values: nestedTheil(input.numbers('values'), paths, input.optionalNumbers('weights')) };
    },
  },
  {
    name: 'gini',
    says: '0 (alike) to (n−1)/n',
    input: values,
    compute: (input) => ({ value: gini(input.numbers('values')) }),
  },
  {
    name: 'gini-normalised',
    says: '0 to 1',
    input: values,
    compute: (input) => ({ value: normalisedGini(input.numbers('values')) }),
  },
  {
    name: 'atkinson',
    says: 'what could be given up without loss if the rest were equal, 0 to 1',
    input: { ...values, epsilon: 'aversion to inequality, above 0' },
    compute: (input) => ({ value: atkinson(input.numbers('values'), input.number('epsilon')) }),
  },
  {
    name: 'coefficient-of-variation',
    says: 'standard deviation over mean',
    input: { ...values, '?of': 'sample (divide by n − 1) or all' },
    compute: (input) => ({
      value: coefficientOfVariation(input.numbers('values'), {
        sample: input.choice('of', ['sample', 'all'], 'sample') === 'sample',
      }),
    }),
  },
  {
    name: 'williamson',
    says: 'the coefficient of variation weighted by people',
    input: {
      ...values,
      weights: 'people, one per place',
      '?from': 'deviations from the plain or the weighted mean',
    },
    compute: (input) => ({
      value: williamson(input.numbers('values'), input.numbers('weights'), {
        from: input.choice('from', ['plain', 'weighted'], 'plain'),
      }),
    }),
  },
  {
    name: 'hoover',
    says: 'the part that would have to move for amounts to be spread as the reference',
    input: { ...values, '?reference': 'what they would be spread by, else equal parts' },
    compute: (input) => ({ value: hoover(input.numbers('values'), input.optionalNumbers('reference')) }),
  },
];
