import type { Programme } from '@tidu/programme';
import { kinds } from '@tidu/programme';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { mustHaveRole } from '../../allow.ts';
import type { CookieRules } from '../../asker.server.ts';
import { boundariesIn } from '../../boundaries.file.ts';
import type { HouseKey } from '../../house-key.file.ts';
import type { Api } from '../../http.server.ts';
import type { AskMeasures } from '../../measures.store.ts';
import type { OidcClient } from '../../oidc.client.ts';
import { measureLibraryRoutes } from '../policy/library.route.ts';
import { measureTableRoutes } from '../policy/measure-table.route.ts';
import { measureReformRoutes } from '../policy/reform.route.ts';
import { measureTryingRoutes } from '../policy/trying.route.ts';
import { accountRoutes } from './account.route.ts';
import { administrationRoutes, factorRuleRoutes, organisationRoutes } from './administration.route.ts';
import { anyRecordRoute } from './any-record.route.ts';
import { assessmentRoutes } from './assessment.route.ts';
import { assessmentReportRoutes } from './assessment-report.route.ts';
import { auditRoutes } from './audit.route.ts';
import { benefitRoutes } from './benefit.route.ts';
import { commentRoutes } from './comments.route.ts';
import { fileRoutes } from './file.route.ts';
import { officialDocumentRoutes } from './official-documents.route.ts';
import { outboxRoutes } from './outbox.route.ts';
import { pairingRoutes } from './pairing.route.ts';
import { parkRoutes } from './park.route.ts';
import { planRoutes } from './plans.route.ts';
import { projectChoiceRoutes } from './project-choices.route.ts';
import { projectClaimRoutes } from './project-claims.route.ts';
import { projectFileRoutes } from './project-files.route.ts';
import { projectRoutes } from './projects.route.ts';
import { providerRoutes } from './provider.route.ts';
import { recognitionRoutes } from './recognition.route.ts';
import { recordRoutes } from './record.route.ts';
import { reportRoutes } from './reports.route.ts';
import { reviewRoutes } from './review.route.ts';
import { searchRoutes } from './search.route.ts';
import { sessionRoutes } from './session.route.ts';
import { workRoutes } from './work.route.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The deed that a route of the programme is, by which it is decided who may. */
    deed?: string;
    /** Why everybody may. */
    open?: string;
  }
}

export interface ProgrammeRules {
  readonly cookie: CookieRules;
  readonly sampleSignIn: boolean;
  readonly packRoot: string;
  /** Whether a mail server is named. */
  readonly mail: boolean;
  /** A folder for what has to wait on disk. */
  readonly scratch: string;
  /** Where people may sign in too. */
  readonly provider?: OidcClient | undefined;
  readonly houseKey: () => HouseKey;
  /** The policy measures that hold now. */
  readonly measures: AskMeasures;
}

/** Everything of the programme. A route that says neither its deed nor why it is open cannot be made. */
export function programmeRoutes(api: Api, programme: () => Promise<Programme>, rules: ProgrammeRules): void {
  api.addHook('onRoute', ({ method, url, config }) => {
    if (method === 'HEAD' || config?.deed || config?.open) return;
    throw new Error(`${method} ${url} declares no deed: say in its config which it is, or why it is open`);
  });
  // What is about a record is decided on the record; before that, a role that may do it to none is told so.
  const reads = new Set(kinds.map(({ kind }) => `${kind.name}.read`));
  api.addHook('preValidation', async ({ asker, routeOptions: { config } }) => {
    if (config.deed && !reads.has(config.deed)) mustHaveRole(asker, config.deed);
  });
  const { cookie, provider } = rules;
  sessionRoutes(api, programme, { ...rules, hasProvider: provider !== undefined });
  if (provider) providerRoutes(api, programme, { cookie, provider });
  accountRoutes(api, programme, cookie);
  administrationRoutes(api, programme);
  factorRuleRoutes(api, programme);
  organisationRoutes(api, programme);
  auditRoutes(api, programme, rules.houseKey);
  parkRoutes(api, programme);
  void api.register(async (inner) => fileRoutes(inner.withTypeProvider<ZodTypeProvider>(), programme));
  for (const { kind } of kinds) recordRoutes(api, programme, kind);
  assessmentRoutes(api, programme);
  anyRecordRoute(api, programme);
  commentRoutes(api, programme);
  workRoutes(api, programme);
  reportRoutes(api, programme, rules.scratch);
  searchRoutes(api, programme);
  outboxRoutes(api, programme, rules);
  planRoutes(api, programme);
  projectRoutes(api, programme);
  projectChoiceRoutes(api, programme);
  projectClaimRoutes(api, programme);
  // Files arrive as forms, which only this scope reads.
  api.register(async (inner) => projectFileRoutes(inner as unknown as Api, programme));
  assessmentReportRoutes(api, programme);
  recognitionRoutes(api, programme, boundariesIn(rules.packRoot));
  reviewRoutes(api, programme, rules.houseKey);
  officialDocumentRoutes(api, programme);
  pairingRoutes(api, programme);
  benefitRoutes(api, programme);
  measureLibraryRoutes(api, programme, rules.measures);
  measureTryingRoutes(api, programme, rules.measures);
  measureReformRoutes(api, programme, rules);
  api.register(async (inner) => measureTableRoutes(inner as unknown as Api, rules.measures));
}
