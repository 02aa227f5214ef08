import type { Input } from '../compute/input.ts';
import type { Method } from '../compute/method.ts';
import { matrix, toArrays, transpose } from '../matrix/matrix.ts';
import { panel } from '../matrix/panel.ts';
import { contributionToGrowth } from './contribution-to-growth.ts';
import { betaConvergence, sigmaConvergence } from './convergence.ts';
import { gravityCentre } from './gravity-centre.ts';
import { type TwoPeriods, total } from './shift-share.ts';
import { shiftShareArcelus } from './shift-share-arcelus.ts';
import { shiftShareDunn, shiftShareDunnOfRegion } from './shift-share-dunn.ts';
import { shiftShareDynamic } from './shift-share-dynamic.ts';
import { shiftShareEstebanOfRegion } from './shift-share-esteban-marquillas.ts';
import { shiftShareGerfin } from './shift-share-gerfin.ts';
import { shiftShareSpatial } from './shift-share-spatial.ts';

const regionAndReference = {
  region: '{ t0, t1 }, one amount per industry',
  reference: '{ t0, t1 } of the same industries',
};
const twoMatrices = { t0: 'regions × industries', t1: 'the same later' };
const twoPeriods = (input: Input): TwoPeriods => ({ t0: input.numbers('t0'), t1: input.numbers('t1') });

export const changeMethods: readonly Method[] = [
  {
    name: 'shift-share-dunn',
    says: 'one region’s change as national, industrial and regional',
    input: regionAndReference,
    compute: (input) => ({
      ...shiftShareDunnOfRegion(twoPeriods(input.within('region')), twoPeriods(input.within('reference'))),
    }),
  },
  {
    name: 'shift-share-esteban-marquillas',
    says: 'with the competitive component freed from the region’s mix',
    input: regionAndReference,
    compute: (input) => ({
      ...shiftShareEstebanOfRegion(twoPeriods(input.within('region')), twoPeriods(input.within('reference'))),
    }),
  },
  {
    name: 'shift-share-gerfin',
    says: 'as factors',
    input: regionAndReference,
    compute: (input) => ({
      ...shiftShareGerfin(twoPeriods(input.within('region')), twoPeriods(input.within('reference'))),
    }),
  },
  {
    name: 'shift-share-dynamic',
    says: 'Dunn’s components of one region from period to period, added up',
    input: { region: 'industries × periods', reference: 'industries × periods' },
    compute: (input) => {
      const region = transpose(input.matrix('region'));
      const reference = toArrays(transpose(input.matrix('reference')));
      const rows = toArrays(region).map((amounts) => matrix([amounts]));
      const parts = shiftShareDynamic(panel(region.rows, rows), reference);
      const change = total(rows[rows.length - 1]) - total(rows[0]);
      const national = total(parts.nationalShare);
      return {
        rows: ['Growth (t1-t)', 'National share', 'Industrial mix', 'Regional share', 'Net total shift'],
        columns: ['Components'],
        components: [
          [change],
          [national],
          [total(parts.industrialMix)],
          [total(parts.regionalShare)],
          [change - national],
        ],
      };
    },
  },
  {
    name: 'shift-share',
    says: 'Dunn’s components of every region and industry against their sum',
    input: twoMatrices,
    compute: (input) => {
      const parts = shiftShareDunn(input.matrix('t0'), input.matrix('t1'));
      return Object.fromEntries(Object.entries(parts).map(([name, x]) => [name, toArrays(x)]));
    },
  },
  {
    name: 'shift-share-arcelus',
    says: 'every effect as expected and for specialisation',
    input: twoMatrices,
    compute: (input) => {
      const { newIndustries, ...effects } = shiftShareArcelus(input.matrix('t0'), input.matrix('t1'));
      const parts = Object.entries(effects).flatMap(([name, { expected, specialisation }]) => [
        [`${name}Expected`, toArrays(expected)],
        [`${name}Specialisation`, toArrays(specialisation)],
      ]);
      return { ...Object.fromEntries(parts), newIndustries: toArrays(newIndustries) };
    },
  },
  {
    name: 'shift-share-spatial',
    says: 'with the neighbours between the whole and the region',
    input: { ...twoMatrices, neighbours: 'regions × regions, weights' },
    compute: (input) => {
      const parts = shiftShareSpatial(input.matrix('t0'), input.matrix('t1'), input.matrix('neighbours'));
      return Object.fromEntries(Object.entries(parts).map(([name, x]) => [name, toArrays(x)]));
    },
  },
  {
    name: 'contribution-to-growth',
    says: 'what each part adds to the growth of the whole',
    input: { current: 'one amount per place', base: 'the same places before' },
    compute: (input) => ({ values: contributionToGrowth(input.numbers('current'), input.numbers('base')) }),
  },
  {
    name: 'beta-convergence',
    says: 'whether places that start lower grow faster',
    input: { start: 'one figure per place', end: 'the same later', '?periods': 'years between, 1' },
    compute: (input) => ({
      ...betaConvergence(input.numbers('start'), input.numbers('end'), input.number('periods', 1)),
    }),
  },
  {
    name: 'sigma-convergence',
    says: 'how far places lie apart, period by period',
    input: { matrix: 'periods × places' },
    compute: (input) => ({ values: sigmaConvergence(toArrays(input.matrix('matrix'))) }),
  },
  {
    name: 'gravity-centre',
    says: 'centre of gravity on the sphere, degrees',
    input: { longitude: 'degrees, per place', latitude: 'degrees', weights: 'amounts' },
    compute: (input) => {
      const [longitude, latitude] = [input.numbers('longitude'), input.numbers('latitude')];
      const places = input
        .numbers('weights')
        .map((weight, i) => ({ weight, longitude: longitude[i], latitude: latitude[i] }));
      return { ...gravityCentre(places) };
    },
  },
];
