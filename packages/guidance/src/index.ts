export { type BenefitsOfPlace, benefitsOfPlan } from './comparison/benefits-of-plan.ts';
export { type CompanyPlan, companyPlanSchema, computedFields } from './comparison/company-plan.ts';
export { ComparisonRefused, compare, type Options } from './comparison/compare.ts';
export { type ComparedPlace, comparedPlaces, type Places } from './comparison/compared-places.ts';
export { type Comparison, comparisonSchema, type DepthFigure } from './comparison/comparison.ts';
export type { Costs } from './comparison/cost-facts.ts';
export { faultsOfCosts } from './comparison/cost-integrity.ts';
export { type ItemName, itemNames } from './comparison/cost-item.ts';
export { CostsFault, readCosts } from './comparison/costs.file.ts';
export type { Depth } from './comparison/depth.ts';
export { itemWords } from './comparison/item-words.ts';
export type { Profile } from './comparison/profile.ts';
export { allGoods, type CommodityGroup, groupOfChapter } from './ground/commodity-group.ts';
export { comparablePeriods } from './ground/comparable-periods.ts';
export {
  type Ground,
  type GuidedPark,
  type GuidedPlace,
  type PromisedProject,
  type Resource,
  resources,
  type Stated,
  type Tie,
} from './ground/ground.ts';
export { groupOfProject } from './ground/group-of-project.ts';
export { type Guidance, GuidanceRefused } from './ground/guidance.ts';
export { faultsOfGuidance } from './ground/guidance-integrity.ts';
export { GuidancePackFault, readGuidancePack } from './ground/guidance-pack.file.ts';
export type { GuidancePack } from './ground/guidance-pack.ts';
export { guidedPlaces } from './ground/guided-places.ts';
export { amountsOfFigure } from './ground/panel-of-figures.ts';
export { readPanelTable } from './ground/panel-table.file.ts';
export type { FigureReference, GuidanceReceipt, Method, RecordReference } from './ground/receipt.ts';
export { answering, threadApart } from './ground/thread-apart.worker.ts';
export { type PeriodAmounts, panelOfAmounts, panelOfCells, type TradePanel } from './ground/trade-panel.ts';
export { guidanceCatalogue } from './guidance-catalogue.ts';
export { type Movable, movable } from './leaving/movable.ts';
export { type MinistryNext, ministryNext } from './next/ministry-next.ts';
export { type ParkNext, parkNext } from './next/park-next.ts';
export { openHighs } from './plan/highs-solver.ts';
export { type LimitKind, limitUnits } from './plan/limit-kinds.ts';
export type { Solver } from './plan/linear-program.ts';
export { type PlacementPlan, placementPlan } from './plan/placement-plan.ts';
export { type PlacementProblem, placementProblem } from './plan/placement-problem.ts';
export { type PlacementScenario, placementScenario } from './plan/placement-scenario.ts';
export { type PlanOfGround, plan } from './plan/plan.ts';
export { planPlacement } from './plan/plan-placement.ts';
export {
  type BackTest,
  type Baseline,
  backTest,
  baselines,
  beaten,
  type Fold,
  learnable,
} from './prediction/back-test.ts';
export { learn } from './prediction/model.ts';
export { type Observed, unknownWages } from './prediction/observed.ts';
export { sampleAt, withOutcome } from './prediction/sample.ts';
