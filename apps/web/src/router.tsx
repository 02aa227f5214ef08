import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { OverviewPage } from './pages/overview.page.tsx';
import { paths } from './paths.ts';
import { pairingRoutes } from './router.pairing.tsx';
import { root, under } from './router.root.tsx';
import { readAudit, readSignIn } from './url-state.accounts.ts';
import { readBatch } from './url-state.batch.ts';
import { readCompared, readParks } from './url-state.parks.ts';
import { readPlans, readProjects } from './url-state.projects.ts';
import { readExplore, readGradient, readOverview, readPark, readQuality, readReleases } from './url-state.ts';
import { readReports, readSearch, readWork } from './url-state.work.ts';

const overview = createRoute({
  getParentRoute: under,
  path: paths.overview,
  validateSearch: readOverview,
  component: OverviewPage,
});
const parks = createRoute({
  getParentRoute: under,
  path: paths.parks,
  validateSearch: readParks,
  component: lazyRouteComponent(() => import('./pages/parks.page.tsx'), 'ParksPage'),
});
const park = createRoute({
  getParentRoute: under,
  path: paths.park,
  validateSearch: readPark,
  component: lazyRouteComponent(() => import('./pages/park.page.tsx'), 'ParkPage'),
});
const parkEdit = createRoute({
  getParentRoute: under,
  path: paths.parkEdit,
  component: lazyRouteComponent(() => import('./pages/park-edit.page.tsx'), 'ParkEditPage'),
});
const parkCompare = createRoute({
  getParentRoute: under,
  path: paths.parkCompare,
  validateSearch: readCompared,
  component: lazyRouteComponent(() => import('./pages/park-compare.page.tsx'), 'ParkComparePage'),
});
const gradient = createRoute({
  getParentRoute: under,
  path: paths.gradient,
  validateSearch: readGradient,
  component: lazyRouteComponent(() => import('./pages/gradient.page.tsx'), 'GradientPage'),
});
const explore = createRoute({
  getParentRoute: under,
  path: paths.explore,
  validateSearch: readExplore,
  component: lazyRouteComponent(() => import('./pages/explore.page.tsx'), 'ExplorePage'),
});
const view = createRoute({
  getParentRoute: under,
  path: paths.view,
  component: lazyRouteComponent(() => import('./pages/view.page.tsx'), 'ViewPage'),
});
const loads = createRoute({
  getParentRoute: under,
  path: paths.data,
  component: lazyRouteComponent(() => import('./pages/loads.page.tsx'), 'LoadsPage'),
});

const releases = createRoute({
  getParentRoute: under,
  path: paths.releases,
  validateSearch: readReleases,
  component: lazyRouteComponent(() => import('./pages/releases.page.tsx'), 'ReleasesPage'),
});

const quality = createRoute({
  getParentRoute: under,
  path: paths.quality,
  validateSearch: readQuality,
  component: lazyRouteComponent(() => import('./pages/quality.page.tsx'), 'QualityPage'),
});

const recognition = createRoute({
  getParentRoute: under,
  path: paths.recognition,
  component: lazyRouteComponent(() => import('./pages/recognition.page.tsx'), 'RecognitionPage'),
});
const newBatch = createRoute({
  getParentRoute: under,
  path: paths.newBatch,
  component: lazyRouteComponent(() => import('./pages/new-batch.page.tsx'), 'NewBatchPage'),
});
const batch = createRoute({
  getParentRoute: under,
  path: paths.batch,
  validateSearch: readBatch,
  component: lazyRouteComponent(() => import('./pages/batch.page.tsx'), 'BatchPage'),
});
const application = createRoute({
  getParentRoute: under,
  path: paths.application,
  component: lazyRouteComponent(() => import('./pages/application.page.tsx'), 'ApplicationPage'),
});

const review = createRoute({
  getParentRoute: under,
  path: paths.review,
  component: lazyRouteComponent(() => import('./pages/review.page.tsx'), 'ReviewPage'),
});
const myReview = createRoute({
  getParentRoute: under,
  path: paths.myReview,
  component: lazyRouteComponent(() => import('./pages/my-review.page.tsx'), 'MyReviewPage'),
});
const score = createRoute({
  getParentRoute: under,
  path: paths.score,
  component: lazyRouteComponent(() => import('./pages/score.page.tsx'), 'ScorePage'),
});
const notices = createRoute({
  getParentRoute: under,
  path: paths.notices,
  component: lazyRouteComponent(() => import('./pages/notices.page.tsx'), 'NoticesPage'),
});
const notice = createRoute({
  getParentRoute: under,
  path: paths.notice,
  component: lazyRouteComponent(() => import('./pages/notice.page.tsx'), 'NoticePage'),
});
const objection = createRoute({
  getParentRoute: under,
  path: paths.objection,
  component: lazyRouteComponent(() => import('./pages/objection.page.tsx'), 'ObjectionPage'),
});
const listing = createRoute({
  getParentRoute: under,
  path: paths.listing,
  component: lazyRouteComponent(() => import('./pages/listing.page.tsx'), 'ListingPage'),
});
const parkCases = createRoute({
  getParentRoute: under,
  path: paths.parkCases,
  component: lazyRouteComponent(() => import('./pages/park-cases.page.tsx'), 'ParkCasesPage'),
});
const reAssessment = createRoute({
  getParentRoute: under,
  path: paths.reAssessment,
  component: lazyRouteComponent(() => import('./pages/park-case.page.tsx'), 'ReAssessmentPage'),
});
const parkExit = createRoute({
  getParentRoute: under,
  path: paths.parkExit,
  component: lazyRouteComponent(() => import('./pages/park-case.page.tsx'), 'ParkExitPage'),
});

