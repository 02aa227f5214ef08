import { z } from 'zod';
import { daysAfter, deadlineOf } from '../batch/call.ts';
import type { Doing } from '../ground/kind.ts';
import type { ApplicationContent } from './application.ts';
import type { ApplicationAct } from './application.workflow.ts';
import { type ApplicationFacts, remarks } from './course.ts';

type Does = Doing<ApplicationContent, ApplicationFacts['extra']>;
type Course = ApplicationContent['course'];

const said = z.string().trim().min(1, 'say it in words').max(4000);
const opinion = z.strictObject({ opinion: said });
const reasons = z.strictObject({ reasons: remarks });
const reason = z.strictObject({ reason: said });
const result = z.strictObject({
  recommended: z.boolean(),
  score: z.number().optional(),
  rank: z.int().positive().optional(),
});

const by = ({ today, asker }: ApplicationFacts) => ({
  on: today,
  by: asker.name || asker.account,
  organisation: asker.organisation,
});
/** An act that only adds to the course. */
const adds =
  (part: (facts: ApplicationFacts, was: Course) => Partial<Course>): NonNullable<Does['change']> =>
  (content, facts) => ({ ...content, course: { ...content.course, ...part(facts, content.course) } });

export const doing: Partial<Record<ApplicationAct, Does>> = {
  submit: {
    change: adds(({ today, extra }) => {
      const until = deadlineOf(extra.call, 'report')?.date;
      return { submittedOn: today, ...(until && { until }) };
    }),
  },
  return: {
    given: reasons,
    change: adds((facts) => ({ returned: { ...by(facts), ...reasons.parse(facts.given) } })),
  },
  report: {
    given: opinion,
    change: adds((facts) => ({ report: { ...by(facts), ...opinion.parse(facts.given) } })),
  },
  countersign: {
    given: opinion,
    change: adds((facts) => ({ countersign: { ...by(facts), ...opinion.parse(facts.given) } })),
  },
  askToComplete: {
    given: reasons,
    change: adds((facts) => ({
      incomplete: {
        ...by(facts),
        due: daysAfter(facts.today, deadlineOf(facts.extra.call, 'completion')?.days ?? 10),
        ...reasons.parse(facts.given),
      },
    })),
  },
  complete: {
    change: adds(({ today }, { incomplete }) =>
      incomplete ? { incomplete: { ...incomplete, answeredOn: today } } : {},
    ),
  },
  accept: { change: adds(({ today }) => ({ acceptedOn: today })) },
  assign: {
    given: z.strictObject({ people: z.array(z.string().max(80)).max(60) }),
    change: adds(({ given }) => ({ assigned: z.array(z.string()).parse(given.people) })),
  },
  review: { given: result, change: adds(({ given }) => ({ review: result.parse(given) })) },
  reject: {
    given: reason,
    change: adds((facts) => ({ ended: { ...by(facts), ...reason.parse(facts.given) } })),
  },
  withdraw: {
    given: reason,
    change: adds((facts) => ({ ended: { ...by(facts), ...reason.parse(facts.given) } })),
  },
};
