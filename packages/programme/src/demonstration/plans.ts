import { clock } from '../account/asker.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import type { ParkProfile } from '../park/park.ts';
import type { Plan } from '../plan/plan.kind.ts';
import type { Task } from '../plan/task.kind.ts';

const works = [
  { title: '示例：引进电子信息配套企业', weight: 3, due: -2, state: 'accepted', percent: 100 },
  { title: '示例：建成标准厂房一期', weight: 4, due: 2, state: 'doing', percent: 60 },
  { title: '示例：与东部伙伴互派干部', weight: 1, due: -1, state: 'claimed', percent: 100 },
  { title: '示例：开通通关绿色通道', weight: 2, due: -1, state: 'doing', percent: 45 },
  { title: '示例：出台用地与用工措施', weight: 2, due: 6, state: 'planned', percent: 0 },
] as const;

/** An action plan with tasks for some parks: on time, late, and one that is still a draft. */
export async function seedPlans(
  records: Records,
  parks: readonly ProgrammeRecord<ParkProfile>[],
  today: string,
): Promise<void> {
  const sample = true;
  const year = Number(today.slice(0, 4));
  for (const [i, park] of parks.slice(0, 6).entries()) {
    const owner = park.content.committee;
    const content: Plan = {
      title: `示例：${park.title.zh}承接加工贸易梯度转移${i % 2 === 0 ? '行动计划' : '实施方案'}（${year - 1}—${year + 1}年）`,
      sort: i % 2 === 0 ? 'action-plan' : 'implementation-plan',
      park: park.id,
      owner,
      territory: park.territory,
      others: ['org-partner-440300'],
      document: `示例〔${year - 1}〕${i + 1}号`,
      summary: '示例文字，仅供演示。',
      goals: [
        {
          name: '示例：园区加工贸易进出口额',
          unit: '亿元',
          from: { year: year - 2, value: 80 + 10 * i },
          to: { year: year + 1, value: 130 + 15 * i },
          measured: [{ year: year - 1, value: 92 + 12 * i, source: '示例' }],
        },
        {
          name: '示例：新增就业',
          unit: '人',
          from: { year: year - 2, value: 0 },
          to: { year: year + 1, value: 6000 },
          measured: [{ year: year - 1, value: 1500 + 200 * i, source: '示例' }],
        },
      ],
      published: i % 3 === 0,
    };
    const draft = i === 5;
    const plan = await records.create('plan', content, clock, {
      sample,
      state: draft ? 'draft' : 'under-way',
    });
    for (const [k, work] of works.entries()) {
      const start = monthStart(today, k - 9);
      const reports = draft ? 0 : work.percent === 0 ? 0 : 2;
      const task: Task = {
        title: work.title,
        plan: plan.id,
        owner,
        responsible: k === 2 ? 'org-partner-440300' : owner,
        person: '示例经办',
        territory: park.territory,
        start,
        due: monthStart(today, work.due),
        weight: work.weight,
        progress: Array.from({ length: reports }, (_, r) => ({
          date: r === 0 ? monthStart(today, k - 8) : monthStart(today, -1),
          percent:
            r === 0
              ? Math.round(work.percent / 3)
              : Math.max(0, work.percent - (i % 3) * 5 * Number(work.state === 'doing')),
          text: '示例：按计划推进',
          evidence: r === 0 ? '' : '示例佐证材料',
          by: '示例经办',
        })),
      };
      await records.create('task', task, clock, { sample, state: draft ? 'planned' : work.state });
    }
  }
}

/** The first of the month so many months on. */
function monthStart(today: string, months: number): string {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}
