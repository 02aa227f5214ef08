import { queryOptions } from '@tanstack/react-query';
import { programmeAsks } from './programme.asks.ts';
import {
  type CaseContent,
  type ExpertContent,
  type ListContent,
  type NoticeContent,
  type ObjectionContent,
  type PanelContent,
  review,
  type ScoreContent,
} from './review.client.ts';

/** Questions about the review of a batch and what follows from it. */
export const reviewAsks = {
  panel: (id: string) => programmeAsks.record<PanelContent>('panels', id),
  score: (id: string) => programmeAsks.record<ScoreContent>('scores', id),
  expert: (id: string) => programmeAsks.record<ExpertContent>('experts', id),
  notice: (id: string) => programmeAsks.record<NoticeContent>('notices', id),
  objection: (id: string) => programmeAsks.record<ObjectionContent>('objections', id),
  listing: (id: string) => programmeAsks.record<ListContent>('lists', id),
  parkCase: (plural: string, id: string) => programmeAsks.record<CaseContent>(plural, id),
  /** Asked anew with every version of the panel. */
  applications: (panel: string, version: number) =>
    queryOptions({
      queryKey: ['records', 'panels', panel, 'applications', version],
      queryFn: () => review.applications(panel),
      staleTime: 0,
    }),
  clock: (notice: string, version: number) =>
    queryOptions({
      queryKey: ['records', 'notices', notice, 'clock', version],
      queryFn: () => review.clock(notice),
      staleTime: 0,
    }),
};
