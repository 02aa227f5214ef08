import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Pages of other sites may read an answer: for what is published to everybody alone. No other site can
 * change anything here, nor read as the one whose browser it is (clearance.ts).
 */
export async function openToPages(_: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
}
