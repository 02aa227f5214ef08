import { words } from '@tidu/reference';
import type { Promises } from '../effect/promises.ts';
import type { Ground } from '../ground/ground.ts';
import type { Draft, Evidence, Reason } from './advice.ts';
import { ofRecord } from './made-up.ts';

/** Projects that are named at most, and the part of the promise below which one is behind. */
const [named, enough] = [3, 0.9];

/** Projects that report less than they promised, the largest shortfall first, and those that owe a report. */
export function promisesAdvice(
  { day, parks }: Ground,
  told: Promises,
  park?: { record: string; id: string },
): Draft[] {
  const until = Number(day.slice(0, 4)) - 1;
  const request = park ? { park: park.id } : {};
  const due = told.projects.flatMap((project, i) => {
    const y = project.years.findLastIndex(
      ({ year, promised }) => year <= until && promised !== null && promised > 0,
    );
    const last = project.years[y];
    if (!last || last.promised === null || !parks.some(({ record }) => record === project.park)) return [];
    const field = (name: string): Evidence => ({
      in: 'guidance',
      name: 'promises',
      request,
      field: `/projects/${i}/years/${y}/${name}`,
    });
    return [{ project, year: last.year, promised: last.promised, reported: last.reported, field }];
  });
  const reason = (one: (typeof due)[number], name: 'promised' | 'reported', value: number): Reason => ({
    code: name,
    says:
      name === 'promised'
        ? words(`${one.year}年承诺出口`, `Exports promised for ${one.year}`)
        : words(`${one.year}年填报出口`, `Exports reported for ${one.year}`),
    quantity: { value, as: 'money' },
    evidence: one.field(name),
    madeUp: ofRecord(one.project.sample),
  });
  const behind = due
    .flatMap((one) =>
      one.reported !== null && one.reported < enough * one.promised
        ? [{ ...one, reported: one.reported }]
        : [],
    )
    .sort(
      (a, b) =>
        b.promised - b.reported - (a.promised - a.reported) || (a.project.record < b.project.record ? -1 : 1),
    )
    .slice(0, named)
    .map((one): Draft => {
      const { record, name } = one.project;
      return {
        kind: 'behind-promise',
        extent: 1 - one.reported / one.promised,
        sure: 'stated',
        about: { what: 'record', id: record, names: { zh: name, en: name } },
        says: words(
          `到“${name}”现场，看没有兑现承诺是差订单、差人还是差配套`,
          `Go to “${name}” and see what keeps it from its promise: orders, people or suppliers`,
        ),
        reasons: [reason(one, 'promised', one.promised), reason(one, 'reported', one.reported)],
      };
    });
  const silent = due
    .filter(({ reported }) => reported === null)
    .sort((a, b) => b.promised - a.promised || (a.project.record < b.project.record ? -1 : 1));
  const [first] = silent;
  if (!first) return behind;
  return [
    ...behind,
    {
      kind: 'ask-report',
      extent: silent.length / due.length,
      sure: 'stated',
      about: {
        what: 'park',
        id: park?.record ?? 'programme',
        names: words('没有填报实绩的项目', 'projects without a report'),
      },
      says: words(
        `请${silent.length}个到期项目填报${until}年及以前的实绩`,
        `Ask ${silent.length} projects that are due to report what came of them up to ${until}`,
      ),
      reasons: silent.slice(0, named).map((one) => ({
        ...reason(one, 'promised', one.promised),
        code: 'not-reported',
        says: words(
          `“${one.project.name}”没有填报，${one.year}年承诺出口`,
          `“${one.project.name}” has not reported; exports promised for ${one.year}`,
        ),
      })),
      remedy: words('在项目页填报当年实绩', 'Report the year’s results on the project’s page'),
    },
  ];
}
