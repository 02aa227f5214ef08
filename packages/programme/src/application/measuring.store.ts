import type { RecordReader } from '../ground/record-reader.store.ts';
import type { Figures, Measured, TradeQuestion, World } from '../ground/world.ts';
import type { MultiPolygon } from '../park/zone.ts';
import { batchOf } from './application.store.ts';
import type { ApplicationContent } from './application.ts';
import { checkApplication, type Line } from './checks.ts';
import type { ApplicationForm } from './form.ts';
import type { Known } from './known.ts';
import { type Lack, lacking } from './lacking.ts';

/** The shape of a place on the map, by its code. */
export type Boundaries = (code: string) => Promise<MultiPolygon | undefined>;

export interface Measure {
  readonly lines: readonly Line[];
  /** What has to be there before it can be submitted. */
  readonly lacking: readonly Lack[];
}

/**
 * The lines of the call against a form as it is being typed.
 * @param form  instead of the one that is kept
 */
export async function measureApplication(
  records: RecordReader & { readonly world: World },
  content: ApplicationContent,
  form: ApplicationForm,
  boundaries: Boundaries,
): Promise<Measure> {
  const [batch, known] = await Promise.all([
    batchOf(records, content),
    knownOf(records, content, form, boundaries),
  ]);
  const { call } = batch.content;
  return { lines: checkApplication(form, call, known), lacking: lacking(form, call) };
}

async function knownOf(
  records: RecordReader & { readonly world: World },
  { organisation }: ApplicationContent,
  form: ApplicationForm,
  boundaries: Boundaries,
): Promise<Known> {
  const { pack, figures, now } = records.world;
  const { place, partner, industries } = form;
  const asked = new Set([place, partner.place].flatMap((code) => [code, `${code.slice(0, 2)}0000`]));
  const thisYear = now().getUTCFullYear();
  const last = [thisYear - 1, thisYear - 2, thisYear - 3];
  const declared = form.processingTrade.map(({ year }) => year).filter((year) => year < thisYear);
  const chapters = [...new Set(industries.flatMap((industry) => industry.chapters))].sort();
  const trade = (question: Omit<TradeQuestion, 'place'>) => remembered(figures, { place, ...question });
  const byYear = async (years: readonly number[], processing: boolean) =>
    new Map(
      place === ''
        ? []
        : await Promise.all(
            years.map(
              async (year) =>
                [
                  year,
                  await trade({ flow: 'total', period: `${year}`, ...(processing && { processing }) }),
                ] as const,
            ),
          ),
    );
  const [boundary, all, processing, industry, agreements] = await Promise.all([
    place === '' ? undefined : boundaries(place),
    byYear([...new Set([...declared, ...last])].sort(), false),
    byYear(last, true),
    place === '' || chapters.length === 0 ? undefined : industryOf(trade, chapters, last),
    records.whole<{ readonly partnerPlace: string }>({ kind: 'agreement', state: 'in-force', organisation }),
  ]);
  return {
    places: new Map(pack.places.filter(({ code }) => asked.has(code)).map((one) => [one.code, one])),
    boundary,
    trade: all,
    processing,
    ...(industry && { industry }),
    agreements: agreements.map(({ id, title, content }) => ({ id, title, partner: content.partnerPlace })),
  };
}

/** In the latest year of which the statistics know it, else why not in the latest. */
async function industryOf(
  trade: (question: Omit<TradeQuestion, 'place'>) => Promise<Measured>,
  chapters: readonly string[],
  years: readonly number[],
): Promise<Known['industry']> {
  const answers = await Promise.all(
    years.map(async (year) => {
      const [some, all] = await Promise.all([
        trade({ flow: 'export', chapters, period: `${year}` }),
        trade({ flow: 'export', period: `${year}` }),
      ]);
      return { chapters: some, all };
    }),
  );
  return answers.find((answer) => answer.chapters.known && answer.all.known) ?? answers[0];
}

/** Figures change with a load, not with a keystroke: an answer is good for a minute. */
const aMinute = 60_000;
const answers = new WeakMap<
  Figures,
  Map<string, { readonly at: number; readonly answer: Promise<Measured> }>
>();

function remembered(figures: Figures, question: TradeQuestion): Promise<Measured> {
  const kept = answers.get(figures) ?? new Map();
  answers.set(figures, kept);
  const key = JSON.stringify(question);
  const found = kept.get(key);
  if (found && Date.now() - found.at < aMinute) return found.answer;
  if (kept.size > 2000) kept.clear();
  const answer = figures.trade(question);
  answer.catch(() => kept.delete(key));
  kept.set(key, { at: Date.now(), answer });
  return answer;
}
