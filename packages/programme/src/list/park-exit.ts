import { names } from '@tidu/reference';
import { z } from 'zod';
import type { Facts, Kind } from '../ground/kind.ts';
import { said, saidAs, text } from '../ground/said.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';

const isoDate = z.iso.date();

const parkExitContent = z.strictObject({
  /** The record of the park; what it is called, where it lies and whose it is come from there. */
  park: z.string(),
  name: names.default({ zh: '—', en: '—' }),
  place: z
    .string()
    .regex(/^\d{6}$/)
    .default('100000'),
  organisations: z.array(z.string()).max(8).default([]),
  /** Why the park is warned, and until when it may mend. */
  warning: text,
  mendBy: isoDate,
  answer: said.optional(),
  proposal: said.optional(),
  hearing: said.optional(),
  decision: said.optional(),
});
export type ParkExitContent = z.infer<typeof parkExitContent>;

export type ParkExitState = 'warned' | 'proposed' | 'exited' | 'lifted';
export type ParkExitAct = 'answer' | 'propose' | 'hear' | 'exit' | 'lift';
type ParkExitFacts = Facts<ParkExitContent, undefined>;

const timeToMendOver: Guard<ParkExitFacts> = {
  name: 'time-to-mend-over',
  holds: ({ record, today }) =>
    today > record.content.mendBy || {
      zh: `整改期限 ${record.content.mendBy} 未满`,
      en: `the park may mend until ${record.content.mendBy}`,
    },
};

/** Nobody is put off a list unheard. */
const heard: Guard<ParkExitFacts> = {
  name: 'heard',
  holds: ({ record }) =>
    record.content.hearing !== undefined || {
      zh: '尚未听取园区陈述申辩',
      en: 'the park has not been heard on the proposal yet',
    },
};

/** How a park leaves the programme: warned, time to mend, exit proposed, heard, decided; or the warning is lifted. */
export const parkExit: Kind<ParkExitContent, ParkExitState, ParkExitAct, undefined> = {
  name: 'park-exit',
  plural: 'park-exits',
  names: { zh: '退出', en: 'exit' },
  content: parkExitContent,
  workflow: createWorkflow<ParkExitState, ParkExitAct, ParkExitFacts>({
    name: 'park-exit',
    states: {
      warned: { zh: '预警整改', en: 'warned' },
      proposed: { zh: '拟退出', en: 'exit proposed' },
      exited: { zh: '已退出', en: 'exited' },
      lifted: { zh: '预警解除', en: 'warning lifted' },
    },
    initial: 'warned',
    editable: [],
    acts: {
      answer: { name: { zh: '报告整改', en: 'report what was mended' }, from: ['warned'] },
      propose: {
        name: { zh: '提出退出建议', en: 'propose the exit' },
        from: ['warned'],
        to: 'proposed',
        guards: [timeToMendOver],
      },
      hear: { name: { zh: '陈述申辩', en: 'be heard' }, from: ['proposed'] },
      exit: {
        name: { zh: '决定退出', en: 'decide the exit' },
        from: ['proposed'],
        to: 'exited',
        guards: [heard],
      },
      lift: { name: { zh: '解除预警', en: 'lift the warning' }, from: ['warned', 'proposed'], to: 'lifted' },
    },
  }),
  face: ({ park, name, place, organisations, mendBy }, state) => ({
    title: name,
    territory: place,
    organisations,
    parent: park,
    published: state === 'exited',
    due: state === 'warned' ? mendBy : undefined,
  }),
  publicContent: ({ park, name, place, decision }) => ({ park, name, place, ...(decision && { decision }) }),
  doing: {
    answer: saidAs('answer'),
    propose: saidAs('proposal'),
    hear: saidAs('hearing'),
    exit: saidAs('decision'),
    lift: saidAs('decision'),
  },
};
