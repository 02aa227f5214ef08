import type { Asker } from '../account/asker.ts';
import { clock, liesIn } from '../account/asker.ts';
import type { BatchContent } from '../batch/batch.ts';
import type { BatchState } from '../batch/batch.workflow.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { RecordReader } from '../ground/record-reader.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import type { Registered } from '../ground/registered.ts';
import { NotPossible } from '../ground/workflow.ts';
import { type ApplicationContent, application } from './application.ts';
import type { ApplicationAct, ApplicationState } from './application.workflow.ts';
import { type ApplicationFacts, course } from './course.ts';

type Application = ProgrammeRecord<ApplicationContent>;

export const batchOf = (records: RecordReader, { batch }: ApplicationContent) =>
  records.get<BatchContent>(batch, 'batch') as Promise<ProgrammeRecord<BatchContent, BatchState>>;

/** The provincial department that reports the applications of a place. */
const departmentOf = (place: string): string => `org-province-${place.slice(0, 2)}0000`;

export const registeredApplication: Registered<
  ApplicationContent,
  ApplicationState,
  ApplicationAct,
  ApplicationFacts['extra']
> = {
  kind: application,
  extra: async (records, { content }) => {
    const batch = await batchOf(records, content);
    return { call: batch.content.call, batchState: batch.state };
  },
  effects: {
    create: async (_, record, { asker, extra }) => {
      if (asker.account === clock.account) return;
      if (extra.batchState !== 'called') {
        throw new NotPossible('create', extra.batchState, [
          { zh: '该批次不在征集申报期', en: 'the batch is not open for applications' },
        ]);
      }
      mustBeOnesOwn(record, asker);
    },
    edit: async (_, record, { asker }) => mustLieInTerritory(record, asker),
  },
};

/** One applies for oneself, by one's own provincial department, and has no course yet. */
function mustBeOnesOwn(record: Application, asker: Asker): void {
  const { organisation, province, course: begun } = record.content;
  const wrong = (field: string, message: string) => {
    throw new NotAcceptable([{ field: `content.${field}`, message }]);
  };
  if (organisation !== asker.organisation) wrong('organisation', `has to be your own: ${asker.organisation}`);
  const department = departmentOf(asker.territory);
  if (province !== department) wrong('province', `the department of your province is ${department}`);
  if (JSON.stringify(begun) !== JSON.stringify(course.parse({})))
    wrong('course', 'is written by acts; leave it out');
  mustLieInTerritory(record, asker);
}

function mustLieInTerritory({ content }: Application, asker: Asker): void {
  const { place } = content.form;
  if (place === '' || liesIn(place, asker.territory)) return;
  throw new NotAcceptable([
    {
      field: 'content.form.place',
      message: `${place} does not lie in ${asker.territory}, for which you apply`,
    },
  ]);
}
