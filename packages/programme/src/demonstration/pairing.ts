import type { Park, Place } from '@tidu/reference';
import { type Asker, clock } from '../account/asker.ts';
import type { BenefitStatementContent } from '../benefit/benefit-statement.ts';
import type { BenefitClause, BenefitEntry, Side } from '../benefit/clause.ts';
import type { Records } from '../ground/records.store.ts';
import { dateIn } from '../ground/world.ts';
import type { AgreementContent } from '../pairing/agreement.ts';
import type { ObligationContent } from '../pairing/obligation.ts';
import type { PairingContent } from '../pairing/pairing.ts';
import type { PairingEventContent } from '../pairing/pairing-event.ts';
import type { Parties } from '../pairing/parties.ts';

/**
 * Pairings around the thirteen parks. Those with Shenzhen are known from public sources, which their records
 * name; what is done in them here, and every amount, is made up.
 */
export async function seedPairings(records: Records): Promise<void> {
  const today = dateIn(records.world.now());
  const year = Number(today.slice(0, 4));
  const story = storyOf(records);

  const harbin = await story.pair('harbin', '440300', ['电子信息', '装备制造']);
  const signed = await story.agreement(harbin, `${year - 2}-01-01`, `${year + 1}-12-31`, benefit(year));
  await story.fulfil(signed, 'park', daysBefore(today, 40), '示例：联合推介会签到表和照片');
  await story.overdue(signed, daysBefore(today, 12));
  await story.event(harbin, 'investment-event', '示例：深圳电子信息产业推介会', daysBefore(today, 40), {
    investorsMet: 38,
    projectsSigned: 4,
  });
  await story.event(harbin, 'secondment', '示例：第一批挂职干部', daysBefore(today, 120), {
    peopleSent: 6,
    peopleReceived: 9,
  });
  await story.event(harbin, 'joint-fund', '示例：共建产业基金', daysBefore(today, 200), {
    fundFen: 50_000_000_000,
    paidInFen: 12_000_000_000,
  });
  await story.statement(signed, year - 2, amounts(year - 2, 1), 'confirmed');
  await story.statement(signed, year - 1, amounts(year - 1, 2), 'disputed');

  const nanning = await story.pair('nanning', '440300', ['智能终端', '新型显示']);
  const equal = { ...benefit(year), floor: undefined, remainder: 'partner' as const };
  const second = await story.agreement(nanning, `${year - 1}-01-01`, `${year + 1}-12-31`, equal);
  await story.event(nanning, 'visit', '示例：联席会议', daysBefore(today, 25), {});
  await story.statement(second, year - 1, amounts(year - 1, 5), 'stated');

  const guiyang = await story.pair('guiyang', '440300', ['电子信息']);
  await story.agreement(guiyang, `${year - 2}-07-01`, `${year + 1}-06-30`);
  await story.event(guiyang, 'visit', '示例：园区互访', daysBefore(today, 260), {});
  await story.silence(guiyang);

  const meishan = await story.pair('meishan', '330100', ['新材料']);
  await story.agreement(meishan, `${year + 1}-01-01`, `${year + 5}-12-31`, undefined, 'consultation');
  await story.propose('jingzhou', '440100', ['纺织服装']);
}

/** The clause of the pack, set on the years of the demonstration. */
const benefit = (year: number): BenefitClause => ({
  bases: ['vat', 'corporate-income-tax', 'value-added'].map((kind) => ({
    kind: kind as 'vat',
    perTenThousand: 10_000,
  })),
  shares: [{ kinds: ['vat', 'corporate-income-tax', 'value-added'], from: year - 2, park: 4, partner: 6 }],
  floor: {
    side: 'partner',
    fen: 500_000_000,
    trigger: {
      what: { zh: '基础设施专项资金全部到位', en: 'all infrastructure funds are in' },
      date: `${year - 2}-01-10`,
      delayMonths: 12,
    },
  },
  partialYear: 'by-months',
  from: `${year - 2}-01`,
  remainder: 'park',
});

const projects = [
  { key: 'p1', name: '示例电子一期' },
  { key: 'p2', name: '示例装备' },
];
const amounts = (year: number, times: number): BenefitEntry[] =>
  projects.flatMap(({ key }, at) => [
    { project: key, kind: 'vat' as const, period: `${year}`, fen: (120_000_001 + at * 7) * times },
    { project: key, kind: 'corporate-income-tax' as const, period: `${year}`, fen: 40_000_000 * times },
    { project: key, kind: 'value-added' as const, period: `${year}`, fen: 1_500_000_000 * times },
  ]);

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

