import {
  calendarIn,
  dateIn,
  kinds,
  type ListContent,
  listToSign,
  type NoticeContent,
  noticeClock,
  type Programme,
  reviewedIn,
  withSignature,
} from '@tidu/programme';
import { z } from 'zod';
import { mustBeAllowed } from '../../allow.ts';
import { Refused } from '../../errors.ts';
import type { HouseKey } from '../../house-key.file.ts';
import type { Api } from '../../http.server.ts';
import { words } from '../schemas.ts';

const one = z.object({ id: z.string().max(80) });

/** What the review has beside its records: how far it is, the draw to run again, the list signed. */
export function reviewRoutes(api: Api, programme: () => Promise<Programme>, key: () => HouseKey): void {
  api.get(
    '/review-rules',
    {
      config: { open: 'the rules of the pack, by which everybody is judged' },
      schema: { tags: ['panels'], response: { 200: z.record(z.string(), z.unknown()) } },
    },
    async () => ({ ...(await programme()).records.world.rules.review }),
  );

  api.get(
    '/panels/:id/applications',
    {
      config: { deed: 'panel.read' },
      schema: {
        tags: ['panels'],
        params: one,
        response: {
          200: z.object({
            applications: z.array(
              z.object({
                id: z.string(),
                title: words,
                place: z.string(),
                state: z.string(),
                scores: z.array(z.object({ id: z.string(), expert: z.string(), state: z.string() })),
              }),
            ),
          }),
        },
      },
    },
    async ({ params, asker }) => {
      const { records } = await programme();
      const panel = await records.get<{ batch: string }>(params.id, 'panel');
      if (mustBeAllowed(asker, 'panel.read', panel).of !== 'all')
        throw new Refused(
          'not-allowed',
          'who judges what is for the desk',
          'read the public part of the panel',
        );
      const applications = await reviewedIn(records, panel.content.batch);
      return {
        applications: applications.map(({ title, scores, ...rest }) => ({
          ...rest,
          title: { ...title },
          scores: scores.map((score) => ({ ...score })),
        })),
      };
    },
  );

  api.get(
    '/panels/:id/draw',
    {
      config: { deed: 'panel.read' },
      schema: { tags: ['panels'], params: one, response: { 200: z.record(z.string(), z.unknown()) } },
    },
    async ({ params, asker }, reply) => {
      const { records } = await programme();
      const panel = await records.get<Record<string, unknown>>(params.id, 'panel');
      mustBeAllowed(asker, 'panel.read', panel);
      const kind = kinds.find((registered) => registered.kind.name === 'panel')?.kind;
      const told = kind?.publicContent?.(panel.content) as Record<string, unknown>;
      if (!told.drawn)
        throw new Refused('not-found', `${panel.id} is not drawn yet`, 'come back after the day of the draw');
      reply.header('content-disposition', `attachment; filename="${panel.id}-draw.json"`);
      return told;
    },
  );

  api.get(
    '/lists/:id/signed',
    {
      config: { deed: 'list.read' },
      schema: { tags: ['lists'], params: one, response: { 200: z.record(z.string(), z.unknown()) } },
    },
    async ({ params, asker }, reply) => {
      const { records } = await programme();
      const list = await records.get<ListContent>(params.id, 'list');
      mustBeAllowed(asker, 'list.read', list);
      if (list.state !== 'issued')
        throw new Refused('not-found', `${list.id} is not issued yet`, 'what is issued can be signed');
      const { publicKey, sign } = key();
      reply.header('content-disposition', `attachment; filename="${list.id}.json"`);
      return { ...withSignature(listToSign(list.id, list.content, list.sample), publicKey, sign) };
    },
  );

  api.get(
    '/notices/:id/clock',
    {
      config: { deed: 'notice.read' },
      schema: {
        tags: ['notices'],
        params: one,
        response: {
          200: z.object({ today: z.string(), passed: z.int(), left: z.int(), over: z.boolean() }),
        },
      },
    },
    async ({ params, asker }) => {
      const { records } = await programme();
      const notice = await records.get<NoticeContent>(params.id, 'notice');
      mustBeAllowed(asker, 'notice.read', notice);
      const { from, to } = notice.content;
      if (!from || !to)
        throw new Refused('not-found', `${notice.id} is not published yet`, 'its clock begins then');
      const today = dateIn(records.world.now());
      return { today, ...noticeClock(calendarIn(records.world), { from, to }, today) };
    },
  );

  api.get(
    '/house-key',
    {
      config: { open: 'the public key, by which everybody can verify what is signed' },
      schema: {
        tags: ['lists'],
        response: { 200: z.object({ algorithm: z.string(), publicKey: z.string() }) },
      },
    },
    async () => ({ algorithm: 'Ed25519', publicKey: key().publicKey }),
  );
}
