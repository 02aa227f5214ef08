import { catalogue, type Offer } from '@tidu/trade/exchange';
import type { FastifyRequest } from 'fastify';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';
import { openToPages } from '../open-to-pages.ts';
import { turtleOf } from '../turtle.ts';

/** The DCAT catalogue of what is offered for exchange, for harvesters; the same for everybody. */
export function catalogRoutes(api: Api, { pack, seenBy, releases, offered }: House, offer: Offer): void {
  const document = async ({ protocol, host }: FastifyRequest) =>
    catalogue({
      base: `${protocol}://${host}`,
      registry: await offered(),
      pack,
      loads: await seenBy('public').loads(),
      releases: await releases.list(),
      offer,
    });

  api.get('/catalog.jsonld', { schema: { hide: true }, onRequest: openToPages }, async (request, reply) =>
    reply.type('application/ld+json; charset=utf-8').send(JSON.stringify(await document(request))),
  );
  api.get('/catalog.ttl', { schema: { hide: true }, onRequest: openToPages }, async (request, reply) =>
    reply.type('text/turtle; charset=utf-8').send(await turtleOf(await document(request))),
  );
  api.get('/catalog', { schema: { hide: true }, onRequest: openToPages }, async (request, reply) => {
    const turtle = /turtle/.test(request.headers.accept ?? '');
    return reply.redirect(`/api/catalog.${turtle ? 'ttl' : 'jsonld'}`, 303);
  });
}
