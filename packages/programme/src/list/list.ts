import { names } from '@tidu/reference';
import { z } from 'zod';
import type { Facts, Kind } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';
import { named } from '../notice/notice.ts';

const isoDate = z.iso.date();

/** A park on a list: newly recognised (with its application) or passed in re-assessment (with its record). */
const entry = named.extend({
  application: z.string().max(80).optional(),
  park: z.string().max(80).optional(),
});

/** One of the lists of a notice: 商贸函〔2023〕188号 has four, of two types, newly recognised and re-assessed. */
const part = z.strictObject({
  /** A type of the pack: `industrial-park`. */
  type: z.string().max(40),
  basis: z.enum(['recognised', 're-assessed']),
  title: names,
  entries: z.array(entry).max(5000),
});
export type ListPart = z.infer<typeof part>;

export const listContent = z.strictObject({
  batch: z.string(),
  title: names,
  /** 商贸函〔2021〕483号 */
  number: z.string().trim().max(60).default(''),
  issuer: z.string().trim().min(1, 'say who issues the list').max(100),
  /** To whom the notice goes (主送). */
  addressee: z.string().trim().max(400).default(''),
  /** The body of the notice; a paragraph per line. */
  text: z.string().trim().min(1, 'say what the notice says').max(12_000),
  lists: z.array(part).max(8).default([]),
  issuedOn: isoDate.optional(),
});
export type ListContent = z.infer<typeof listContent>;

export type ListState = 'draft' | 'issued';
export type ListAct = 'issue';
export type ListFacts = Facts<
  ListContent,
  {
    readonly batchState: string;
    /** How many notices of the batch are in each state. */
    readonly notices: Readonly<Record<string, number>>;
    readonly openObjections: number;
    /** Applications that are proposed, and parks that passed re-assessment in this batch. */
    readonly proposed: readonly string[];
    readonly passed: readonly string[];
    readonly types: readonly string[];
  }
>;
type Rule = Guard<ListFacts>;

const noticeOver: Rule = {
  name: 'notice-over',
  holds: ({ extra }) => {
    if ((extra.notices.published ?? 0) > 0)
      return { zh: '公示期未满', en: 'the public notice is still running' };
    if (extra.batchState === 'noticed' && (extra.notices.expired ?? 0) > 0) return true;
    return { zh: '尚未公示，或公示已撤回', en: 'there has been no public notice, or it was withdrawn' };
  },
};

const noOpenObjection: Rule = {
  name: 'no-open-objection',
  holds: ({ extra }) =>
    extra.openObjections === 0 || {
      zh: `尚有 ${extra.openObjections} 件异议未办结`,
      en: `${extra.openObjections} objection(s) are not decided yet`,
    },
};

/** A list is what the procedure came to, whole and nothing else. */
const whatCameOfIt: Rule = {
  name: 'what-came-of-it',
  holds: ({ record, extra }) => {
    const entries = record.content.lists.flatMap((one) =>
      one.entries.map(({ application, park }) => (one.basis === 'recognised' ? application : park) ?? ''),
    );
    const due = [...extra.proposed, ...extra.passed];
    const missing = due.filter((one) => !entries.includes(one));
    const strange = entries.filter((one) => !due.includes(one));
    if (entries.length === 0) return { zh: '名单为空', en: 'the list is empty' };
    if (new Set(entries).size < entries.length) return { zh: '名单有重复', en: 'something is listed twice' };
    if (missing.length > 0)
      return { zh: `名单缺少：${missing.join('、')}`, en: `the list lacks: ${missing.join(', ')}` };
    return (
      strange.length === 0 || {
        zh: `名单含有未拟认定者：${strange.join('、')}`,
        en: `the list has what is not proposed: ${strange.join(', ')}`,
      }
    );
  },
};

const numbered: Rule = {
  name: 'numbered',
  holds: ({ record }) =>
    /〔\d{4}〕\d+号$/.test(record.content.number) || {
      zh: '请填写发文字号，如 示例函〔2026〕1号',
      en: 'give the document number, such as 示例函〔2026〕1号',
    },
};

const knownTypes: Rule = {
  name: 'known-types',
  holds: ({ record, extra }) => {
    const strange = record.content.lists.find(({ type }) => !extra.types.includes(type));
    return (
      strange === undefined || {
        zh: `没有“${strange.type}”这一类型`,
        en: `there is no type "${strange.type}"`,
      }
    );
  },
};

/** The outcome of a batch: a notice with its lists, issued as a document and as signed data. */
export const list: Kind<ListContent, ListState, ListAct, ListFacts['extra']> = {
  name: 'list',
  plural: 'lists',
  names: { zh: '名单', en: 'list' },
  content: listContent,
  workflow: createWorkflow<ListState, ListAct, ListFacts>({
    name: 'list',
    states: { draft: { zh: '起草', en: 'draft' }, issued: { zh: '已印发', en: 'issued' } },
    initial: 'draft',
    editable: ['draft'],
    acts: {
      issue: {
        name: { zh: '印发名单', en: 'issue the list' },
        from: ['draft'],
        to: 'issued',
        guards: [noticeOver, noOpenObjection, knownTypes, whatCameOfIt, numbered],
      },
    },
  }),
  face: ({ batch, title, number }, state) => ({
    title,
    territory: '100000',
    organisations: ['org-ministry'],
    parent: batch,
    published: state === 'issued',
    words: [number],
  }),
  publicContent: (content) => content,
  doing: { issue: { change: (content, { today }) => ({ ...content, issuedOn: today }) } },
};
