import type { Names } from '@tidu/reference';
import { z } from 'zod';
import type { Doing, Facts, Kind } from '../ground/kind.ts';
import { createWorkflow, type Guard, type Reason } from '../ground/workflow.ts';

const text = (longest: number) => z.string().trim().min(1).max(longest);
const reason = z.strictObject({ reason: text(1000) });

/** A policy measure that an office writes: its text is a rule that a program computes (docs/use/measures.md). */
const measureContent = z.strictObject({
  /** By which it is known: one in force with the same id is replaced. */
  measure: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters and digits, with hyphens between')
    .max(80),
  /** As its text says, for lists. */
  title: z.strictObject({ zh: text(200), en: text(200) }),
  text: z.string().min(1).max(100_000),
  /** Whose territory it is written for, GB/T 2260. */
  place: z.string().regex(/^\d{6}$/, 'a GB/T 2260 code of six digits'),
  /** The organisation that writes it. */
  owner: z.string(),
  /** For those who decide; not published. */
  note: z.string().trim().max(4000).default(''),
  /** The account that proposed it; written by the act alone. */
  proposedBy: z.string().optional(),
});
export type MeasureContent = z.infer<typeof measureContent>;
export type MeasureState = 'draft' | 'proposed' | 'returned' | 'in-force' | 'repealed';
export type MeasureAct = 'propose' | 'return' | 'put-in-force' | 'repeal';

/** What is asked of the text: everything that stands against it today. */
export interface MeasureOutside {
  readonly faults: readonly Reason[];
}
type F = Facts<MeasureContent, MeasureOutside>;
const words = (zh: string, en: string): Names => ({ zh, en });

/** The first faults are enough to go on with; the editor shows all. */
const mostFaults = 3;

const sound: Guard<F> = {
  name: 'sound',
  holds: ({ extra: { faults } }) => {
    const told = faults.slice(0, mostFaults);
    const more = faults.length - told.length;
    return (
      faults.length === 0 ||
      words(
        `${told.map(({ zh }) => zh).join('；')}${more > 0 ? `；另有${more}处` : ''}`,
        `${told.map(({ en }) => en).join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
      )
    );
  },
};

/** What takes effect on companies is seen by two people; who proposed it is not known of one that was proposed by nobody. */
const fourEyes: Guard<F> = {
  name: 'by somebody else than who proposed it',
  holds: ({ asker, record: { content } }) => {
    if (content.proposedBy === undefined)
      return words(
        '不知由谁报请：请退回后重新报请',
        'it is not known who proposed it: return it and let it be proposed again',
      );
    return (
      asker.account !== content.proposedBy ||
      words(
        '报请人不能自己施行：由本机关另一人或上级机关施行',
        'who proposed it does not put it in force: another person of your office does, or the office above',
      )
    );
  },
};

const workflow = createWorkflow<MeasureState, MeasureAct, F>({
  name: 'measure',
  states: {
    draft: words('草案', 'draft'),
    proposed: words('待施行', 'proposed'),
    returned: words('退回', 'returned'),
    'in-force': words('施行中', 'in force'),
    repealed: words('已废止', 'repealed'),
  },
  initial: 'draft',
  editable: ['draft', 'returned'],
  acts: {
    propose: {
      name: words('报请施行', 'propose'),
      from: ['draft', 'returned'],
      to: 'proposed',
      guards: [sound],
    },
    'put-in-force': {
      name: words('施行', 'put in force'),
      from: ['proposed'],
      to: 'in-force',
      guards: [sound, fourEyes],
    },
    return: { name: words('退回', 'return'), from: ['proposed'], to: 'returned' },
    repeal: { name: words('废止', 'repeal'), from: ['in-force'], to: 'repealed' },
  },
});

const withReason: Doing<MeasureContent, MeasureOutside> = { given: reason };

/** A measure in force joins those of the pack; one with the same id takes its place. */
export const measureKind: Kind<MeasureContent, MeasureState, MeasureAct, MeasureOutside> = {
  name: 'measure',
  plural: 'measures',
  names: words('政策措施', 'policy measure'),
  content: measureContent,
  workflow,
  doing: {
    propose: { change: (content, { asker }) => ({ ...content, proposedBy: asker.account }) },
    return: withReason,
    repeal: withReason,
  },
  kept: ({ proposedBy }, { proposedBy: _, ...edited }) => ({ ...edited, ...(proposedBy && { proposedBy }) }),
  face: ({ title, place, owner, measure }, state) => ({
    title,
    territory: place,
    organisations: [owner],
    published: state === 'in-force' || state === 'repealed',
    words: [measure],
  }),
  publicContent: ({ measure, title, text: published, place }) => ({ measure, title, text: published, place }),
};
