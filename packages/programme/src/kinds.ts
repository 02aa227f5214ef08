import { registeredApplication } from './application/application.store.ts';
import { registeredAnswer, registeredAssessment } from './assessment/assessment.store.ts';
import { registeredRound } from './assessment/round.store.ts';
import { registeredBatch } from './batch/batch.store.ts';
import { registeredBenefitStatement } from './benefit/benefit-statement.store.ts';
import { registeredCompanyPlan, registeredIntent } from './company-plan/company-plan.store.ts';
import type { AnyRegistered } from './ground/registered.ts';
import { registeredList, registeredParkExit, registeredReAssessment } from './list/list.store.ts';
import { registeredMeasure } from './measure/measure.store.ts';
import { registeredNotice, registeredObjection } from './notice/notice.store.ts';
import { registeredAgreement } from './pairing/agreement.store.ts';
import { registeredObligation } from './pairing/obligation.store.ts';
import { registeredPairing } from './pairing/pairing.store.ts';
import { registeredPairingEvent } from './pairing/pairing-event.store.ts';
import { parks } from './park/park.store.ts';
import { registeredPlan, registeredTask } from './plan/plan.store.ts';
import { registeredClaim, registeredProject } from './project/project.store.ts';
import { registeredExpert, registeredPanel, registeredScore } from './review/review.store.ts';
import { registeredScenario } from './scenario/scenario.store.ts';
import { monthlyReports } from './work/monthly-report.store.ts';

/** Every kind of record of the programme. */
export const kinds: readonly AnyRegistered[] = [
  registeredBatch,
  registeredApplication,
  registeredRound,
  registeredAssessment,
  registeredAnswer,
  registeredPairing,
  registeredAgreement,
  registeredObligation,
  registeredPairingEvent,
  registeredBenefitStatement,
  monthlyReports,
  registeredPlan,
  registeredTask,
  registeredProject,
  registeredClaim,
  registeredExpert,
  registeredPanel,
  registeredScore,
  registeredNotice,
  registeredObjection,
  registeredList,
  registeredReAssessment,
  registeredParkExit,
  parks,
  registeredMeasure,
  registeredCompanyPlan,
  registeredIntent,
  registeredScenario,
];
