export * from './change/contribution-to-growth.ts';
export * from './change/convergence.ts';
export * from './change/gravity-centre.ts';
export type { TwoPeriods } from './change/shift-share.ts';
export * from './change/shift-share-arcelus.ts';
export {
  type DunnComponents,
  type RegionDunn,
  shiftShareDunn,
  shiftShareDunnOfRegion,
} from './change/shift-share-dunn.ts';
export * from './change/shift-share-dynamic.ts';
export * from './change/shift-share-esteban-marquillas.ts';
export * from './change/shift-share-gerfin.ts';
export * from './change/shift-share-spatial.ts';
export {
  blockingPairs,
  type ChoosingSide,
  type ChosenPair,
  stableMatching,
} from './choice/stable-matching.ts';
export * from './complexity/diversity.ts';
export * from './complexity/economic-complexity.ts';
export * from './complexity/iterated.ts';
export { density, densityOf, proximity, proximityOf } from './complexity/proximity.ts';
export {
  coOccurrence,
  type Normalisation,
  normalisations,
  relatedness,
  relatednessDensity,
} from './complexity/relatedness.ts';
export {
  type DifferenceInDifferences,
  differenceInDifferences,
  type Effect,
  type EventStudy,
  eventStudy,
} from './evaluation/difference-in-differences.ts';
export * from './evaluation/group-time-effects.ts';
export type { Observations } from './evaluation/panel-observations.ts';
export * from './evaluation/placebo-interval.ts';
export * from './evaluation/synthetic-control.ts';
export { RegionalFault, type RegionalFaultCode } from './fault.ts';
export * from './flow/conditional-logit.ts';
export * from './flow/huff.ts';
export * from './flow/ppml.ts';
export * from './flow/transport.ts';
export * from './gradient/coupling-coordination.ts';
export * from './gradient/industrial-gradient.ts';
export * from './inequality/atkinson.ts';
export * from './inequality/dispersion.ts';
export * from './inequality/gini.ts';
export * from './inequality/theil.ts';
export { fisherTail, studentBound, studentTail } from './linear-algebra/tails.ts';
export * from './matrix/matrix.ts';
export * from './matrix/panel.ts';
export * from './matrix/sparse-matrix.ts';
export * from './prediction/classification.ts';
export * from './prediction/logistic-regression.ts';
export * from './prediction/penalty.ts';
export * from './ranking/normalise.ts';
export * from './ranking/rank-robustness.ts';
export * from './ranking/score-robustness.ts';
export * from './ranking/topsis.ts';
export * from './ranking/undertaking-capacity.ts';
export * from './ranking/weights.ts';
export * from './series/chain.ts';
export * from './series/chinese-new-year.ts';
export * from './series/classical-decomposition.ts';
export * from './series/growth.ts';
export * from './series/median.ts';
export * from './series/outliers.ts';
export * from './series/stl.ts';
export * from './specialisation/ellison-glaeser.ts';
export * from './specialisation/herfindahl.ts';
export * from './specialisation/krugman.ts';
export * from './specialisation/localisation.ts';
export * from './specialisation/location-quotient.ts';
export * from './specialisation/presence.ts';
export * from './specialisation/share.ts';
export * from './specialisation/structure.ts';
export {
  type ImpliedTransfer,
  type ImpliedTransferInterval,
  impliedTransfer,
  impliedTransferInterval,
} from './transfer/implied-transfer.ts';
