import { searchWords, wordsAsked, writtenWords } from '@tidu/programme';
import type { MeasureInForce } from './measures.store.ts';

/** Whether a measure answers a question: by its title as it is written or read (pinyin), by its text as it is written. */
export function finder(
  measures: ReadonlyMap<string, MeasureInForce>,
): (id: string, question: string) => boolean {
  const words = new Map<string, readonly string[]>();
  const wordsOf = (id: string): readonly string[] => {
    let kept = words.get(id);
    if (!kept) {
      const measure = measures.get(id)?.rule.measure;
      if (!measure) return [];
      const { title, issuer, about, document } = measure;
      const written = [issuer.zh, issuer.en, about.zh, about.en, document.number ?? '', id, title.en];
      kept = [...searchWords(title.zh), ...written.flatMap(writtenWords)];
      words.set(id, kept);
    }
    return kept;
  };
  return (id, question) =>
    wordsAsked(question).every((asked) => wordsOf(id).some((word) => word.startsWith(asked)));
}
