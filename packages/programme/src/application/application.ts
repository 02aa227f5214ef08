import { z } from 'zod';
import type { Kind } from '../ground/kind.ts';
import { type ApplicationAct, type ApplicationState, applicationWorkflow } from './application.workflow.ts';
import { type ApplicationFacts, course } from './course.ts';
import { doing } from './doing.ts';
import { applicationForm } from './form.ts';

export const applicationContent = z.strictObject({
  /** The batch in which it applies. */
  batch: z.string(),
  /** Whose application it is, and the provincial department that reports it. */
  organisation: z.string(),
  province: z.string(),
  form: applicationForm,
  /** What the procedure has said so far; acts write it, nobody edits it. */
  course: course.prefault({}),
});
export type ApplicationContent = z.infer<typeof applicationContent>;

/** States in which everybody may know of it. */
const published: readonly ApplicationState[] = ['listed'];

/** A place's application in a batch: what it declares, and what the procedure says of it. */
export const application: Kind<
  ApplicationContent,
  ApplicationState,
  ApplicationAct,
  ApplicationFacts['extra']
> = {
  name: 'application',
  plural: 'applications',
  names: { zh: '申报', en: 'application' },
  content: applicationContent,
  workflow: applicationWorkflow,
  face: ({ batch, organisation, province, form, course }, state) => ({
    title: {
      zh: form.parkName.zh || '（未命名）',
      en: form.parkName.en || form.parkName.zh || '(no name yet)',
    },
    territory: form.place,
    organisations: [organisation, province],
    people: course.assigned,
    parent: batch,
    published: published.includes(state),
    due:
      state === 'incomplete'
        ? course.incomplete?.due
        : state === 'submitted' || state === 'returned'
          ? course.until
          : undefined,
  }),
  publicContent: ({ batch, form }) => ({
    batch,
    form: { ...applicationForm.parse({}), parkName: form.parkName, place: form.place, zones: form.zones },
  }),
  /** The blind stays down: who reviews, and what they find, is not for those who are reviewed. */
  shownTo: (content, { role }) =>
    role === 'ministry' || role === 'expert' || role === 'audit-admin'
      ? content
      : { ...content, course: { ...content.course, assigned: [], review: undefined } },
  kept: (was, { form }) => ({ ...was, form }),
  doing,
};
