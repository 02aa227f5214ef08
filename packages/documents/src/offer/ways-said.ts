import type { Comparison } from '@tidu/guidance';
import { type Language, marketWords, modeWords, offerWords } from './offer-words.ts';
import { numbered, type SourceList } from './source-list.ts';

/** One way, in words, with the numbers of its sources. */
export interface WaySaid {
  readonly text: string;
  readonly sources: readonly number[];
}

type PlaceOf = Comparison['places'][number];
type Range = { readonly low: number; readonly high: number };

/** The ways to the quay; the one that is taken first. */
export function waysToQuay(
  { figures }: Comparison,
  { routes }: PlaceOf,
  sources: SourceList,
  language: Language,
): WaySaid[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const zh = language === 'zh';
  return [...routes]
    .sort((a, b) => Number(b.taken) - Number(a.taken))
    .map(({ mode, by, port, km, cnyPerTeu, days, taken, missing, figures: ids, daysFrom }) => {
      const through = [by?.names[language], port?.names[language]].filter((name) => name !== undefined);
      const parts = [
        zh ? `约${Math.round(km)}公里` : `about ${Math.round(km)} km`,
        cnyPerTeu ? `${rangeSaid(cnyPerTeu)} ${offerWords.perTeu[language]}` : unknown(missing, language),
        ...(days ? [daysSaid(days, language)] : []),
        ...(taken ? [offerWords.taken[language]] : []),
      ];
      return {
        text: `${modeWords[mode]?.[language] ?? mode}${through.length > 0 ? ` → ${through.join(' → ')}` : ''}${zh ? '：' : ': '}${parts.join(zh ? '，' : ', ')}`,
        sources: numbered([
          ...ids.map((id) => {
            const figure = byId.get(id);
            return figure && sources.ofFigure(figure);
          }),
          ...daysFrom.map((one) => sources.ofRecord(one)),
        ]),
      };
    });
}

/** How long it takes to each market of the plan. */
export function waysToMarkets({ markets }: PlaceOf, sources: SourceList, language: Language): WaySaid[] {
  const zh = language === 'zh';
  return markets.map(({ to, by, gateway, days, missing, daysFrom }) => {
    const way = [modeWords[by]?.[language] ?? by, ...(gateway ? [gateway.names[language]] : [])];
    return {
      text: `${marketWords[to]?.[language] ?? to}${zh ? '：' : ': '}${
        days ? daysSaid(days, language) : unknown(missing, language)
      }${zh ? `（${way.join('，')}）` : ` (${way.join(', ')})`}`,
      sources: numbered(daysFrom.map((one) => sources.ofRecord(one))),
    };
  });
}

const unknown = (missing: readonly { names: Record<Language, string> }[], language: Language): string => {
  const names = [...new Set(missing.map(({ names }) => names[language]))];
  const { unknown: word, lacks } = offerWords;
  if (names.length === 0) return word[language];
  return language === 'zh'
    ? `${word.zh}（${lacks.zh}${names.join('、')}）`
    : `${word.en} (${lacks.en} ${names.join(', ')})`;
};

/** Whole numbers: nothing of this is known more finely. */
const rangeSaid = ({ low, high }: Range): string => {
  const [from, to] = [Math.round(low), Math.round(high)].map((one) => one.toLocaleString('en'));
  return from === to ? `${from}` : `${from}–${to}`;
};

/** Days to the half, so that a port next door is not told as no way at all. */
const daysSaid = ({ low, high }: Range, language: Language): string => {
  const half = (value: number) => Math.max(0.5, Math.round(value * 2) / 2);
  const [from, to] = [half(low), half(high)];
  return `${from === to ? from : `${from}–${to}`}${language === 'zh' ? '' : ' '}${offerWords.days[language]}`;
};