const signIn = createRoute({
  getParentRoute: under,
  path: paths.signIn,
  validateSearch: readSignIn,
  component: lazyRouteComponent(() => import('./pages/sign-in.page.tsx'), 'SignInPage'),
});

const invitation = createRoute({
  getParentRoute: under,
  path: paths.invitation,
  component: lazyRouteComponent(() => import('./pages/invitation.page.tsx'), 'InvitationPage'),
});
const account = createRoute({
  getParentRoute: under,
  path: paths.account,
  component: lazyRouteComponent(() => import('./pages/account.page.tsx'), 'AccountPage'),
});
const accounts = createRoute({
  getParentRoute: under,
  path: paths.accounts,
  component: lazyRouteComponent(() => import('./pages/admin-accounts.page.tsx'), 'AdminAccountsPage'),
});
const organisations = createRoute({
  getParentRoute: under,
  path: paths.organisations,
  component: lazyRouteComponent(
    () => import('./pages/admin-organisations.page.tsx'),
    'AdminOrganisationsPage',
  ),
});
const audit = createRoute({
  getParentRoute: under,
  path: paths.audit,
  validateSearch: readAudit,
  component: lazyRouteComponent(() => import('./pages/admin-audit.page.tsx'), 'AuditPage'),
});

const assessment = createRoute({
  getParentRoute: under,
  path: paths.assessment,
  component: lazyRouteComponent(() => import('./pages/assessment.page.tsx'), 'AssessmentPage'),
});
const assessmentRound = createRoute({
  getParentRoute: under,
  path: paths.assessmentRound,
  component: lazyRouteComponent(() => import('./pages/assessment-round.page.tsx'), 'AssessmentRoundPage'),
});
const assessmentAnswer = createRoute({
  getParentRoute: under,
  path: paths.assessmentAnswer,
  component: lazyRouteComponent(() => import('./pages/assessment-answer.page.tsx'), 'AssessmentAnswerPage'),
});
const parkAssessment = createRoute({
  getParentRoute: under,
  path: paths.parkAssessment,
  component: lazyRouteComponent(() => import('./pages/park-assessment.page.tsx'), 'ParkAssessmentPage'),
});

const work = createRoute({
  getParentRoute: under,
  path: paths.work,
  validateSearch: readWork,
  component: lazyRouteComponent(() => import('./pages/work.page.tsx'), 'WorkPage'),
});
const search = createRoute({
  getParentRoute: under,
  path: paths.search,
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./pages/search.page.tsx'), 'SearchPage'),
});
const reports = createRoute({
  getParentRoute: under,
  path: paths.reports,
  validateSearch: readReports,
  component: lazyRouteComponent(() => import('./pages/reports.page.tsx'), 'ReportsPage'),
});
const report = createRoute({
  getParentRoute: under,
  path: paths.report,
  component: lazyRouteComponent(() => import('./pages/report.page.tsx'), 'ReportPage'),
});
const record = createRoute({
  getParentRoute: under,
  path: paths.record,
  component: lazyRouteComponent(() => import('./pages/record.page.tsx'), 'RecordPage'),
});

const projects = createRoute({
  getParentRoute: under,
  path: paths.projects,
  validateSearch: readProjects,
  component: lazyRouteComponent(() => import('./pages/projects.page.tsx'), 'ProjectsPage'),
});
const newProject = createRoute({
  getParentRoute: under,
  path: paths.newProject,
  component: lazyRouteComponent(() => import('./pages/new-project.page.tsx'), 'NewProjectPage'),
});
const project = createRoute({
  getParentRoute: under,
  path: paths.project,
  component: lazyRouteComponent(() => import('./pages/project.page.tsx'), 'ProjectPage'),
});
const claim = createRoute({
  getParentRoute: under,
  path: paths.claim,
  component: lazyRouteComponent(() => import('./pages/claim.page.tsx'), 'ClaimPage'),
});
const plans = createRoute({
  getParentRoute: under,
  path: paths.plans,
  validateSearch: readPlans,
  component: lazyRouteComponent(() => import('./pages/plans.page.tsx'), 'PlansPage'),
});
const newPlan = createRoute({
  getParentRoute: under,
  path: paths.newPlan,
  component: lazyRouteComponent(() => import('./pages/new-plan.page.tsx'), 'NewPlanPage'),
});
const plan = createRoute({
  getParentRoute: under,
  path: paths.plan,
  component: lazyRouteComponent(() => import('./pages/plan.page.tsx'), 'PlanPage'),
});
const task = createRoute({
  getParentRoute: under,
  path: paths.task,
  component: lazyRouteComponent(() => import('./pages/task.page.tsx'), 'TaskPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    parks,
    park,
    parkEdit,
    parkCompare,
    gradient,
    explore,
    view,
    loads,
    releases,
    quality,
    recognition,
    newBatch,
    batch,
    application,
    review,
    myReview,
    score,
    notices,
    notice,
    objection,
    listing,
    parkCases,
    reAssessment,
    parkExit,
    assessment,
    assessmentRound,
    assessmentAnswer,
    parkAssessment,
    projects,
    newProject,
    project,
    claim,
    plans,
    newPlan,
    plan,
    task,
    signIn,
    work,
    search,
    reports,
    report,
    record,
    invitation,
    account,
    accounts,
    organisations,
    audit,
    ...pairingRoutes,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
