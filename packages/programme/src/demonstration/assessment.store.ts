import type { Asker } from '../account/asker.ts';
import type { Answer } from '../assessment/answer.ts';
import type { Assessment } from '../assessment/assessment.ts';
import { indicatorsOf } from '../assessment/framework.ts';
import type { Round } from '../assessment/round.ts';
import type { Records } from '../ground/records.store.ts';
import { dateIn } from '../ground/world.ts';
import { sampleOrganisations } from './organisations.ts';
import { sampleAnswer, sampleSettled } from './sample-assessment.ts';

const partners = ['440300', '440100', '441900', '310000', '320500', '330100', '330200', '350200'];

/** A round that is over, from its opening to what it proposed, and one that is being answered. */
export async function seedAssessment(records: Records): Promise<void> {
  if ((await records.list({ kind: 'park', state: ['recognised', 'warned'] })).total === 0) return;
  const asker = askersOf(records);
  const ministry = asker('ministry');
  const today = dateIn(records.world.now());
  const begin = async (year: number, zh: string, en: string, deadline: string) => {
    const plan = {
      title: { zh, en },
      year,
      // As far as the statistics in the box go.
      period: '2025-01..2025-06',
      deadline,
      frameworkId: 'park-assessment',
    };
    const made = await records.create('assessment-round', plan as unknown as Round, ministry, {
      sample: true,
    });
    return records.act<Round>(made.id, 'open', {}, made.version, ministry);
  };
  const act = async (id: string, name: string, given: Record<string, unknown> = {}, by = ministry) =>
    records.act(id, name, given, (await records.get(id)).version, by);

  const past = await begin(2025, '2025年考核评价（示例）', 'Assessment 2025 (sample)', today);
  const assessed = await records.whole<Assessment>({ kind: 'assessment', parent: past.id });
  for (const [i, one] of assessed.entries()) {
    const beside = [
      ['partner', `org-partner-${partners[i % partners.length]}`],
      ['tenant', `org-company-${1 + (i % 3)}`],
    ] as const;
    const already = await records.list({ kind: 'assessment-answer', parent: one.id });
    for (const [party, organisation] of beside) {
      if (already.records.some(({ organisations }) => organisations.includes(organisation))) continue;
      await act(one.id, 'invite', { organisation, party });
    }
    await act(one.id, 'describe', textOf(records, one.content), asker(`park-${one.content.park.packId}`));
    for (const answer of await records.whole<Answer>({ kind: 'assessment-answer', parent: one.id })) {
      const by = asker(accountOf(answer.content.organisation));
      await act(answer.id, 'fill', sampleAnswer(answer.content, i), by);
      await act(answer.id, 'submit', {}, by);
    }
  }
  await act(past.id, 'close');
  const indicators = past.content.framework ? indicatorsOf(past.content.framework) : [];
  const at = records.world.now().toISOString();
  for (const [i, { id }] of assessed.entries()) {
    // One change and not one act for each value: what the desk settled before there were records.
    await records.revise<Assessment>(
      id,
      (content) => ({ ...content, settled: sampleSettled(indicators, i, ministry.name, at) }),
      'settle',
      ministry,
    );
    await act(id, 'check');
  }
  await act(past.id, 'score');
  await act(past.id, 'consult', { consultationUntil: today });
  for (const [i, { id, content }] of assessed.entries()) {
    const by = asker(`park-${content.park.packId}`);
    if (i % 4 === 2) await act(id, 'respond', { text: '示例：对就业兑现率的口径提出说明，不影响确认。' }, by);
    await act(id, 'confirm', {}, by);
  }
  await act(past.id, 'publish');

  const soon = dateIn(new Date(records.world.now().getTime() + 45 * 86_400_000));
  await begin(2026, '2026年考核评价（示例）', 'Assessment 2026 (sample)', soon);
}

/** What a park says of itself: from the pack where it tells of it, plainly a sample otherwise. */
function textOf({ world }: Records, { park }: Assessment) {
  const known = world.pack.parks.find(({ id }) => id === park.packId);
  const industries = (known?.leadingIndustries ?? []).map(({ value }) => value.zh);
  const text =
    industries.length > 0
      ? `示例文字：本园主导产业为${industries.join('、')}，与东部伙伴结对共建，项目按承诺推进。`
      : '示例文字：本园与东部伙伴结对共建，项目按承诺推进。';
  return { text, evidence: ['示例：年度工作总结'] };
}

const accountOf = (organisation: string): string => organisation.replace(/^org-/, '');

function askersOf({ world }: Records): (account: string) => Asker {
  const { accounts, organisations } = sampleOrganisations(world.pack);
  return (id) => {
    const account = accounts.find((one) => one.id === id);
    if (!account) throw new Error(`there is no sample account ${id}`);
    const own = organisations.find((one) => one.id === account.organisation);
    return {
      account: id,
      name: account.name,
      role: account.role,
      organisation: account.organisation,
      territory: own?.territory ?? '',
    };
  };
}
