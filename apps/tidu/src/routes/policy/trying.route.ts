import {
  benefits,
  findings,
  type PlacesKnown,
  placesOf,
  readMeasure,
  ruleSet,
  type Subject,
  subjectSchema,
} from '@tidu/policy';
import { dateIn, type Programme } from '@tidu/programme';
import { z } from 'zod';
import type { Api } from '../../http.server.ts';
import { faultTold } from '../../measure-fault-words.ts';
import type { AskMeasures } from '../../measures.store.ts';
import { outcomesOf, sourcesKnown, wholeOf } from '../../told-measure.ts';
import { fault, measureWhole, outcome } from './measure-schemas.ts';

const tags = ['measures'];
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

const subjectOf = (given: z.infer<typeof subjectSchema>, placeOf: PlacesKnown): Subject => ({
  ...given,
  place: { ...placeOf(given.place), ...given.there },
});

/** Measures tried out: nothing is kept of what is asked. */
export function measureTryingRoutes(
  api: Api,
  programme: () => Promise<Programme>,
  measures: AskMeasures,
): void {
  api.post(
    '/measures/try',
    {
      config: { open: 'computes on what it is given' },
      schema: {
        tags,
        body: z.object({
          /** The measure's id, as its file would be named. */
          id: id.default('draft'),
          text: z.string().max(100_000),
          subject: subjectSchema.optional(),
        }),
        response: {
          200: z.object({
            faults: z.array(fault),
            /** The measure, where its text has no fault. */
            measure: measureWhole.optional(),
            /** What it alone gives to the subject. */
            outcome: outcome.optional(),
          }),
        },
      },
    },
    async ({ body }) => {
      const { records } = await programme();
      const { pack, now } = records.world;
      const { rule, faults, lineOf } = readMeasure(`${body.id}.yaml`, body.text);
      if (!rule) return { faults: faults.map(faultTold) };
      const placeOf = placesOf(pack);
      const held = await measures();
      const rules = ruleSet([...held.rules.rules.values(), rule]);
      const sources = sourcesKnown(pack);
      const alone = ruleSet([rule]);
      const subject = body.subject && subjectOf(body.subject, placeOf);
      return {
        faults: [],
        measure: wholeOf(
          { rule, text: body.text, lineOf },
          { rules, pack, placeOf, findings: findings(rules, { today: dateIn(now()), sources, placeOf }) },
        ),
        ...(subject && { outcome: outcomesOf(alone, subject, benefits(alone, subject))[0] }),
      };
    },
  );

  api.post(
    '/measures/benefits',
    {
      config: { open: 'computes on what it is given' },
      schema: {
        tags,
        body: z.object({
          subject: subjectSchema,
          /** Only this measure, by itself. */
          measure: id.optional(),
        }),
        response: {
          200: z.object({
            place: z.string(),
            outcomes: z.array(outcome),
            /** Yuan by year, of all that is given with a known amount. */
            years: z.array(z.number()),
            total: z.number(),
          }),
        },
      },
    },
    async ({ body }) => {
      const { records } = await programme();
      const held = await measures();
      const one = body.measure === undefined ? undefined : held.rules.rules.get(body.measure);
      const rules = body.measure === undefined ? held.rules : ruleSet(one ? [one] : []);
      const subject = subjectOf(body.subject, placesOf(records.world.pack));
      const found = benefits(rules, subject);
      return {
        place: found.place,
        outcomes: outcomesOf(rules, subject, found),
        years: [...found.years],
        total: found.total,
      };
    },
  );
}
