import {
  callNotice,
  frameworkAgreement,
  listNotice,
  type Official,
  objectionReply,
  paper,
  publicNotice,
  returnLetter,
} from '@tidu/documents';
import {
  type AgreementContent,
  type ApplicationContent,
  type Asker,
  applicationFields,
  type BatchContent,
  kinds,
  type ListContent,
  type NoticeContent,
  namesOfSides,
  type ObjectionContent,
  type Programme,
  type ProgrammeRecord,
  textOf,
} from '@tidu/programme';
import { z } from 'zod';
import { mustBeAllowed } from '../../allow.ts';
import { Refused } from '../../errors.ts';
import type { Api } from '../../http.server.ts';
import { organisationName } from '../../organisation-name.store.ts';

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Records = Programme['records'];
/** A record as a document, as far as the asker may see it. */
type Writes = (records: Records, record: ProgrammeRecord, asker: Asker) => Promise<Official>;

const ministry = 'org-ministry';
const notYet = (what: string) => new Refused('not-found', what, 'the document is there once that is done');

const writers: Readonly<Record<string, Writes>> = {
  batch: async (records, { content, sample }) => {
    const batch = content as BatchContent;
    if (!batch.calledOn) throw notYet('the call is not published yet');
    return callNotice(batch, await organisationName(records, ministry), sample);
  },
  application: async (records, { content, state, sample }) => {
    const { course, form, organisation } = content as ApplicationContent;
    const asked = state === 'returned' ? course.returned : (course.incomplete ?? course.returned);
    if (!asked) throw notYet('nothing was asked to be mended');
    return returnLetter({
      park: form.parkName.zh,
      applicant: form.applicant || (await organisationName(records, organisation)),
      issuer: await organisationName(records, asked.organisation),
      on: asked.on,
      due: asked === course.incomplete ? course.incomplete?.due : undefined,
      reasons: asked.reasons.map(({ field, reason }) => ({ field: applicationFields[field].zh, reason })),
      sample,
    });
  },
  notice: async (records, { content, sample }) => {
    const notice = content as NoticeContent;
    if (!notice.from) throw notYet('the notice is not published yet');
    return publicNotice(notice, await organisationName(records, ministry), sample);
  },
  objection: async (records, record, asker) => {
    const { state, sample } = record;
    const shown = kinds.find(({ kind }) => kind.name === 'objection')?.kind.shownTo;
    const content = shown?.(record.content, asker, record) as ObjectionContent;
    if (content.objector.name === '')
      throw new Refused('not-allowed', 'the reply goes to who objected', 'read the public part of the case');
    if (state !== 'upheld' && state !== 'dismissed' && state !== 'inadmissible')
      throw notYet('the objection is not decided yet');
    const notice = await records.get<NoticeContent>(content.notice, 'notice');
    const about = notice.content.entries.find(({ application }) => application === content.application);
    const issuer = await organisationName(records, ministry);
    return objectionReply(
      content,
      { notice: notice.content.title.zh, park: about?.name.zh, issuer },
      state,
      sample,
    );
  },
  agreement: async (records, record) => {
    const content = record.content as AgreementContent;
    const { park, partner } = await namesOfSides(records, content);
    const articles = content.text ?? textOf(content, records.world.rules['agreement-templates']);
    return frameworkAgreement(content, articles, { park: park.zh, partner: partner.zh }, record.sample);
  },
  list: async (_, { content, sample }) => {
    const list = content as ListContent;
    if (!list.issuedOn) throw notYet('the list is not issued yet');
    return listNotice(list, sample);
  },
};

/** Records as official documents, for Word. */
export function officialDocumentRoutes(api: Api, programme: () => Promise<Programme>): void {
  for (const { kind } of kinds) {
    const writes = writers[kind.name];
    if (!writes) continue;
    api.get(
      `/${kind.plural}/:id/document.docx`,
      {
        config: { deed: `${kind.name}.read` },
        schema: { tags: [kind.plural], params: z.object({ id: z.string().max(80) }) },
      },
      async ({ params, asker }, reply) => {
        const { records } = await programme();
        const record = await records.get(params.id, kind.name);
        const grant = mustBeAllowed(asker, `${kind.name}.read`, record);
        if (grant.of === 'published' && kind.name === 'application')
          throw new Refused('not-allowed', 'the letter goes to who applies', 'read the public part');
        const official = await writes(records, record, asker);
        const name = encodeURIComponent(`${official.title.replaceAll('\n', '')}.docx`);
        return reply
          .headers({
            'content-type': type,
            'content-disposition': `attachment; filename="${record.id}.docx"; filename*=UTF-8''${name}`,
            'cache-control': 'private, no-store',
          })
          .send(await paper(official));
      },
    );
  }
}
