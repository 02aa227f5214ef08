import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import type { Offer } from '@tidu/trade/exchange';
import { type FastifyError, type FastifyInstance, fastify, type RouteOptions } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { askersOf } from './asker.server.ts';
import { limitCalls } from './calls.server.ts';
import { type Clearance, clearanceOf, mustComeFromHere, toldTo } from './clearance.ts';
import { description } from './description.ts';
import { explain } from './errors.ts';
import type { House } from './house.store.ts';
import { houseKey } from './house-key.file.ts';
import type { OidcClient } from './oidc.client.ts';
import { version } from './program.ts';
import { catalogRoutes } from './routes/catalog.route.ts';
import { concordanceRoutes } from './routes/concordances.route.ts';
import { derivedRoutes } from './routes/derived.route.ts';
import { downloadRoutes } from './routes/downloads.route.ts';
import { figureRoutes } from './routes/figures.route.ts';
import { guidanceRoutes } from './routes/guidance.route.ts';
import { guidanceBulletinRoutes } from './routes/guidance-bulletin.route.ts';
import { inboxRoutes } from './routes/inbox.route.ts';
import { loadRoutes } from './routes/loads.route.ts';
import { packRoutes } from './routes/pack.route.ts';
import { comparisonRoutes } from './routes/policy/comparison.route.ts';
import { offerRoutes } from './routes/policy/offer.route.ts';
import { programmeRoutes } from './routes/programme/programme.route.ts';
import { qualityRoutes } from './routes/quality.route.ts';
import { queryRoutes } from './routes/query.route.ts';
import { releaseRoutes } from './routes/releases.route.ts';
import { scenarioRoutes } from './routes/scenarios.route.ts';
import { sdmxRoutes } from './routes/sdmx.route.ts';
import { statusRoutes } from './routes/status.route.ts';
import { viewRoutes } from './routes/views.route.ts';

export interface ServerOptions {
  readonly house: House;
  /** The built page; without it a sentence says how to build it. */
  readonly webRoot: string;
  /** What a local command has to show before it may import through the server. */
  readonly token?: string;
  /** Only who shows the token is the desk; everybody else sees what may leave the house. */
  readonly openToPublic?: boolean;
  /** Who offers the data, and on what terms: what the catalogue says. */
  readonly offer?: Offer;
  /** People reach it by https: cookies are sent encrypted only. */
  readonly secure?: boolean;
  /** Accounts of the demonstration may be entered without a password: on the machine itself. */
  readonly sampleSignIn?: boolean;
  /** A mail server is named, so that mails are sent. */
  readonly mail?: boolean;
  /** Where people may sign in too. */
  readonly provider?: OidcClient | undefined;
  readonly log?: boolean;
  /** Hears of every route that there is. */
  readonly onRoute?: (route: RouteOptions) => void;
}

declare module 'fastify' {
  interface FastifyRequest {
    clearance: Clearance;
  }
}

export type Api = ReturnType<typeof typed>;
const typed = (server: FastifyInstance) => server.withTypeProvider<ZodTypeProvider>();

/** The server, ready to listen: API under `/api`, the page everywhere else. */
export async function httpServer({
  house,
  webRoot,
  token,
  openToPublic = false,
  offer = {},
  secure = false,
  sampleSignIn = false,
  mail = false,
  provider,
  log = false,
  onRoute,
}: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: log ? { level: 'warn' } : false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    bodyLimit: 4 * 1024 * 1024,
    // Who speaks https for this program stands on the same machine, and says whom it speaks for.
    trustProxy: 'loopback',
  });
  if (onRoute) server.addHook('onRoute', onRoute);
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  await server.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // The form controls write their rules into style elements as they appear.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: secure ? { maxAge: 63_072_000 } : false,
  });
  await server.register(compress, { threshold: 1024 });
  await server.register(cookie);
  await server.register(swagger, {
    openapi: {
      info: {
        title: 'Tidu',
        version,
        description: 'Facts and figures of processing trade, with their receipts.',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: description,
  });

  server.setErrorHandler((error, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const detail = error.validation
        .map((issue) => `${issue.instancePath.slice(1)}: ${issue.message}`)
        .join('; ');
      return problem(reply, 400, 'not-understood', detail, 'see /api/openapi.json for what may be asked');
    }
    const { statusCode = 500, message } = error as FastifyError;
    if (statusCode < 500)
      return problem(reply, statusCode, 'not-understood', message, 'see /api/openapi.json');
    const { status, code, sentence, remedy, particulars } = toldTo(request.clearance, explain(error));
    if (status === 500) request.log.error(error);
    if (status === 403) request.log.warn({ account: request.asker.account, url: request.url }, 'not allowed');
    return problem(reply, status, code, sentence, remedy, particulars);
  });

  const cookieRules = { secure };
  askersOf(server, house.programme, cookieRules);
  server.decorateRequest('clearance', 'public');
  server.addHook('onRequest', async (request) => {
    request.clearance = clearanceOf(request, { openToPublic, token }, request.asker.role);
    mustComeFromHere(request);
  });

  await server.register(
    async (scope) => {
      await limitCalls(scope);
      const api = typed(scope);
      statusRoutes(api, house);
      packRoutes(api, house);
      figureRoutes(api, house);
      queryRoutes(api, house);
      downloadRoutes(api, house);
      viewRoutes(api, house);
      loadRoutes(api, house, token);
      releaseRoutes(api, house);
      derivedRoutes(api, house);
      catalogRoutes(api, house, offer);
      qualityRoutes(api, house);
      await api.register(async (inner) => sdmxRoutes(inner, house), { prefix: '/sdmx' });
      await api.register(async (inner) => inboxRoutes(typed(inner), house));
      await api.register(async (inner) => concordanceRoutes(typed(inner), house));
      await api.register(async (inner) => comparisonRoutes(typed(inner), house));
      await api.register(async (inner) => offerRoutes(typed(inner), house));
      await api.register(async (inner) => guidanceRoutes(typed(inner), house));
      await api.register(async (inner) => guidanceBulletinRoutes(typed(inner), house));
      await api.register(async (inner) => scenarioRoutes(typed(inner), house));
      await api.register(async (inner) =>
        programmeRoutes(typed(inner), house.programme, {
          cookie: cookieRules,
          sampleSignIn,
          packRoot: house.packRoot,
          scratch: house.store.scratch,
          mail,
          provider,
          houseKey: () => houseKey(house.folder),
          measures: house.measures,
        }),
      );
      api.get('/openapi.json', { schema: { hide: true } }, async () => server.swagger());
    },
    { prefix: '/api' },
  );

  const hasPage = existsSync(join(webRoot, 'index.html'));
  if (hasPage) {
    await server.register(fastifyStatic, {
      root: webRoot,
      setHeaders: (reply, path) => {
        const hashed = path.includes(`${join('dist', 'assets')}`);
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  server.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api') || request.method !== 'GET') {
      return problem(reply, 404, 'not-found', `there is nothing at ${request.url}`, 'see /api/openapi.json');
    }
    if (hasPage) return reply.sendFile('index.html');
    return reply.type('text/plain').send('The page is not built yet: run npm start in the repository.\n');
  });
  return server;
}

function problem(
  reply: { status(code: number): { type(type: string): { send(body: unknown): unknown } } },
  status: number,
  code: string,
  detail: string,
  remedy?: string,
  particulars: object = {},
) {
  const body = {
    type: 'about:blank',
    title: code,
    status,
    detail,
    code,
    ...(remedy ? { remedy } : {}),
    ...particulars,
  };
  return reply.status(status).type('application/problem+json').send(body);
}
