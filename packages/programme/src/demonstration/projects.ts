import type { Asker } from '../account/asker.ts';
import { clock } from '../account/asker.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import { dateIn } from '../ground/world.ts';
import type { ParkProfile } from '../park/park.ts';
import type { Claim } from '../project/claim.ts';
import { withCheckDigit } from '../project/credit-code.ts';
import { type Project, type Stage, stages } from '../project/project.ts';
import { seedPlans } from './plans.ts';

/** Where sample projects come from, and what they make. */
const origins = ['440300', '441900', '320500', '330200', '350200', '310000'] as const;
const trades = [
  { makes: '精密电子', industry: '3982', chapters: ['85'] },
  { makes: '智能终端', industry: '3922', chapters: ['85'] },
  { makes: '服饰', industry: '1819', chapters: ['62'] },
  { makes: '鞋业', industry: '1952', chapters: ['64'] },
  { makes: '玩具', industry: '2451', chapters: ['95'] },
  { makes: '塑料制品', industry: '2927', chapters: ['39'] },
] as const;
const names = [
  '鸿启',
  '瑞程',
  '锦源',
  '泰升',
  '华越',
  '盛航',
  '远和',
  '恒川',
  '嘉铭',
  '凯峰',
  '信林',
  '安舟',
  '启宇',
  '明岳',
  '天桥',
  '海帆',
];
/** How far the projects of a park have come; `!` stands still, `x` has withdrawn. */
const courses = [
  'exporting',
  'production',
  'building!',
  'signed',
  'negotiating',
  'land',
  'lead',
  'equipment',
  'exporting',
  'signedx',
] as const;

/** Sample transfer projects around the thirteen parks, some that stand still, some that two parks claim; plans with tasks. */
export async function seedProjects(records: Records): Promise<void> {
  const today = dateIn(records.world.now());
  const parks = await records.whole<ParkProfile>({ kind: 'park' });
  let n = 0;
  for (const [p, park] of parks.entries()) {
    for (let i = 0; i < 5; i++) {
      const course = courses[(p * 3 + i) % courses.length] as string;
      // Most of a park's projects come from the city that it works with most.
      const origin = origins[(p + (i < 3 ? 0 : i)) % origins.length] as string;
      const trade = trades[(p + i) % trades.length] as (typeof trades)[number];
      await seedProject(records, sampleProject({ n, park, origin, trade, course, today }), course);
      n++;
    }
  }
  await seedTwice(records, parks, n, today);
  await seedPlans(records, parks, today);
}

interface Sample {
  readonly n: number;
  readonly park: ProgrammeRecord<ParkProfile>;
  readonly origin: string;
  readonly trade: (typeof trades)[number];
  readonly course: string;
  readonly today: string;
}

function sampleProject({ n, park, origin, trade, course, today }: Sample): Project {
  // A trade name of its own for each: what two parks claim is meant to be the same only below.
  const trading = `${names[n % names.length]?.[0]}${names[(n * 5 + Math.floor(n / names.length)) % names.length]?.[1]}`;
  const reached = stages.indexOf(course.replace(/[!x]$/, '') as Stage);
  const produces = reached >= stages.indexOf('production');
  const last = monthsBefore(today, produces ? 8 + ((n * 7) % 29) : 1 + ((n * 5) % 9));
  // Backwards from the last step, two to seven months each.
  const dates = [last];
  for (let i = reached; i > 0; i--)
    dates.unshift(monthsBefore(dates[0] as string, 2 + ((n * 7 + i * i * 5) % 6)));
  const [found = last] = dates;
  const investment = (8 + ((n * 37) % 60)) * 10_000_000;
  const jobs = 120 + ((n * 91) % 900);
  const production = monthsBefore(found, -22);
  const began = dates[stages.indexOf('production')];
  const firstYear = Number((began ?? production).slice(0, 4));
  const years = [0, 1, 2].map((i) => ({
    year: firstYear + i,
    output: Math.round(investment * (0.4 + 0.4 * i)),
    exports: Math.round(investment * (0.25 + 0.25 * i)),
  }));
  const signed = dates[stages.indexOf('signed')];
  return {
    name: `示例：${trade.makes}生产项目（${trading}）`,
    company: `示例${trading}${trade.makes}有限公司`,
    creditCode: n % 3 === 0 ? '' : withCheckDigit(`91000000EXAMP${String(n).padStart(4, '0')}`),
    park: park.id,
    parkOrganisation: park.content.committee,
    territory: park.territory,
    ...(partners.has(origin) && { partner: `org-partner-${origin}` }),
    ...(n < 3 && { companyOrganisation: `org-company-${n + 1}` }),
    origin,
    industry: trade.industry,
    chapters: [...trade.chapters],
    found,
    promised: { investment, jobs, production, years },
    amendments: [],
    results: signed ? resultsOf(n, signed, began, today, investment, jobs) : [],
    course: {
      reached: dates.slice(1).map((date, i) => ({
        stage: stages[i + 1] as Stage,
        date,
        evidence: i === 0 ? '' : `示例文号〔${date.slice(0, 4)}〕${n + 1}-${i}号`,
        note: '',
      })),
      stalls: course.endsWith('!')
        ? [{ from: stages[reached] as Stage, since: last, reason: '示例：用地指标待批' }]
        : [],
      ...(partners.has(origin) && dates[1] && { confirmed: { by: `org-partner-${origin}`, on: dates[1] } }),
      counted: 1,
      ...(course.endsWith('x') && { withdrawn: { on: last, reason: '示例：投资方调整布局' } }),
    },
  };
}

