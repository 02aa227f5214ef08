import { commonWords, rowsOfKeys } from './common-passwords.ts';

/** From here to there, in characters as people count them. */
const passwordLength = { least: 12, most: 128 } as const;

/** What a password must not be made of: whose it is. */
export interface Owner {
  readonly name: string;
  readonly login: string;
  readonly organisation: { readonly zh: string; readonly en: string };
}

export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'about-its-owner';

/** So much has to be left of a password when what everybody would try first is taken away. */
const ownCharacters = 6;

/**
 * What stands against a password. There is no rule of composition: length, and not being what everybody
 * would try first, is all that counts.
 *
 * From the password as a guesser reads it (lower case, `0` as `o`, `@` as `a`) the commonest words, rows of
 * keys, dates and repeated signs are taken away, and the names of its owner; fewer than six characters left
 * means that it is made of these alone.
 * @see OWASP ASVS 5.0, 6.2.1, 6.2.4, 6.2.5, 6.2.9, 6.2.11
 * @example passwordFaults('correct horse battery', { name: '', login: '', organisation: { zh: '', en: '' } }) // []
 */
export function passwordFaults(password: string, owner: Owner): PasswordFault[] {
  const faults: PasswordFault[] = [];
  const length = [...password].length;
  if (length < passwordLength.least) faults.push('too-short');
  if (length > passwordLength.most) return ['too-long'];
  const plain = password.normalize('NFKC').toLowerCase();
  const readings = [plain, asGuessersRead(plain)];
  const own = namesOf(owner);
  const isAboutOwner = readings.some(
    (reading) =>
      own.some((name) => reading.includes(name)) && left(reading, [...own, ...commonWords]) < ownCharacters,
  );
  if (isAboutOwner) faults.push('about-its-owner');
  else if (readings.some((reading) => left(reading, commonWords) < ownCharacters)) faults.push('common');
  return faults;
}

/** How many characters are left when the words are taken away, and all that is no choice. */
function left(password: string, words: readonly string[]): number {
  let rest = password;
  for (const word of [...words].sort((one, other) => other.length - one.length)) {
    if (word.length >= 3 || /[^\x20-\x7e]/.test(word)) rest = rest.replaceAll(word, ' ');
  }
  rest = rest
    .replace(/(19|20)\d\d(0?[1-9]|1[0-2])?([0-2]?\d|3[01])?/g, ' ')
    .replace(/(.)\1{2,}/gu, ' ')
    .replace(/(.{1,4})\1{2,}/gu, ' ');
  return [...withoutRows(rest).replace(/[\s\p{P}\p{S}\d]/gu, '')].length + signsThatCount(rest);
}

/** Digits and signs that hang on a word are what guessers append; six and more of them, in no order, are a choice. */
function signsThatCount(rest: string): number {
  const signs = [...withoutRows(rest).replace(/[^\p{P}\p{S}\d]/gu, '')].length;
  return signs >= ownCharacters ? signs : 0;
}

function withoutRows(text: string): string {
  const rows = rowsOfKeys.flatMap((row) => [row, [...row].reverse().join('')]);
  let rest = text;
  for (let length = 12; length >= 3; length--) {
    for (const row of rows) {
      for (let at = 0; at + length <= row.length; at++) {
        rest = rest.replaceAll(row.slice(at, at + length), ' ');
      }
    }
  }
  return rest;
}

const alike: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const asGuessersRead = (text: string): string => text.replace(/[013457@$!]/g, (sign) => alike[sign] ?? sign);

/** A single letter or a word of two says nothing of anybody. */
function namesOf({ name, login, organisation }: Owner): string[] {
  const words = [
    name,
    login,
    ...login.split(/[@._-]/),
    organisation.zh,
    organisation.en,
    ...organisation.en.split(/\s+/),
    ...name.split(/\s+/),
  ];
  return [...new Set(words.map((word) => word.normalize('NFKC').toLowerCase().trim()))].filter(
    (word) => word.length >= 3 || /^\p{Script=Han}{2,}$/u.test(word),
  );
}
