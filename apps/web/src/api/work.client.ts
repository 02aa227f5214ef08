import { get, type Parameters, post, remove } from './http.client.ts';
import type { paths } from './openapi.gen.ts';

type Got<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

export type Queue = Got<'/api/work/queue'>;
export type WorkCounts = Got<'/api/work/counts'>;
export type Notices = Got<'/api/work/notices'>;
export type MailWish = Got<'/api/work/mail'>;
export type Comments = Got<'/api/records/{id}/comments'>;
export type CommentSaid = Comments['comments'][number];
export type People = Got<'/api/records/{id}/people'>;
export type Search = Got<'/api/search'>;
export type ReportMatrix = Got<'/api/reports'>;
export type OutboxState = Got<'/api/outbox'>;
export type Webhooks = Got<'/api/webhooks'>;

export interface NewComment {
  text: string;
  audience: CommentSaid['audience'];
  mentions: string[];
}

const about = (record: string): string => `records/${encodeURIComponent(record)}`;

/** Queue, notices, comments, search and monthly reports. */
export const work = {
  whatIs: (record: string) => get<Got<'/api/records/{id}'>>(about(record)),
  counts: () => get<WorkCounts>('work/counts'),
  queue: (wanted: Parameters) => get<Queue>('work/queue', wanted),
  done: () => get<Got<'/api/work/done'>>('work/done'),
  notices: () => get<Notices>('work/notices'),
  read: (ids: number[] | 'all') => post<void>('work/notices/read', { ids }),
  mail: () => get<MailWish>('work/mail'),
  wishMail: (wish: MailWish) => post<MailWish>('work/mail', wish, 'PUT'),
  comments: (record: string) => get<Comments>(`${about(record)}/comments`),
  people: (record: string, named: string) => get<People>(`${about(record)}/people`, { named }),
  say: (record: string, comment: NewComment) => post<Comments>(`${about(record)}/comments`, comment),
  reword: (record: string, id: number, text: string) =>
    post<Comments>(`${about(record)}/comments/${id}`, { text }, 'PUT'),
  takeBack: (record: string, id: number) => remove(`${about(record)}/comments/${id}`),
  search: (q: string, limit: number) => get<Search>('search', { q, limit: String(limit) }),
  reports: (wanted: Parameters) => get<ReportMatrix>('reports', wanted),
  beginReport: (park: string, month: string) => post<{ id: string }>('reports', { park, month }),
  outbox: () => get<OutboxState>('outbox'),
  tryAgain: (id: number) => post<void>(`outbox/${id}/again`, {}),
  webhooks: () => get<Webhooks>('webhooks'),
  addWebhook: (organisation: string, url: string) =>
    post<{ id: string; secret: string }>('webhooks', { organisation, url }),
  removeWebhook: (id: string) => remove(`webhooks/${encodeURIComponent(id)}`),
};
