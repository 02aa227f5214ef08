import { CannotAnswer } from '@tidu/trade';
import { z } from 'zod';
import { type Clearance, mustBeDesk } from '../clearance.ts';
import { Refused } from '../errors.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';
import type { View } from '../views.ts';
import { question, streamAsked } from './query.route.ts';

const name = z.object({ zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) });
const state = z.record(z.string().max(40), z.union([z.string().max(8000), z.number()]));
const view = z.object({
  id: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  state: z.record(z.string(), z.union([z.string(), z.number()])),
  savedAt: z.string(),
  published: z.boolean(),
  ready: z.boolean(),
});
const one = z.object({ id: z.string().regex(/^[a-z0-9-]{1,40}$/) });

/** Saved questions of the explorer: the desk keeps them, everybody reads those that rest on what is published. */
export function viewRoutes(api: Api, house: House): void {
  const { views } = house;
  const seen = (found: View, clearance: Clearance) => clearance === 'desk' || found.published;

  api.get(
    '/views',
    { schema: { response: { 200: z.object({ views: z.array(view) }) } } },
    async ({ clearance }) => ({
      views: views
        .list()
        .filter((found) => seen(found, clearance))
        .map(travelling),
    }),
  );
  api.get(
    '/views/:id',
    { schema: { params: one, response: { 200: view } } },
    async ({ params, clearance }) => {
      const found = views.get(params.id);
      if (seen(found, clearance)) return travelling(found);
      throw new Refused('not-found', `there is no view ${params.id}`, 'see the list of views');
    },
  );
  api.post(
    '/views',
    {
      schema: {
        body: z.object({
          name,
          state,
          /** The same question as `/query` takes it, to find out who may see it. */
          question: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
        }),
        response: { 200: view },
      },
    },
    async ({ body, clearance }) => {
      mustBeDesk(clearance);
      const asked = question.parse(body.question);
      return travelling(
        views.save({ name: body.name, state: body.state, published: await answersPublic(house, asked) }),
      );
    },
  );
  api.patch(
    '/views/:id',
    { schema: { params: one, body: z.object({ name }), response: { 200: view } } },
    async ({ params, body, clearance }) => {
      mustBeDesk(clearance);
      return travelling(views.rename(params.id, body.name));
    },
  );
  api.delete('/views/:id', { schema: { params: one } }, async ({ params, clearance }, reply) => {
    mustBeDesk(clearance);
    views.discard(params.id);
    return reply.status(204).send();
  });
}

async function answersPublic(house: House, asked: z.infer<typeof question>): Promise<boolean> {
  try {
    await (await streamAsked(house, asked, 'public')).close();
    return true;
  } catch (error) {
    if (error instanceof CannotAnswer) return false;
    throw error;
  }
}

const travelling = (found: View): z.infer<typeof view> => ({
  ...found,
  name: { ...found.name },
  state: { ...found.state },
});
