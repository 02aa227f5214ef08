import { createHash } from 'node:crypto';
import { type Pack, parsePeriod, printPeriod, yearsBefore } from '@tidu/reference';
import canonicalize from 'canonicalize';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import { dateIn, type Measured, type TradeQuestion } from '../ground/world.ts';
import { factsNow } from '../park/fact.ts';
import type { ParkProfile } from '../park/park.ts';
import { type Framework, indicatorsOf } from './framework.ts';
import { type Counted, type Found, nothing } from './measure.ts';
import { type Kept, recordMeasures } from './measure-records.ts';
import { fromAnswers, type PlaceOfPark, tradeMeasures } from './measure-trade.ts';
import type { Prefilled } from './prefilled.ts';

/** What the system found of every park, and the receipts of the figures among it. */
export interface FoundForAll {
  readonly parks: ReadonlyMap<string, Record<string, Prefilled>>;
  readonly receipts: Readonly<Record<string, unknown>>;
}

/** Finds every value of the framework that the system can find itself, for all parks at once. */
export async function prefillAll(
  records: Records,
  framework: Framework,
  period: string,
  parks: readonly ProgrammeRecord<ParkProfile>[],
): Promise<FoundForAll> {
  const { world } = records;
  const moment = world.now();
  const asked = parsePeriod(period);
  const span = { now: printPeriod(asked), before: printPeriod(yearsBefore(asked)) };
  const when = { today: dateIn(moment), year: Number(asked.from.slice(0, 4)) };
  const keptOf = await keptByPark(records, parks);
  const ask = remembering((question) => world.figures.trade(question));
  const receipts: Record<string, unknown> = {};
  const found = new Map<string, Record<string, Prefilled>>();
  for (const park of parks) {
    const where = placeOf(world.pack, park.content.place);
    const values: Record<string, Prefilled> = {};
    for (const { id, source } of indicatorsOf(framework)) {
      if (source.from !== 'system') continue;
      const seals: string[] = [];
      const measured = await find(source.measure);
      values[id] = {
        value: measured.value,
        at: moment.toISOString(),
        receipts: seals,
        records: [...measured.records],
        note: measured.note,
      };

      async function find(measure: string): Promise<Found> {
        const overRecords = recordMeasures[measure];
        if (overRecords) return overRecords(keptOf(park), when);
        const overTrade = tradeMeasures[measure];
        if (!overTrade) return nothing(`系统没有“${measure}”这一取数`, `there is no measure "${measure}"`);
        const answers: Record<string, Measured> = {};
        for (const [name, question] of Object.entries(overTrade.asks(where, span.now, span.before))) {
          const answer = await ask(question);
          answers[name] = answer;
          if (answer.known) seals.push(seal(answer.receipt, receipts));
        }
        return fromAnswers(overTrade, answers);
      }
    }
    found.set(park.id, values);
  }
  return { parks: found, receipts };
}

/** Where a park lies: its place and the province of it. */
function placeOf({ places }: Pack, place: string): PlaceOfPark {
  return { place, province: places.find(({ code }) => code === `${place.slice(0, 2)}0000`)?.code ?? place };
}

/** Provinces are asked once, not once per park. */
function remembering(ask: (question: TradeQuestion) => Promise<Measured>) {
  const known = new Map<string, Promise<Measured>>();
  return (question: TradeQuestion): Promise<Measured> => {
    const key = JSON.stringify(question);
    const answer = known.get(key) ?? ask(question);
    known.set(key, answer);
    return answer;
  };
}

function seal(receipt: unknown, receipts: Record<string, unknown>): string {
  const sha256 = createHash('sha256')
    .update(canonicalize(receipt) as string)
    .digest('hex');
  receipts[sha256] = receipt;
  return sha256;
}

const kindsCounted = ['project', 'pairing', 'obligation', 'benefit-statement', 'task', 'monthly-report'];

/** The records of all parks, read once, by the organisation that keeps each park. */
async function keptByPark(
  records: Records,
  parks: readonly ProgrammeRecord<ParkProfile>[],
): Promise<(park: ProgrammeRecord<ParkProfile>) => Kept> {
  const all = await records.whole({ kind: kindsCounted });
  const byOrganisation = new Map<string, Counted[]>();
  const wanted = new Set(parks.map(({ content }) => content.committee));
  for (const one of all) {
    for (const organisation of one.organisations) {
      if (!wanted.has(organisation)) continue;
      const list = byOrganisation.get(organisation);
      if (list) list.push(one);
      else byOrganisation.set(organisation, [one]);
    }
  }
  const submittedOn = await firstSubmissions(records);
  return ({ id, content }) => {
    const own = byOrganisation.get(content.committee) ?? [];
    const of = (kind: string) => own.filter((one) => one.kind === kind);
    return {
      projects: of('project'),
      pairings: of('pairing'),
      obligations: of('obligation'),
      statements: of('benefit-statement'),
      tasks: of('task'),
      reports: of('monthly-report'),
      submittedOn,
      profile: { id, ...completeness(content, records) },
    };
  };
}

function completeness({ facts }: ParkProfile, { world }: Records): { filled: number; of: number } {
  const fields = world.rules['park-fields'].map(({ id }) => id);
  const filled = new Set(factsNow(facts).map(({ field }) => field));
  return { filled: fields.filter((field) => filled.has(field)).length, of: fields.length };
}

async function firstSubmissions(records: Records): Promise<Record<string, string>> {
  const reading = await records.readingVersions();
  const rows = await reading
    .selectFrom('record_version')
    .select(['record', 'at'])
    .where('act', '=', 'submit')
    .where('record', 'like', 'monthly-report-%')
    .orderBy('version', 'desc')
    .execute();
  return Object.fromEntries(rows.map(({ record, at }) => [record, dateIn(at)]));
}
