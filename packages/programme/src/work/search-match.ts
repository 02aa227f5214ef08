import { initialsOf, plainText, syllablesOf, wordsAsked } from './search-words.ts';

/** Which characters of a title answer the question, `[from, to)` in characters. */
export type Span = readonly [from: number, to: number];

/**
 * Where a title answers a question, for marking it: what was typed in pinyin marks the characters
 * that are read so.
 * @example spansOf('中国哈尔滨', 'haerbin') // [[2, 5]]
 */
export function spansOf(title: string, question: string): Span[] {
  const characters = [...title];
  const heard = readingsOf(characters);
  const spans: Span[] = [];
  for (const word of typedWords(question)) {
    const found = spanOf(characters, heard, word);
    if (found) spans.push(found);
  }
  return merged(spans);
}

function spanOf(characters: readonly string[], heard: readonly string[], word: string): Span | undefined {
  const plain = characters.map((character) => plainText(character));
  const initials = [
    heard.map((way) => way.charAt(0)),
    heard.map((way) => (way === 'er' ? 'r' : way.charAt(0))),
  ];
  for (const ways of [plain, heard, ...initials]) {
    for (let from = 0; from < ways.length; from++) {
      // A word of letters is found from its beginning on, as the index has it.
      if (/[a-z0-9]/.test(plain[from] as string) && /[a-z0-9]/.test(plain[from - 1] ?? '')) continue;
      const to = reached(ways, from, word);
      if (to) return [from, to];
    }
  }
  return undefined;
}

/** How far one has to read from there on until the word has been said; the last syllable may be begun only. */
function reached(ways: readonly string[], from: number, word: string): number | undefined {
  let said = '';
  for (let at = from; at < ways.length; at++) {
    const way = ways[at] as string;
    if (way.trim() === '') return undefined;
    said += way;
    if (said.startsWith(word)) return at + 1;
    if (!word.startsWith(said)) return undefined;
  }
  return undefined;
}

/**
 * All of a title as it may be typed: as it is written, in pinyin, by the initials.
 * @example waysToSay('哈尔滨') // ['哈尔滨', 'haerbin', 'heb', 'hrb']
 */
export function waysToSay(title: string): string[] {
  const readings = readingsOf([...title]).filter((reading) => reading.trim() !== '');
  return [...new Set([squeezed(title), readings.join(''), ...initialsOf(readings)])];
}

/** Each character as it is read; letters and digits as they are written. */
function readingsOf(characters: readonly string[]): string[] {
  const readings: string[] = [];
  for (let at = 0; at < characters.length; ) {
    let to = at;
    while (to < characters.length && isHan(characters[to] as string)) to++;
    if (to > at) readings.push(...syllablesOf(characters.slice(at, to).join('')));
    else readings.push(plainText(characters[to++] as string));
    at = to;
  }
  return readings;
}

const typedWords = (question: string): string[] =>
  plainText(question)
    .split(/\s+/)
    .flatMap((word) => (/^\p{Script=Han}+$/u.test(word) ? [word] : wordsAsked(word)))
    .filter((word) => word !== '');
const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);
/** What is compared as a whole: letters and digits, nothing between them. */
export const squeezed = (text: string): string => plainText(text).replace(/[^\p{L}\p{N}]+/gu, '');

function merged(spans: readonly Span[]): Span[] {
  const kept: [number, number][] = [];
  for (const [from, to] of [...spans].sort((one, other) => one[0] - other[0])) {
    const last = kept.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else kept.push([from, to]);
  }
  return kept;
}
