import { ministryBulletin, type Official, paper, parkBulletin } from '@tidu/documents';
import { type Ground, type MinistryNext, ministryNext, type ParkNext, parkNext } from '@tidu/guidance';
import type { Asker } from '@tidu/programme';
import { z } from 'zod';
import type { Clearance } from '../clearance.ts';
import { bulletinFigures } from '../guidance/bulletin-figures.store.ts';
import { groundFor } from '../guidance/ground.store.ts';
import { type Guided, guided } from '../guidance/guided.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';
import { organisationName } from '../organisation-name.store.ts';

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const open = 'rests on what the asker may see';
const tags = ['guidance'];
const querystring = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month like 2025-06')
    .optional()
    .meta({ description: 'YYYY-MM; the last month that is loaded where absent' }),
});

/** The monthly bulletin of a park, and of the ministry, as Word documents. */
export function guidanceBulletinRoutes(api: Api, house: House): void {
  const { pack, seenBy } = house;
  const figuresFor = (ground: Ground, clearance: Clearance, month: string | undefined) =>
    bulletinFigures(seenBy(clearance), pack, [...new Set(ground.parks.map(({ place }) => place))], month);

  api.get(
    '/guidance/bulletin.docx',
    { config: { open }, schema: { tags, querystring } },
    async ({ query, clearance, asker }, reply) => {
      const ground = await groundFor(house, clearance, asker);
      const figures = await figuresFor(ground, clearance, query.month);
      const { result, receipt } = (await guided(ministryNext, ground, pack, {})) as Guided<MinistryNext>;
      const issuer = await issuerFor(house, asker);
      const document = ministryBulletin({
        next: result,
        figures,
        issuer,
        madeOn: ground.day,
        receipt: receipt.sha256,
      });
      return reply.headers(headersOf(document)).send(await paper(document));
    },
  );
  api.get(
    '/guidance/parks/:id/bulletin.docx',
    { config: { open }, schema: { tags, params: z.object({ id: z.string().max(80) }), querystring } },
    async ({ params, query, clearance, asker }, reply) => {
      const ground = await groundFor(house, clearance, asker);
      const { result, receipt } = (await guided(parkNext, ground, pack, {
        park: params.id,
      })) as Guided<ParkNext>;
      const figures = await figuresFor(ground, clearance, query.month);
      const issuer = await issuerFor(house, asker);
      const document = parkBulletin({
        next: result,
        figures,
        issuer,
        madeOn: ground.day,
        receipt: receipt.sha256,
      });
      return reply.headers(headersOf(document)).send(await paper(document));
    },
  );
}

/** Who signs: the organisation of whoever asks; of the public, that it is made of what is public. */
async function issuerFor(house: House, { organisation }: Asker): Promise<string> {
  if (organisation === '') return '（据公开资料编制）';
  return organisationName((await house.programme()).records, organisation);
}

const headersOf = ({ title }: Official) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="bulletin.docx"; filename*=UTF-8''${encodeURIComponent(`${title.replace('\n', '')}.docx`)}`,
  'cache-control': 'private, no-store',
});
