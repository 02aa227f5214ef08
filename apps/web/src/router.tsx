import { createRoute, createRouter } from '@tanstack/react-router';
import { OverviewPage } from './pages/overview.page.tsx';
import { paths } from './paths.ts';
import { page, root, under } from './router.root.tsx';
import { readAudit, readSignIn } from './url-state.accounts.ts';
import { readBatch } from './url-state.batch.ts';
import { readMove, readOwn } from './url-state.company.ts';
import { readEffect } from './url-state.effect.ts';
import { readCapacity, readLeaving } from './url-state.guidance.ts';
import { readMeasureEdit, readMeasures, readMeasureUse } from './url-state.measures.ts';
import { readCountedOnce, readPairings } from './url-state.pairing.ts';
import { readPairingAdvice } from './url-state.pairing-advice.ts';
import { readCompared, readParks } from './url-state.parks.ts';
import { readPrediction } from './url-state.prediction.ts';
import { readPlans, readProjects } from './url-state.projects.ts';
import { readScenarioCompare } from './url-state.scenarios.ts';
import { readExplore, readGradient, readOverview, readPark, readQuality, readReleases } from './url-state.ts';
import { readReports, readSearch, readWork } from './url-state.work.ts';

/** Every page, at its address. */
const pages = [
  createRoute({
    getParentRoute: under,
    path: paths.overview,
    validateSearch: readOverview,
    component: OverviewPage,
  }),
  page(paths.parks, () => import('./pages/parks.page.tsx'), 'ParksPage', readParks),
  page(paths.park, () => import('./pages/park.page.tsx'), 'ParkPage', readPark),
  page(paths.parkEdit, () => import('./pages/park-edit.page.tsx'), 'ParkEditPage'),
  page(paths.parkCompare, () => import('./pages/park-compare.page.tsx'), 'ParkComparePage', readCompared),
  page(paths.gradient, () => import('./pages/gradient.page.tsx'), 'GradientPage', readGradient),
  page(paths.guidance, () => import('./pages/guidance.page.tsx'), 'GuidancePage'),
  page(paths.guidancePlan, () => import('./pages/guidance-plan.page.tsx'), 'GuidancePlanPage'),
  page(
    paths.guidancePlanCompare,
    () => import('./pages/scenario-compare.page.tsx'),
    'ScenarioComparePage',
    readScenarioCompare,
  ),
  page(paths.guidanceScenario, () => import('./pages/scenario.page.tsx'), 'ScenarioPage'),
  page(
    paths.guidancePairing,
    () => import('./pages/guidance-pairing.page.tsx'),
    'GuidancePairingPage',
    readPairingAdvice,
  ),
  page(
    paths.guidanceEffect,
    () => import('./pages/guidance-effect.page.tsx'),
    'GuidanceEffectPage',
    readEffect,
  ),
  page(
    paths.guidanceEffectPark,
    () => import('./pages/guidance-effect.page.tsx'),
    'GuidanceEffectPage',
    readEffect,
  ),
  page(paths.guidanceLeaving, () => import('./pages/leaving.page.tsx'), 'LeavingPage', readLeaving),
  page(paths.guidanceCapacity, () => import('./pages/capacity.page.tsx'), 'CapacityPage', readCapacity),
  page(
    paths.guidancePrediction,
    () => import('./pages/prediction.page.tsx'),
    'PredictionPage',
    readPrediction,
  ),
  page(paths.guidanceParks, () => import('./pages/guidance-park.page.tsx'), 'GuidanceParksPage'),
  page(paths.guidancePark, () => import('./pages/guidance-park.page.tsx'), 'GuidanceParkPage'),
  page(paths.guidanceNext, () => import('./pages/guidance-next.page.tsx'), 'GuidanceNextPage'),
  page(paths.explore, () => import('./pages/explore.page.tsx'), 'ExplorePage', readExplore),
  page(paths.view, () => import('./pages/view.page.tsx'), 'ViewPage'),
  page(paths.data, () => import('./pages/loads.page.tsx'), 'LoadsPage'),
  page(paths.releases, () => import('./pages/releases.page.tsx'), 'ReleasesPage', readReleases),
  page(paths.quality, () => import('./pages/quality.page.tsx'), 'QualityPage', readQuality),
  page(paths.recognition, () => import('./pages/recognition.page.tsx'), 'RecognitionPage'),
  page(paths.newBatch, () => import('./pages/new-batch.page.tsx'), 'NewBatchPage'),
  page(paths.batch, () => import('./pages/batch.page.tsx'), 'BatchPage', readBatch),
  page(paths.application, () => import('./pages/application.page.tsx'), 'ApplicationPage'),
  page(paths.review, () => import('./pages/review.page.tsx'), 'ReviewPage'),
  page(paths.myReview, () => import('./pages/my-review.page.tsx'), 'MyReviewPage'),
  page(paths.score, () => import('./pages/score.page.tsx'), 'ScorePage'),
  page(paths.notices, () => import('./pages/notices.page.tsx'), 'NoticesPage'),
  page(paths.notice, () => import('./pages/notice.page.tsx'), 'NoticePage'),
  page(paths.objection, () => import('./pages/objection.page.tsx'), 'ObjectionPage'),
  page(paths.listing, () => import('./pages/listing.page.tsx'), 'ListingPage'),
  page(paths.parkCases, () => import('./pages/park-cases.page.tsx'), 'ParkCasesPage'),
  page(paths.reAssessment, () => import('./pages/park-case.page.tsx'), 'ReAssessmentPage'),
  page(paths.parkExit, () => import('./pages/park-case.page.tsx'), 'ParkExitPage'),
  page(paths.signIn, () => import('./pages/sign-in.page.tsx'), 'SignInPage', readSignIn),
  page(paths.invitation, () => import('./pages/invitation.page.tsx'), 'InvitationPage'),
  page(paths.account, () => import('./pages/account.page.tsx'), 'AccountPage'),
  page(paths.accounts, () => import('./pages/admin-accounts.page.tsx'), 'AdminAccountsPage'),
  page(paths.organisations, () => import('./pages/admin-organisations.page.tsx'), 'AdminOrganisationsPage'),
  page(paths.audit, () => import('./pages/admin-audit.page.tsx'), 'AuditPage', readAudit),
  page(paths.assessment, () => import('./pages/assessment.page.tsx'), 'AssessmentPage'),
  page(paths.assessmentRound, () => import('./pages/assessment-round.page.tsx'), 'AssessmentRoundPage'),
  page(paths.assessmentAnswer, () => import('./pages/assessment-answer.page.tsx'), 'AssessmentAnswerPage'),
  page(paths.parkAssessment, () => import('./pages/park-assessment.page.tsx'), 'ParkAssessmentPage'),
  page(paths.work, () => import('./pages/work.page.tsx'), 'WorkPage', readWork),
  page(paths.search, () => import('./pages/search.page.tsx'), 'SearchPage', readSearch),
  page(paths.reports, () => import('./pages/reports.page.tsx'), 'ReportsPage', readReports),
  page(paths.report, () => import('./pages/report.page.tsx'), 'ReportPage'),
  page(paths.record, () => import('./pages/record.page.tsx'), 'RecordPage'),
  page(paths.projects, () => import('./pages/projects.page.tsx'), 'ProjectsPage', readProjects),
  page(paths.newProject, () => import('./pages/new-project.page.tsx'), 'NewProjectPage'),
  page(paths.project, () => import('./pages/project.page.tsx'), 'ProjectPage'),
  page(paths.claim, () => import('./pages/claim.page.tsx'), 'ClaimPage'),
  page(paths.plans, () => import('./pages/plans.page.tsx'), 'PlansPage', readPlans),
  page(paths.newPlan, () => import('./pages/new-plan.page.tsx'), 'NewPlanPage'),
  page(paths.plan, () => import('./pages/plan.page.tsx'), 'PlanPage'),
  page(paths.task, () => import('./pages/task.page.tsx'), 'TaskPage'),
  page(paths.pairings, () => import('./pages/pairings.page.tsx'), 'PairingsPage', readPairings),
  page(paths.pairing, () => import('./pages/pairing.page.tsx'), 'PairingPage'),
  page(paths.agreement, () => import('./pages/agreement.page.tsx'), 'AgreementPage'),
  page(paths.obligation, () => import('./pages/obligation.page.tsx'), 'ObligationPage'),
  page(paths.pairingEvent, () => import('./pages/pairing-event.page.tsx'), 'PairingEventPage'),
  page(paths.statement, () => import('./pages/statement.page.tsx'), 'StatementPage'),
  page(paths.move, () => import('./pages/move.page.tsx'), 'MovePage'),
  page(paths.moveProfile, () => import('./pages/move-compare.page.tsx'), 'MoveProfilePage', readMove),
  page(paths.moveCompare, () => import('./pages/move-compare.page.tsx'), 'MoveComparePage', readMove),
  page(paths.companyPlan, () => import('./pages/company-plan.page.tsx'), 'CompanyPlanPage', readOwn),
  page(paths.intents, () => import('./pages/intents.page.tsx'), 'IntentsPage'),
  page(paths.intent, () => import('./pages/intent.page.tsx'), 'IntentPage'),
  page(paths.calculator, () => import('./pages/calculator.page.tsx'), 'CalculatorPage'),
  page(paths.countedOnce, () => import('./pages/counted-once.page.tsx'), 'CountedOncePage', readCountedOnce),
  page(paths.measures, () => import('./pages/measures.page.tsx'), 'MeasuresPage', readMeasures),
  page(paths.measureUse, () => import('./pages/measure-use.page.tsx'), 'MeasureUsePage', readMeasureUse),
  page(paths.newMeasure, () => import('./pages/new-measure.page.tsx'), 'NewMeasurePage', readMeasureEdit),
  page(paths.measureEdit, () => import('./pages/measure-edit.page.tsx'), 'MeasureEditPage'),
  page(paths.measure, () => import('./pages/measure.page.tsx'), 'MeasurePage'),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(pages),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
