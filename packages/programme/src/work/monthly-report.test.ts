import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgrammeRecord } from '../ground/kind.ts';
import {
  differencesOf,
  figureNames,
  type MonthlyReport,
  monthlyReport,
  prefilled,
  type ReportFigures,
} from './monthly-report.ts';
import { differenceWords, monthlyReportWorkflow, type ReportFacts } from './monthly-report.workflow.ts';

const full: ReportFigures = {
  exports: 100,
  imports: 50,
  signed: 1,
  producing: 4,
  investment: 20,
  jobs: 300,
  firms: 12,
};
const content = (figures: ReportFigures, explanation = ''): MonthlyReport =>
  monthlyReport.parse({
    park: 'park-1',
    month: '2026-10',
    figures,
    explanation,
    of: {
      name: { zh: '太原市', en: 'Taiyuan' },
      territory: '140100',
      organisations: ['org-park-taiyuan'],
      due: '2026-11-10',
    },
  });
const facts = (
  about: MonthlyReport,
  extra: Partial<ReportFacts['extra']['held']> = {},
  today = '2026-11-03',
): ReportFacts => ({
  record: { content: about, state: 'draft' } as ProgrammeRecord<MonthlyReport>,
  today,
  now: `${today}T00:00:00Z`,
  asker: { account: 'a', name: 'a', role: 'park', organisation: 'org-park-taiyuan', territory: '140100' },
  given: {},
  extra: { held: { largeChange: 0.5, ...extra } },
});
const { next } = monthlyReportWorkflow;

describe('a monthly report', () => {
  it('is submitted when the month is over and every figure is there', () => {
    expect(next('submit', 'draft', facts(content(full)))).toBe('submitted');
    expect(() => next('submit', 'draft', facts(content(full), {}, '2026-10-31'))).toThrow('is not over yet');
    const { jobs: _, ...without } = full;
    expect(() => next('submit', 'draft', facts(content(without)))).toThrow('fill in jobs');
  });

  it('says that a park exports more than the place in which it lies, and asks why', () => {
    const statistics = { exports: 80, imports: 50 };
    expect(() => next('submit', 'draft', facts(content(full), { statistics }))).toThrow(
      "processing exports 100 is more than the place's 80",
    );
    const explained = content(full, 'trade of a firm that declares elsewhere');
    expect(next('submit', 'draft', facts(explained, { statistics }))).toBe('submitted');
  });

  it('asks about what changed much since the month before', () => {
    const [one] = differencesOf(full, { before: { ...full, jobs: 100 }, largeChange: 0.5 });
    expect(one).toEqual({ figure: 'jobs', reported: 300, held: 100, against: 'month-before' });
    expect(one && differenceWords(one).zh).toBe('从业人数 300 与上月的 100 相差较大');
  });

  it('finds nothing odd where nothing else is known', () => {
    expect(differencesOf(full, { largeChange: 0.5 })).toEqual([]);
    expect(differencesOf({}, { before: full, statistics: { exports: 1 }, largeChange: 0.5 })).toEqual([]);
  });

  it('takes over what stood a month ago and what the projects say, but no flow of the month', () => {
    expect(prefilled(full, { signed: 2, producing: 5 })).toEqual({
      jobs: 300,
      firms: 12,
      signed: 2,
      producing: 5,
    });
    expect(prefilled(undefined, {})).toEqual({});
  });

  it('refuses a month that is none, and a negative figure', () => {
    expect(() => monthlyReport.shape.month.parse('2026-13')).toThrow();
    expect(() => content({ ...full, jobs: -1 })).toThrow();
  });
});

describe('the lifecycle of a monthly report', () => {
  it('reaches every state', () => {
    expect(monthlyReportWorkflow.reachable).toEqual(new Set(Object.keys(monthlyReportWorkflow.states)));
  });

  it('never lets a report be accepted that was not submitted complete and explained (random walks)', () => {
    const figure = fc.option(fc.constantFrom(0, 10, 100, 1000), { nil: undefined });
    const figures = fc.record(Object.fromEntries(figureNames.map((name) => [name, figure])));
    const step = fc.oneof(
      fc.constantFrom('submit', 'accept', 'return'),
      fc.record({ figures, explanation: fc.constantFrom('', 'explained') }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let [state, held] = ['draft', content({})] as [
          keyof typeof monthlyReportWorkflow.states,
          MonthlyReport,
        ];
        for (const one of steps) {
          if (typeof one !== 'string') {
            if (monthlyReportWorkflow.editable.includes(state))
              held = content(one.figures as ReportFigures, one.explanation);
            continue;
          }
          try {
            state = next(one as 'submit', state, facts(held, { statistics: { exports: 50 } }));
          } catch {}
        }
        if (state === 'draft' || state === 'returned') return;
        expect(figureNames.filter((name) => held.figures[name] === undefined)).toEqual([]);
        expect((held.figures.exports ?? 0) <= 50 || held.explanation !== '').toBe(true);
      }),
    );
  });
});
