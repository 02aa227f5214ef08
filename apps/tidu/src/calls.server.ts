import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refused } from './errors.ts';

/** So many calls a minute that change something or take the engine's time: far more than people make. */
export const callsAMinute = 600;

/** So many that reckon a plan through every park, a third of a second of the only thread each. */
export const reckonedAMinute = 60;

/** What takes the engine's time though it changes nothing. */
const expensive = /^\/api\/(query|figures|guidance|downloads|sdmx|search|releases)\b/;
const reckons = /^\/api\/(comparison|company-plans\/[^/]+\/offer|measures\/(what-if|use))\b/;
/** On the machine itself there is nobody to hold off; whom a proxy speaks for has an address of their own. */
const itself: readonly string[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/**
 * Holds off who calls too often, by account, and by address without one: 429, with the seconds to wait.
 * @see OWASP ASVS 5.0, 2.4.1
 */
export async function limitCalls(server: FastifyInstance): Promise<void> {
  await server.register(rateLimit, {
    max: (request) => (reckons.test(request.url) ? reckonedAMinute : callsAMinute),
    timeWindow: 60_000,
    keyGenerator: ({ asker, ip, url }) =>
      `${reckons.test(url) ? 'reckons ' : ''}${asker.role === 'public' ? ip : asker.account}`,
    allowList: (request) => itself.includes(request.ip) || !isCounted(request),
    errorResponseBuilder: (_, { ttl, max }) =>
      new Refused(
        'too-many-calls',
        `more than ${max} calls within a minute`,
        `try again in ${Math.ceil(ttl / 1000)} seconds`,
      ),
  });
}

const isCounted = ({ method, url }: FastifyRequest): boolean =>
  (method !== 'GET' && method !== 'HEAD') ||
  expensive.test(url) ||
  (reckons.test(url) && url !== '/api/comparison');
