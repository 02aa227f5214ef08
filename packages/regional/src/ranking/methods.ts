import type { Input } from '../compute/input.ts';
import type { Method } from '../compute/method.ts';
import { RegionalFault } from '../fault.ts';
import { toArrays } from '../matrix/matrix.ts';
import { type Direction, normalise, scalings } from './normalise.ts';
import { rankRobustness } from './rank-robustness.ts';
import { scoreRobustness } from './score-robustness.ts';
import { ranks, topsis } from './topsis.ts';
import { undertakingCapacity } from './undertaking-capacity.ts';
import { ahpWeights, criticWeights, entropyWeights } from './weights.ts';

const indicators = { matrix: 'places × indicators', directions: '1 where more is better, −1 where less is' };
const directionsOf = (input: Input): Direction[] =>
  input.numbers('directions').map((direction) => {
    if (direction === 1 || direction === -1) return direction;
    throw new RegionalFault('bad-input', `a direction is ${direction}; it should be 1 or -1`);
  });

export const rankingMethods: readonly Method[] = [
  {
    name: 'normalise',
    says: 'indicators on one scale, more always better',
    input: { ...indicators, '?scaling': scalings.join(' or ') },
    compute: (input) => ({
      matrix: toArrays(
        normalise(input.matrix('matrix'), directionsOf(input), input.choice('scaling', scalings, 'min-max')),
      ),
    }),
  },
  {
    name: 'entropy-weights',
    says: 'an indicator that tells places apart weighs more',
    input: { matrix: 'places × indicators, normalised to 0 … 1' },
    compute: (input) => ({ values: entropyWeights(input.matrix('matrix')) }),
  },
  {
    name: 'critic-weights',
    says: 'an indicator that varies and says something of its own weighs more',
    input: { matrix: 'places × indicators, normalised' },
    compute: (input) => ({ values: criticWeights(input.matrix('matrix')) }),
  },
  {
    name: 'ahp-weights',
    says: 'weights from judgements of pairs, with their consistency ratio',
    input: { matrix: 'how many times as important row is as column' },
    compute: (input) => ({ ...ahpWeights(input.matrix('matrix')) }),
  },
  {
    name: 'topsis',
    says: 'nearness to the best, 0 to 1, and ranks',
    input: { matrix: 'places × indicators, normalised', weights: 'per indicator' },
    compute: (input) => {
      const values = topsis(input.matrix('matrix'), input.numbers('weights'));
      return { values, ranks: ranks(values) };
    },
  },
  {
    name: 'undertaking-capacity',
    says: 'how well places could take up what others give up, under each way of weighing',
    input: { ...indicators, '?weights': 'of one’s own, per indicator' },
    compute: (input) => ({
      ...undertakingCapacity(input.matrix('matrix'), directionsOf(input), input.optionalNumbers('weights')),
    }),
  },
  {
    name: 'rank-robustness',
    says: 'intervals of ranks over weights, normalisation and what is missing',
    input: {
      ...indicators,
      weights: 'per indicator',
      '?concentration':
        'how near the weights drawn stay to these: as many as indicators is wide, ten times narrow',
      '?draws': '1000',
      '?seed': '1',
      '?first': 'how many count as first, 1',
    },
    compute: (input) => ({
      places: rankRobustness(input.matrix('matrix'), directionsOf(input), input.numbers('weights'), {
        draws: input.number('draws', 1000),
        seed: input.number('seed', 1),
        first: input.number('first', 1),
        ...(input.has('concentration') ? { concentration: input.number('concentration') } : {}),
      }),
    }),
  },
  {
    name: 'score-robustness',
    says: 'a score made of parts, with intervals of score and rank over weights and what is unknown',
    input: {
      matrix: 'rows × parts, 0 to 1',
      weights: 'per part',
      '?concentration': 'how near the weights drawn stay to these: four times as many as parts are',
      '?draws': '500',
      '?seed': '1',
    },
    compute: (input) => ({
      rows: scoreRobustness([input.matrix('matrix')], input.numbers('weights'), {
        draws: input.number('draws', 500),
        seed: input.number('seed', 1),
        ...(input.has('concentration') ? { concentration: input.number('concentration') } : {}),
      }),
    }),
  },
];
