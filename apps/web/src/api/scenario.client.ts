import type { GuidanceRequest, Guided } from './guidance.client.ts';
import { programme } from './programme.client.ts';

export type PlanRequest = GuidanceRequest<'plan'>;
export type PlanResult = Guided<'plan'>['result'];
export type Placement = PlanResult['placements'][number];
export type LimitOfPark = PlanResult['limits'][number];
export type RuleOfPlan = PlanResult['conflicts'][number]['rules'][number]['rule'];
export type LimitKind = LimitOfPark['kind'];

/** A result as whoever made the scenario saw it. */
export interface ResultSeen {
  on: string;
  sha256: string;
  figures: string[];
  records: string[];
  seen: string;
  pack: string;
  program: string;
  status: string;
  moved: number | null;
  movable: number | null;
  objective: number | null;
}

/** Why a limit is set by hand. */
interface Because {
  park: string;
  kind: string;
  reason: string;
}

export interface ScenarioContent {
  name: string;
  note: string;
  owner: string;
  request: PlanRequest;
  because: Because[];
  madeOn: string;
  copyOf?: string;
  result?: ResultSeen;
  sharedWith: string[];
}

export const scenarios = 'scenarios';

/** What of a scenario is asked, apart from what it is called. */
export type Asked = Pick<ScenarioContent, 'request' | 'because'>;

type New = Omit<ScenarioContent, 'sharedWith'>;
export const newScenario = (content: New) => programme.create<New>(scenarios, content);
