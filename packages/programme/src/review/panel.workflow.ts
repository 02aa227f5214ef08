import type { Facts } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';
import { commitmentTo, type Sha256 } from './draw.ts';
import type { PanelContent } from './panel.ts';

export type PanelState = 'draft' | 'committed' | 'drawn' | 'scoring' | 'closed';
export type PanelAct = 'commit' | 'draw' | 'openScoring' | 'close' | 'recommend';

/** What the guards of a panel look at. */
export type PanelFacts = Facts<
  PanelContent,
  {
    readonly sha256: Sha256;
    readonly batchState: string;
    /** Experts that are listed, and applications that are accepted. */
    readonly experts: number;
    readonly applications: number;
    /** Applications that came in and about which nothing has been decided yet. */
    readonly undecided: number;
    /** How many scores are in each state, and how many applications have none that is submitted. */
    readonly scores: Readonly<Record<string, number>>;
    readonly unscored: number;
  }
>;
type Rule = Guard<PanelFacts>;

const underReview: Rule = {
  name: 'under-review',
  holds: ({ extra }) =>
    extra.batchState === 'reviewing' || {
      zh: '批次尚未截止申报，或评审已结束',
      en: 'the batch is still open for applications, or its review is over',
    },
};

const somebodyToDraw: Rule = {
  name: 'somebody-to-draw',
  holds: ({ record, extra }) => {
    const seats = record.content.strata.reduce((sum, one) => sum + one.seats, 0);
    return (
      extra.experts >= seats || {
        zh: `专家库在库 ${extra.experts} 人，少于席位 ${seats} 个`,
        en: `${extra.experts} experts are listed, for ${seats} seats`,
      }
    );
  },
};

const somethingToJudge: Rule = {
  name: 'something-to-judge',
  holds: ({ extra }) =>
    extra.applications > 0 || { zh: '没有已受理的申报', en: 'no application is accepted as complete' },
};

const completenessDecided: Rule = {
  name: 'completeness-decided',
  holds: ({ extra }) =>
    extra.undecided === 0 || {
      zh: `尚有 ${extra.undecided} 份申报未作完整性审查`,
      en: `${extra.undecided} application(s) have not been checked for completeness yet`,
    },
};

const laterThanToday: Rule = {
  name: 'drawn-later',
  holds: ({ given, today }) =>
    given.drawFrom === undefined ||
    String(given.drawFrom) >= today || {
      zh: '抽取日期不得早于承诺公布之日',
      en: 'the draw cannot be before the day of the commitment',
    },
};

const dayOfTheDraw: Rule = {
  name: 'day-of-the-draw',
  holds: ({ record, today }) => {
    const from = record.content.drawFrom ?? '';
    return (
      (from !== '' && today >= from) || {
        zh: `${from} 起方可公布种子并抽取`,
        en: `the seed is told and the panel drawn on ${from} or later`,
      }
    );
  },
};

/** Asked without a seed, it waits for one: the act itself cannot be done without. */
const committedSeed: Rule = {
  name: 'committed-seed',
  holds: ({ record, given, extra }) =>
    given.seed === undefined ||
    commitmentTo(String(given.seed), extra.sha256) === record.content.commitment || {
      zh: '种子与事先公布的承诺不符',
      en: 'this is not the seed that was committed to',
    },
};

const everyScoreIn: Rule = {
  name: 'every-score-in',
  holds: ({ extra }) =>
    (extra.scores.draft ?? 0) === 0 || {
      zh: `尚有 ${extra.scores.draft} 份评分未提交`,
      en: `${extra.scores.draft} score(s) are not submitted yet`,
    },
};

const everythingScored: Rule = {
  name: 'everything-scored',
  holds: ({ extra }) =>
    extra.unscored === 0 || {
      zh: `尚有 ${extra.unscored} 份申报没有任何评分`,
      en: `${extra.unscored} application(s) have no score at all`,
    },
};

const recommendsWhatWasJudged: Rule = {
  name: 'recommends-what-was-judged',
  holds: ({ record, given }) => {
    const judged = new Set(record.content.pool?.applications ?? []);
    const strange = ((given.recommended ?? []) as string[]).find((one) => !judged.has(one));
    return (
      strange === undefined || {
        zh: `${strange} 不在本组评审范围内`,
        en: `${strange} is not among what this panel judged`,
      }
    );
  },
};

/** Ranks are known before anybody is recommended, and a recommendation is made once. */
const notRecommendedYet: Rule = {
  name: 'not-recommended-yet',
  holds: ({ record }) =>
    record.content.recommended === undefined || {
      zh: '已形成推荐意见',
      en: 'the recommendation is made already',
    },
};

export const panelWorkflow = createWorkflow<PanelState, PanelAct, PanelFacts>({
  name: 'panel',
  states: {
    draft: { zh: '筹备', en: 'being prepared' },
    committed: { zh: '已承诺种子', en: 'seed committed' },
    drawn: { zh: '已抽取', en: 'drawn' },
    scoring: { zh: '独立评分', en: 'blind scoring' },
    closed: { zh: '评审结束', en: 'closed' },
  },
  initial: 'draft',
  editable: ['draft'],
  acts: {
    commit: {
      name: { zh: '公布种子承诺', en: 'commit to a seed' },
      from: ['draft'],
      to: 'committed',
      guards: [underReview, completenessDecided, somethingToJudge, somebodyToDraw, laterThanToday],
    },
    draw: {
      name: { zh: '公布种子并抽取', en: 'tell the seed and draw' },
      from: ['committed'],
      to: 'drawn',
      guards: [dayOfTheDraw, committedSeed],
    },
    openScoring: {
      name: { zh: '开始独立评分', en: 'open the scoring' },
      from: ['drawn'],
      to: 'scoring',
      guards: [underReview],
    },
    close: {
      name: { zh: '结束评审', en: 'close the review' },
      from: ['scoring'],
      to: 'closed',
      guards: [everyScoreIn, everythingScored],
    },
    recommend: {
      name: { zh: '形成推荐意见', en: 'recommend' },
      from: ['closed'],
      guards: [underReview, notRecommendedYet, recommendsWhatWasJudged],
    },
  },
});
