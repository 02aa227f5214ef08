import { useQuery } from '@tanstack/react-query';
import { asks } from '../api/asks.ts';
import { monthName } from '../words/month.ts';
import { useWords } from '../words/words.ts';

const lists = {
  partner: ['partners'],
  mode: ['trade-modes'],
  supervision: ['supervision-modes'],
  chapter: ['commodities', 'chapter'],
  heading: ['commodities', 'heading'],
} as const;
/** Goods are known by their number as much as by their name. */
const numbered = new Set(['chapter', 'heading', 'supervision']);
const placed = new Set(['province', 'prefecture', 'zone']);

/** How the codes of an answer are called; lists of codes are fetched only when a breakdown needs them. */
export function useRowNames(by: readonly string[]): (dimension: string, code: string) => string {
  const { t, of, language } = useWords();
  const places = useQuery({ ...asks.places(), enabled: by.some((name) => placed.has(name)) });
  const partners = useQuery({ ...asks.codes(...lists.partner), enabled: by.includes('partner') });
  const modes = useQuery({ ...asks.codes(...lists.mode), enabled: by.includes('mode') });
  const chapters = useQuery({ ...asks.codes(...lists.chapter), enabled: by.includes('chapter') });
  const headings = useQuery({ ...asks.codes(...lists.heading), enabled: by.includes('heading') });
  const supervisions = useQuery({
    ...asks.codes(...lists.supervision),
    enabled: by.includes('supervision'),
  });
  const named = new Map<string, string>();
  for (const place of places.data?.places ?? [])
    named.set(`place ${place.code}`, of(place.short ?? place.name));
  const codes = {
    partner: partners,
    mode: modes,
    supervision: supervisions,
    chapter: chapters,
    heading: headings,
  };
  for (const [dimension, { data }] of Object.entries(codes)) {
    for (const { code, name } of data?.records ?? []) {
      const called = typeof name === 'string' ? name : of({ zh: name.zh ?? name.en, en: name.en });
      named.set(`${dimension} ${code}`, `${numbered.has(dimension) ? `${code} ` : ''}${called}`);
    }
  }
  return (dimension, code) => {
    if (code === '' || code === 'null') return t('explore.none');
    switch (dimension) {
      case 'month':
        return monthName(code, language);
      case 'region':
        return t(`region.${code}`, { defaultValue: code });
      case 'flow':
        return t(`flow.${code}`, { defaultValue: code });
      case 'processing':
        return t(code === 'true' ? 'explore.yes' : 'explore.no');
      default:
        return named.get(`${placed.has(dimension) ? 'place' : dimension} ${code}`) ?? code;
    }
  };
}
