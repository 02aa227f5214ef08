import { pinyin } from 'pinyin-pro';

/** Longer words are cut: nobody types more, and the index stays small. */
const longest = 40;
const han = /\p{Script=Han}+/gu;
const latin = /[\p{Script=Latin}\p{N}]+/gu;

/** Lower case, full-width letters made plain, accents taken away: `Ürümqi` is found as `urumqi`. */
export const plainText = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, '');

/**
 * The words by which a title is found: each begins somewhere in the text, so that whoever types the
 * beginning of a word finds it.
 *
 * - as it is written: Chinese two characters at a time, and the last one alone; letters and digits by words;
 * - as it is read: the pinyin from each character on, in full and as initials.
 *
 * @example searchWords('长沙 Park') // ['park', '长沙', '沙', 'changsha', 'cs', 'sha', 's']
 */
export const searchWords = (text: string): string[] => [
  ...new Set([...writtenWords(text), ...spokenWords(text)]),
];

/** A text's words as they are written only: for long texts. */
export function writtenWords(text: string): string[] {
  const plain = plainText(text);
  const words = [...plain.matchAll(latin)].map(([word]) => word.slice(0, longest));
  for (const [run] of plain.matchAll(han)) {
    const characters = [...run];
    words.push(...characters.map((character, at) => character + (characters[at + 1] ?? '')));
  }
  return words;
}

function spokenWords(text: string): string[] {
  return [...text.matchAll(han)].flatMap(([run]) => {
    const syllables = syllablesOf(run);
    return syllables.flatMap((_, at) => [
      syllables.slice(at).join('').slice(0, longest),
      ...initialsOf(syllables.slice(at, at + longest)),
    ]);
  });
}

/**
 * What a question has to find: every one of these is the beginning of a word of the text.
 * @example wordsAsked('哈尔滨 Park') // ['park', '哈尔', '尔滨']
 */
export function wordsAsked(question: string): string[] {
  const plain = plainText(question);
  const asked = [...plain.matchAll(latin)].map(([word]) => word.slice(0, longest));
  for (const [run] of plain.matchAll(han)) {
    const characters = [...run];
    if (characters.length === 1) asked.push(run);
    for (let at = 1; at < characters.length; at++) asked.push(`${characters[at - 1]}${characters[at]}`);
  }
  return [...new Set(asked)];
}

/** The readings of a run of Chinese characters, one syllable each, as words and place names are read. */
export const syllablesOf = (run: string): string[] =>
  pinyin(run, { toneType: 'none', type: 'array', v: true }).map((syllable) => syllable.toLowerCase());

/**
 * The letters that stand for syllables; `er` is written E by some and R by others.
 * @example initialsOf(['ha', 'er', 'bin']) // ['heb', 'hrb']
 */
export function initialsOf(syllables: readonly string[]): string[] {
  const first = syllables.map((syllable) => syllable.charAt(0)).join('');
  const other = syllables.map((syllable) => (syllable === 'er' ? 'r' : syllable.charAt(0))).join('');
  return [...new Set([first, other])];
}
