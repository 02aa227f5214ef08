import { type Asker, everybody } from '@tidu/programme';
import { type FastifyInstance, fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callsAMinute, limitCalls, reckonedAMinute } from './calls.server.ts';
import { explain } from './errors.ts';

let server: FastifyInstance;
const wang: Asker = { ...everybody, account: 'wang', role: 'province' };
beforeAll(async () => {
  server = fastify();
  server.decorateRequest('asker', undefined as unknown as Asker);
  server.addHook('onRequest', async (request) => {
    request.asker = request.headers.as === 'wang' ? wang : everybody;
  });
  server.setErrorHandler((error, _, reply) => {
    const { status, code, remedy } = explain(error);
    return reply.status(status).send({ code, remedy });
  });
  await limitCalls(server);
  for (const url of ['/api/query', '/api/parks']) server.get(url, async () => 'read');
  for (const url of ['/api/parks', '/api/comparison']) server.post(url, async () => 'changed');
  server.get('/api/company-plans/:id/offer/:park', async () => 'reckoned');
});
afterAll(() => server.close());

const from = (remoteAddress: string, method: 'GET' | 'POST' = 'POST', url = '/api/parks', headers = {}) =>
  server.inject({ method, url, remoteAddress, headers });
async function fill(...call: Parameters<typeof from>) {
  for (let n = 0; n < callsAMinute; n++) expect((await from(...call)).statusCode).toBe(200);
}

describe('who calls too often', () => {
  it('is told after how many seconds to come again, while others are answered', async () => {
    await fill('192.0.2.1');
    const { statusCode, headers, body } = await from('192.0.2.1');
    expect(statusCode).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.parse(body)).toEqual({
      code: 'too-many-calls',
      remedy: expect.stringMatching(/^try again in \d+ seconds$/),
    });
    expect((await from('192.0.2.1', 'GET', '/api/query')).statusCode).toBe(429);
    expect((await from('192.0.2.1', 'GET')).statusCode).toBe(200);
    expect((await from('192.0.2.2')).statusCode).toBe(200);
  });

  it('is counted as an account wherever they are, and others at their address are not', async () => {
    const wangs = { as: 'wang' };
    await fill('192.0.2.3', 'GET', '/api/query?by=month', wangs);
    expect((await from('192.0.2.4', 'POST', '/api/parks', wangs)).statusCode).toBe(429);
    expect((await from('192.0.2.3')).statusCode).toBe(200);
  });

  it('is held off sooner from what reckons a plan through every park, and goes on with all else', async () => {
    const reckoned = () => from('192.0.2.5', 'POST', '/api/comparison');
    for (let n = 0; n < reckonedAMinute; n++) expect((await reckoned()).statusCode).toBe(200);
    const { statusCode, body } = await reckoned();
    expect(statusCode).toBe(429);
    expect(JSON.parse(body)).toMatchObject({ code: 'too-many-calls' });
    const sheet = '/api/company-plans/company-plan-1/offer/taiyuan.pdf';
    expect((await from('192.0.2.5', 'GET', sheet)).statusCode).toBe(429);
    expect((await from('192.0.2.5')).statusCode).toBe(200);
    expect((await from('192.0.2.6', 'POST', '/api/comparison')).statusCode).toBe(200);
  });

  it('is nobody on the machine itself', async () => {
    await fill('127.0.0.1');
    expect((await from('127.0.0.1')).statusCode).toBe(200);
  });
});
