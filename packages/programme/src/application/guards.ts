import { deadlineOf } from '../batch/call.ts';
import type { Guard } from '../ground/workflow.ts';
import type { ApplicationFacts } from './course.ts';
import { lacking } from './lacking.ts';

type Rule = Guard<ApplicationFacts>;

const dayOf = ({ extra }: ApplicationFacts, id: 'application' | 'report') => deadlineOf(extra.call, id)?.date;

/** What was returned may come in again until the province has to report. */
export const callOpen: Rule = {
  name: 'call-open',
  holds: (facts) => {
    if (facts.extra.batchState !== 'called') {
      return { zh: '该批次不在征集申报期', en: 'the batch is not open for applications' };
    }
    const until = dayOf(facts, facts.record.state === 'returned' ? 'report' : 'application');
    return (
      (until !== undefined && facts.today <= until) || {
        zh: `截止日期 ${until ?? '未定'} 已过`,
        en: `the deadline, ${until ?? 'not set'}, has passed`,
      }
    );
  },
};

export const formComplete: Rule = {
  name: 'form-complete',
  holds: ({ record, extra }) => {
    const lacks = lacking(record.content.form, extra.call);
    return (
      lacks.length === 0 || {
        zh: `尚缺：${lacks.map(({ zh }) => zh).join('、')}`,
        en: `lacking: ${lacks.map(({ en }) => en).join(', ')}`,
      }
    );
  },
};

export const timeToReport: Rule = {
  name: 'time-to-report',
  holds: (facts) => {
    const { batchState } = facts.extra;
    if (batchState !== 'called' && batchState !== 'reviewing') {
      return { zh: '该批次不再接受上报', en: 'the batch takes no more reports' };
    }
    const until = dayOf(facts, 'report');
    return (
      until === undefined ||
      facts.today <= until || { zh: `上报截止日期 ${until} 已过`, en: `reports were due by ${until}` }
    );
  },
};

export const countersignAsked: Rule = {
  name: 'countersign-asked',
  holds: ({ extra, record }) => {
    if (!extra.call.countersign)
      return { zh: '该批次不要求会签', en: 'the call asks for no countersignature' };
    return (
      record.content.course.countersign === undefined || { zh: '已会签', en: 'it is countersigned already' }
    );
  },
};

export const byAnother: Rule = {
  name: 'by-another-department',
  holds: ({ asker, record }) =>
    (asker.organisation !== '' && asker.organisation !== record.content.course.report?.organisation) || {
      zh: '会签部门不得为上报部门',
      en: 'the department that reported it cannot countersign it',
    },
};

export const countersigned: Rule = {
  name: 'countersigned',
  holds: ({ extra, record }) =>
    extra.call.countersign === undefined ||
    record.content.course.countersign !== undefined || {
      zh: `尚未经${extra.call.countersign.zh}会签`,
      en: `not countersigned yet by: ${extra.call.countersign.en}`,
    },
};

export const notAskedBefore: Rule = {
  name: 'not-asked-before',
  holds: ({ record }) =>
    record.content.course.incomplete === undefined || {
      zh: '已一次性告知过，不得再次要求补正',
      en: 'what lacks may be asked for once, and has been',
    },
};

export const timeToComplete: Rule = {
  name: 'time-to-complete',
  holds: ({ record, today }) => {
    const due = record.content.course.incomplete?.due ?? '';
    return today <= due || { zh: `补正期限 ${due} 已过`, en: `it had to be complete by ${due}` };
  },
};

export const callClosed: Rule = {
  name: 'call-closed',
  holds: ({ extra }) =>
    extra.batchState === 'reviewing' || { zh: '该批次不在评审期', en: 'the batch is not under review' },
};

export const recommended: Rule = {
  name: 'recommended',
  holds: ({ record }) =>
    record.content.course.review?.recommended === true || {
      zh: '评审未推荐',
      en: 'the review does not recommend it',
    },
};

export const noticed: Rule = {
  name: 'noticed',
  holds: ({ extra }) =>
    extra.batchState === 'noticed' ||
    extra.batchState === 'listed' || {
      zh: '公示之后方可列入名单',
      en: 'it has to have been in the public notice',
    },
};

/** Who is still allowed to mend something cannot be rejected for lacking it. */
export const timeIsUp: Rule = {
  name: 'time-is-up',
  holds: (facts) => {
    const { state, content } = facts.record;
    const until =
      state === 'incomplete'
        ? content.course.incomplete?.due
        : state === 'submitted' || state === 'returned'
          ? dayOf(facts, 'report')
          : '';
    return (
      (until !== undefined && facts.today > until) || {
        zh: `期限 ${until ?? '未定'} 未到`,
        en: `there is time until ${until ?? 'a day that is not set'}`,
      }
    );
  },
};
