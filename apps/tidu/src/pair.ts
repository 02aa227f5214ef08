import { Refused } from './errors.ts';

/**
 * `name=value` options as a record.
 * @throws Refused when there is no `=`
 */
export function pairsOf(texts: readonly string[]): Record<string, string> {
  const pairs = texts.map((text): [string, string] => {
    const at = text.indexOf('=');
    if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
    throw new Refused('not-understood', `"${text}" is not a pair`, 'write name=value');
  });
  return Object.fromEntries(pairs);
}
