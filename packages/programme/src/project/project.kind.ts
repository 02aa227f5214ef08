import type { Kind } from '../ground/kind.ts';
import { type Project, project, reachedOn } from './project.ts';
import {
  type ProjectAct,
  type ProjectState,
  type ProjectSurroundings,
  projectDoing,
  projectWorkflow,
} from './project.workflow.ts';

/** A transfer project; confidential to the park, its partner and the company. */
export const projectKind: Kind<Project, ProjectState, ProjectAct, ProjectSurroundings> = {
  name: 'project',
  plural: 'projects',
  names: { zh: '转移项目', en: 'transfer project' },
  content: project,
  workflow: projectWorkflow,
  doing: projectDoing,
  face: (content, state) => ({
    title: { zh: content.name, en: content.name },
    territory: content.territory,
    organisations: [content.parkOrganisation, content.partner, content.companyOrganisation].filter(
      (one) => one !== undefined,
    ),
    parent: content.park,
    published: false,
    due: dueOf(content, state),
    words: [content.company, content.creditCode].filter(Boolean),
  }),
};

/** Production as promised, until it has begun. */
const dueOf = (content: Project, state: ProjectState): string | undefined =>
  state === 'withdrawn' || reachedOn(content, 'production') || reachedOn(content, 'exporting')
    ? undefined
    : content.promised.production;