function storyOf(records: Records) {
  const { pack, rules } = records.world;
  const today = dateIn(records.world.now());
  const sample = { sample: true };
  const speaker = ({ park, partner, parkPlace, partnerPlace }: Parties, side: Side): Asker => {
    const organisation = side === 'park' ? park : partner;
    const place = side === 'park' ? parkPlace : partnerPlace;
    const account = organisation.replace(/^org-/, '');
    return {
      account,
      name: `示例·${nameIn(pack.places, place).zh}经办`,
      role: side,
      organisation,
      territory: place,
    };
  };
  const act = async (id: string, does: string, who: Asker, given: Record<string, unknown> = {}) =>
    records.act(id, does, given, (await records.get(id)).version, who);

  const propose = async (parkId: string, partnerPlace: string, industries: string[]) => {
    const park = pack.parks.find(({ id }) => id === parkId) as Park;
    const known = park.partners.find(({ value }) => value.place === partnerPlace);
    const [one, other] = [nameIn(pack.places, park.place), nameIn(pack.places, partnerPlace)];
    const content: PairingContent = {
      name: { zh: `${short(one.zh)}—${short(other.zh)}`, en: `${one.en}–${other.en}` },
      park: `org-park-${parkId}`,
      partner: `org-partner-${partnerPlace}`,
      parkPlace: park.place,
      partnerPlace,
      proposedBy: 'park',
      purpose: `示例：共同承接${industries.join('、')}的梯度转移，开展招商引资、产业对接和人才交流。`,
      industries,
      ...(known && {
        known: {
          source: known.source,
          ...(known.date && { date: known.date }),
          ...(known.note && { note: known.note }),
        },
      }),
      interactions: [],
      dues: [],
    };
    return records.create('pairing', content, speaker(content, 'park'), sample);
  };

  return {
    propose,
    silence: ({ id }: { id: string }) => act(id, 'fall-dormant', clock),

    async pair(parkId: string, partnerPlace: string, industries: string[]) {
      const { id, content } = await propose(parkId, partnerPlace, industries);
      await act(id, 'agree', speaker(content, 'partner'));
      return { id, content };
    },

    async agreement(
      pairing: { id: string; content: PairingContent },
      from: string,
      to: string,
      shared?: BenefitClause,
      until: 'in-force' | 'consultation' = 'in-force',
    ) {
      const { name, park, partner, parkPlace, partnerPlace } = pairing.content;
      const content: AgreementContent = {
        ...{ name, park, partner, parkPlace, partnerPlace },
        pairing: pairing.id,
        from,
        to,
        clauses: rules['agreement-templates'].clauses.map(({ id }) => ({ template: id, values: {} })),
        ...(shared && { benefit: shared }),
        projects: shared ? projects : [],
        signatures: {},
      };
      const made = await records.create('agreement', content, speaker(content, 'park'), sample);
      await act(made.id, 'consult', speaker(content, 'park'));
      if (until === 'consultation') return made;
      const on = from < today ? daysBefore(from, 20) : today;
      await act(made.id, 'sign', speaker(content, 'park'), { name: '示例·园区主任', on });
      await act(made.id, 'countersign', speaker(content, 'partner'), { name: '示例·副市长', on });
      return made;
    },

    /** The first obligation of a side, claimed and confirmed. */
    async fulfil(
      agreement: { id: string; content: AgreementContent },
      whose: Side,
      on: string,
      evidence: string,
    ) {
      const owed = await records.whole<ObligationContent>({
        kind: 'obligation',
        parent: agreement.id,
        sort: 'due',
      });
      const first = owed.find(({ content }) => content.whose === whose);
      if (!first) return;
      await act(first.id, 'claim', speaker(first.content, whose), { evidence, on });
      await act(first.id, 'confirm', speaker(first.content, whose === 'park' ? 'partner' : 'park'));
    },

    async overdue({ id, content }: { id: string; content: AgreementContent }, due: string) {
      const { name, park, partner, parkPlace, partnerPlace, pairing } = content;
      const owed: ObligationContent = {
        ...{ name, park, partner, parkPlace, partnerPlace, pairing, due },
        agreement: id,
        whose: 'park',
        what: { zh: '示例：提供标准厂房清单', en: 'Sample: give a list of standard factories' },
        claims: [],
        disputes: [],
      };
      await records.create('obligation', owed, speaker(content, 'park'), sample);
    },

    async event(
      pairing: { id: string; content: PairingContent },
      kind: PairingEventContent['kind'],
      title: string,
      date: string,
      numbers: PairingEventContent['numbers'],
    ) {
      const { name, park, partner, parkPlace, partnerPlace } = pairing.content;
      const content = {
        name,
        park,
        partner,
        parkPlace,
        partnerPlace,
        pairing: pairing.id,
        kind,
        title,
        date,
        numbers,
      };
      const made = await records.create('pairing-event', content, speaker(content, 'park'), sample);
      await act(made.id, 'hold', speaker(content, 'park'));
    },

    async statement(
      agreement: { id: string; content: AgreementContent },
      year: number,
      entries: BenefitEntry[],
      until: 'stated' | 'confirmed' | 'disputed',
    ) {
      const { name, park, partner, parkPlace, partnerPlace, pairing } = agreement.content;
      const content: BenefitStatementContent = {
        ...{ name, park, partner, parkPlace, partnerPlace, pairing },
        agreement: agreement.id,
        year,
        entries,
        confirmations: {},
        disputes: [],
      };
      const { id } = await records.create('benefit-statement', content, speaker(content, 'park'), sample);
      await act(id, 'state', speaker(content, 'park'));
      if (until === 'stated') return;
      await act(id, 'confirm', speaker(content, 'park'));
      if (until === 'confirmed') await act(id, 'confirm-second', speaker(content, 'partner'));
      else
        await act(id, 'dispute', speaker(content, 'partner'), { reason: '示例：二期项目的增值税少计一笔' });
    },
  };
}

const nameIn = (places: readonly Place[], code: string) =>
  places.find((place) => place.code === code)?.name ?? { zh: code, en: code };
const short = (name: string): string => name.replace(/(市|自治州)$/, '');