/** Some keep their word, some pay in late and export less. */
function resultsOf(
  n: number,
  signed: string,
  began: string | undefined,
  today: string,
  investment: number,
  jobs: number,
) {
  const kept = 0.55 + ((n * 13) % 50) / 100;
  const [from, to] = [Number(signed.slice(0, 4)), Number(today.slice(0, 4)) - 1];
  const start = began ? Number(began.slice(0, 4)) : Number.POSITIVE_INFINITY;
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => {
    const year = from + i;
    const running = year >= start ? year - start + 1 : 0;
    return {
      year,
      paidIn: Math.round((investment * kept) / Math.max(1, to - from + 1)),
      jobs: running > 0 ? Math.round(jobs * kept * Math.min(1, running / 2)) : 0,
      output: Math.round(investment * 0.4 * kept * running),
      exports: Math.round(investment * 0.25 * kept * running),
    };
  });
}

const partners: ReadonlySet<string> = new Set(['440300', '441900', '320500', '330200', '350200', '310000']);

async function seedProject(
  records: Records,
  content: Project,
  course: string,
): Promise<ProgrammeRecord<Project>> {
  const state = course.endsWith('!') ? 'stalled' : course.endsWith('x') ? 'withdrawn' : course;
  return records.create('project', content, clock, { sample: true, state });
}

/** Two parks claim one project: one pair is undecided and keeps both from signing, another is shared. */
async function seedTwice(
  records: Records,
  parks: readonly ProgrammeRecord<ParkProfile>[],
  n: number,
  today: string,
): Promise<void> {
  const [a, b, c, d] = [parks[0], parks[1], parks[4], parks[7]];
  if (!a || !b || !c || !d) return;
  const both = async (
    first: ProgrammeRecord<ParkProfile>,
    second: ProgrammeRecord<ParkProfile>,
    i: number,
  ) => {
    const [trade = trades[0]] = trades.slice(i);
    const sample = sampleProject({
      n: n + i,
      park: first,
      origin: '440300',
      trade,
      course: 'negotiating',
      today,
    });
    await seedProject(records, sample, 'negotiating');
    const { companyOrganisation: _, ...again } = sample;
    return seedProject(
      records,
      {
        ...again,
        // The same company, as another desk writes it.
        company: `深圳市${sample.company.replace('有限公司', '科技股份有限公司')}`,
        creditCode: '',
        park: second.id,
        parkOrganisation: second.content.committee,
        territory: second.territory,
        promised: { ...sample.promised, investment: Math.round(sample.promised.investment * 1.04) },
      },
      'negotiating',
    );
  };
  await both(a, b, 0);
  const shared = await both(c, d, 1);
  const [claim] = (await records.whole<Claim>({ kind: 'claim' })).filter(
    ({ content }) => content.b.project === shared.id,
  );
  if (!claim) return;
  const by = (park: ProgrammeRecord<ParkProfile>): Asker => ({
    ...clock,
    organisation: park.content.committee,
  });
  const proposal = { verdict: 'shared', share: 0.6, reason: '示例：总装与零部件分别落户' };
  const proposed = await records.act(claim.id, 'propose', proposal, claim.version, by(c));
  await records.act(claim.id, 'agree', {}, proposed.version, by(d));
}

/** The same day so many months before; a month that is shorter ends it. */
function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const end = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, end))).toISOString().slice(0, 10);
}
