import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Registered } from '../ground/registered.ts';
import type { Answer } from './answer.ts';
import { type AnswerSurroundings, assessmentAnswer } from './answer.workflow.ts';
import type { Assessment } from './assessment.ts';
import { type AssessmentSurroundings, parkAssessment } from './assessment.workflow.ts';
import type { Framework, Party } from './framework.ts';
import { ask } from './round.store.ts';
import type { Round } from './round.ts';
import { stateOf } from './round-reader.store.ts';

export const registeredAssessment: Registered<
  Assessment,
  keyof typeof parkAssessment.workflow.states,
  keyof typeof parkAssessment.workflow.acts,
  AssessmentSurroundings
> = {
  kind: parkAssessment,
  extra: async (records, { id, content }) => {
    const [answers, roundState] = await Promise.all([
      records.whole<Answer>({ kind: 'assessment-answer', parent: id }),
      stateOf(records, content.round),
    ]);
    return {
      // What is sealed is not looked into; that it is there is known.
      answers: answers.map(({ state, content: { party, organisation, asked, values } }) => ({
        party,
        organisation,
        asked,
        values: state === 'unsealed' ? values : {},
      })),
      roundState,
    };
  },
  effects: {
    invite: async (records, assessment: ProgrammeRecord<Assessment>, { given }) => {
      const round = await records.get<Round>(assessment.content.round);
      const framework = round.content.framework as Framework;
      const due = round.content.deadline;
      await ask(records, assessment, framework, given.party as Party, String(given.organisation), due);
    },
  },
};

export const registeredAnswer: Registered<
  Answer,
  keyof typeof assessmentAnswer.workflow.states,
  keyof typeof assessmentAnswer.workflow.acts,
  AnswerSurroundings
> = {
  kind: assessmentAnswer,
  extra: async (records, { content }) => ({ roundState: await stateOf(records, content.round) }),
};
