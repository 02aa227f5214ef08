import { Readable } from 'node:stream';
import { CannotAnswer } from '@tidu/trade';
import {
  answerData,
  available,
  CannotExchange,
  csvData,
  dataQuery,
  errorMessage,
  genericData,
  jsonData,
  jsonStructures,
  type Structures,
  sdmxErrors,
  structureKinds,
  structureMessage,
  structureSpecificData,
  structuresOf,
} from '@tidu/trade/exchange';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { explain } from '../errors.ts';
import { observationTable } from '../exchanged-table.ts';
import type { House } from '../house.store.ts';
import { openToPages } from '../open-to-pages.ts';
import { formatOf, tongueOf } from '../sdmx-format.ts';
import { tableFile } from '../table-file.file.ts';

type Asked = FastifyRequest<{ Params: { '*': string }; Querystring: Record<string, string> }>;

/**
 * The REST interface of SDMX 2.1 (docs/use/exchange.md). Whoever asks, it speaks as to the public: of what the
 * customs publish, and of releases.
 */
export async function sdmxRoutes(
  api: FastifyInstance,
  { published, releases, offered, store }: House,
): Promise<void> {
  const sources = { warehouse: published, releases };

  api.addHook('onRequest', openToPages);
  api.setErrorHandler((error, request, reply) => {
    const { number, status, sentences } = said(error);
    if (status === 500) request.log.error(error);
    if (/json/.test(`${request.headers.accept} ${(request.query as { format?: string }).format}`)) {
      const [title = '', detail] = sentences;
      return reply
        .status(status)
        .type('application/json; charset=utf-8')
        .send({ errors: [{ code: number, title, ...(detail && { detail }) }] });
    }
    return reply.status(status).type('application/xml; charset=utf-8').send(errorMessage(number, sentences));
  });
  api.setNotFoundHandler(() => {
    throw new CannotExchange('path-not-understood', 'there is no such resource', 'see docs/use/exchange.md');
  });

  api.get('/data/*', { schema: { hide: true } }, async (request: Asked, reply) => {
    const format = formatOf('data', { accept: request.headers.accept, format: request.query.format });
    const query = dataQuery(request.params['*'], request.query);
    const answer = await answerData(await offered(), sources, query, now());
    const tongue = tongueOf(request.query.lang ?? request.headers['accept-language']);
    switch (format.kind) {
      case 'generic':
        return stream(reply, format.type, genericData(answer));
      case 'structure-specific':
        return stream(reply, format.type, structureSpecificData(answer));
      case 'csv': {
        const labels = request.query.labels ?? /labels=(\w+)/.exec(request.headers.accept ?? '')?.[1];
        return stream(
          reply,
          format.type,
          csvData(answer, format.version, labels === 'both' ? 'both' : 'id', tongue),
        );
      }
      case 'json':
        return stream(reply, format.type, jsonData(answer, format.version, tongue));
      case 'parquet': {
        const options = { language: tongue, scratch: store.scratch };
        return reply
          .type(format.type)
          .header('content-disposition', `attachment; filename="${answer.flow.id}.parquet"`)
          .send(await tableFile(observationTable(answer), 'parquet', options));
      }
      default:
        throw new CannotExchange('no-such-format', 'data have no such format', 'ask for data+json');
    }
  });

  api.get('/availableconstraint/*', { schema: { hide: true } }, async (request: Asked, reply) => {
    const query = dataQuery(request.params['*'].split('/').slice(0, 3).join('/'), request.query);
    const constraint = await available(await offered(), sources, query);
    return structures(request, reply, { ...nothing, constraints: [constraint] });
  });

  api.get('/*', { schema: { hide: true } }, async (request: Asked, reply) => {
    const [kind = '', agency, id, version] = request.params['*'].split('/').filter(Boolean);
    if (!(structureKinds as readonly string[]).includes(kind)) {
      throw new CannotExchange(
        'path-not-understood',
        `there is no resource "${kind}"`,
        `use data, availableconstraint, ${structureKinds.join(', ')}`,
      );
    }
    const { references, detail } = request.query;
    const found = structuresOf(await offered(), { kind, agency, id, version, references, detail });
    return structures(request, reply, found);
  });
}

const nothing: Structures = {
  agencies: false,
  concepts: false,
  dataflows: [],
  dataStructures: [],
  codeLists: [],
  constraints: [],
  stubs: false,
};

function structures(request: Asked, reply: FastifyReply, found: Structures) {
  const format = formatOf('structure', { accept: request.headers.accept, format: request.query.format });
  if (format.kind !== 'json') return stream(reply, format.type, structureMessage(found, now()));
  const tongue = tongueOf(request.query.lang ?? request.headers['accept-language']);
  return reply.type(format.type).send(JSON.stringify(jsonStructures(found, now(), format.version, tongue)));
}

/** Pieces of a message as one, a few thousand at a time: the compressor and the network take no small ones. */
function stream(reply: FastifyReply, type: string, pieces: Iterable<string>) {
  reply.header('vary', 'accept, accept-language, accept-encoding');
  return reply.type(`${type}; charset=utf-8`).send(Readable.from(together(pieces)));
}

function* together(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

const now = (): string => new Date().toISOString();

/** An error as SDMX numbers it; what is none of SDMX's own is a fault of the server, or of the question. */
function said(error: unknown): { number: number; status: number; sentences: string[] } {
  if (error instanceof CannotExchange) {
    return { ...sdmxErrors[error.code], sentences: [error.message, error.remedy] };
  }
  const { statusCode } = error as { statusCode?: number };
  if (statusCode !== undefined && statusCode < 500) {
    return { number: 140, status: statusCode, sentences: [(error as Error).message] };
  }
  const { status, sentence, remedy } = explain(error);
  if (error instanceof CannotAnswer && error.code === 'too-many-rows') {
    return { ...sdmxErrors['exchange-too-large'], sentences: [error.message, error.remedy] };
  }
  return { number: status === 500 ? 500 : 150, status, sentences: [sentence, ...(remedy ? [remedy] : [])] };
}
