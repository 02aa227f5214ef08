import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Parameters } from './http.client.ts';
import { programmeAsks } from './programme.asks.ts';
import { type PlanContent, type ProjectContent, projects, type TaskContent } from './project.client.ts';

/** Questions about projects and plans; what others change is asked anew each time a page is opened. */
export const projectAsks = {
  board: (wanted: Parameters) =>
    queryOptions({
      queryKey: ['records', 'projects', 'board', wanted],
      queryFn: () => projects.board(wanted),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  results: (wanted: Parameters) =>
    queryOptions({
      queryKey: ['records', 'projects', 'results', wanted],
      queryFn: () => projects.results(wanted),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  flows: () =>
    queryOptions({ queryKey: ['records', 'projects', 'flows'], queryFn: projects.flows, staleTime: 0 }),
  choices: () => queryOptions({ queryKey: ['records', 'project-choices'], queryFn: projects.choices }),
  project: (id: string) => programmeAsks.record<ProjectContent>('projects', id),
  claims: (id: string, version: number) =>
    queryOptions({
      queryKey: ['records', 'claims', id, version],
      queryFn: () => projects.claims(id),
      staleTime: 0,
    }),
  plans: (wanted: Parameters) =>
    queryOptions({
      queryKey: ['records', 'plans', 'board', wanted],
      queryFn: () => projects.plans(wanted),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  plan: (id: string) => programmeAsks.record<PlanContent>('plans', id),
  progress: (id: string) =>
    queryOptions({
      queryKey: ['records', 'plans', id, 'progress'],
      queryFn: () => projects.progress(id),
      staleTime: 0,
    }),
  task: (id: string) => programmeAsks.record<TaskContent>('tasks', id),
};
