import { offerPdf, offerSheet, offerWorkbook } from '@tidu/documents';
import { type CompanyPlanContent, dateIn, type Programme, type ProgrammeRecord } from '@tidu/programme';
import { z } from 'zod';
import { mustBeAllowed } from '../../allow.ts';
import { Refused } from '../../errors.ts';
import type { House } from '../../house.store.ts';
import type { Api } from '../../http.server.ts';
import { offerOfPlan } from '../../offer.store.ts';
import { list } from '../schemas.ts';

const files = {
  pdf: { make: offerPdf, type: 'application/pdf' },
  xlsx: {
    make: offerWorkbook,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} as const;

/** Version of the plan, day, hash. */
const receiptShape = /^(\d{1,6})-(\d{4}-\d{2}-\d{2})-[0-9a-f]{64}$/;

/** One park for one plan, on one page: for who may read the plan, and nobody else. */
export function offerRoutes(api: Api, house: House): void {
  const { programme } = house;
  for (const format of ['pdf', 'xlsx'] as const) {
    api.get(
      `/company-plans/:id/offer/:park.${format}`,
      {
        config: { deed: 'company-plan.read' },
        schema: {
          tags: ['company-plans'],
          params: z.object({ id: z.string().max(80), park: z.string().max(80) }),
          querystring: z.object({
            language: z.enum(['zh', 'en']).default('zh'),
            /** The parks that it is compared with; all where none is named. */
            parks: list,
            /** Of a sheet that was made before: it is made again, or it is said that this cannot be. */
            receipt: z.string().regex(receiptShape, 'the receipt at the foot of a sheet').optional(),
          }),
        },
      },
      async ({ params, query, asker }, reply) => {
        const { records } = await programme();
        const record = await records.get<CompanyPlanContent>(params.id, 'company-plan');
        mustBeAllowed(asker, 'company-plan.read', record);
        const { language, parks, receipt } = query;
        const [, planVersion, on] = receiptShape.exec(receipt ?? '') ?? [];
        const plan = await planAt(records, record, planVersion);
        const offer = await offerOfPlan(house, {
          plan: plan.content.plan,
          planVersion: plan.version,
          title: plan.content.title,
          company: await companyName(records, plan.content.owner, language),
          sample: record.sample,
          park: params.park,
          parks,
          on: on ?? dateIn(records.world.now()),
        });
        if (receipt !== undefined && receipt !== offer.receipt) {
          throw new Refused(
            'not-current',
            'what that sheet was reckoned from is not as it was: the rules, the facts or the program have changed, or other parks were compared',
            'leave the receipt out for a sheet as of today, or name the same parks',
          );
        }
        const sheet = offerSheet(offer, params.park, language);
        const name = encodeURIComponent(`${sheet.title}.${format}`.replaceAll(/[\\/:：*?"<>|\s]+/g, '-'));
        return reply
          .headers({
            'content-type': files[format].type,
            'content-disposition': `attachment; filename="offer-${params.park}.${format}"; filename*=UTF-8''${name}`,
            'cache-control': 'private, no-store',
          })
          .send(await files[format].make(sheet));
      },
    );
  }
}

type Records = Programme['records'];

/** The plan as it stood in one of its versions; as it stands where none is named. */
async function planAt(
  records: Records,
  record: ProgrammeRecord<CompanyPlanContent>,
  version: string | undefined,
): Promise<Pick<ProgrammeRecord<CompanyPlanContent>, 'content' | 'version'>> {
  if (version === undefined) return record;
  const found = (await records.versions(record.id)).find((one) => one.version === Number(version));
  if (!found) throw new Refused('not-found', `${record.id} has no version ${version}`, 'see its versions');
  return { content: found.content as CompanyPlanContent, version: found.version };
}

async function companyName(records: Records, id: string, language: 'zh' | 'en'): Promise<string> {
  const row = await records.reading
    .selectFrom('organisation')
    .select(['name_zh', 'name_en'])
    .where('id', '=', id)
    .executeTakeFirst();
  return (language === 'zh' ? row?.name_zh : row?.name_en) ?? id;
}
