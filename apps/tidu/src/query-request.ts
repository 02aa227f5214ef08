import {
  type Currency,
  currencies,
  type Edition,
  editions,
  type Flow,
  flows,
  isMonth,
  type Month,
  parsePeriod,
} from '@tidu/reference';
import { type Dimension, dimensions, type Measure, measures, type Query } from '@tidu/trade';
import { Refused } from './errors.ts';

/** A question as people write it, on the command line or in an address. */
export interface WrittenQuery {
  readonly measure?: string | undefined;
  readonly by?: readonly string[] | undefined;
  readonly where?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly flow?: string | undefined;
  readonly period: string;
  readonly currency?: string | undefined;
  readonly asKnownAt?: number | undefined;
  readonly shape?: string | undefined;
  readonly edition?: string | undefined;
  readonly boundaries?: string | undefined;
}

/**
 * A written question, understood.
 * @throws Refused naming the word that is not known and those that are
 */
export function understoodQuery(written: WrittenQuery): Query {
  const by = (written.by ?? []).map((name) => knownDimension(name));
  const where = Object.fromEntries(
    Object.entries(written.where ?? {}).map(([name, values]) => [knownDimension(name), values]),
  );
  return {
    measure: known<Measure>('measure', written.measure ?? 'value', measures),
    by,
    where,
    flow: known<Flow>('flow', written.flow ?? 'total', flows),
    period: parsePeriod(written.period),
    ...(written.currency
      ? { currency: known<Currency | 'both'>('currency', written.currency, [...currencies, 'both']) }
      : {}),
    ...(written.shape ? { shape: written.shape } : {}),
    ...(written.asKnownAt === undefined ? {} : { asKnownAt: written.asKnownAt }),
    ...(written.edition ? { edition: known<Edition>('edition', written.edition, editions) } : {}),
    ...(written.boundaries ? { boundaries: monthWritten(written.boundaries) } : {}),
  };
}

function monthWritten(text: string): Month {
  if (isMonth(text)) return text;
  throw new Refused('not-understood', `"${text}" is not a month`, 'write the boundaries like 2019-01');
}

/** @throws Refused naming those that there are */
export const knownDimension = (name: string): Dimension => known<Dimension>('dimension', name, dimensions);

function known<T extends string>(kind: string, word: string, words: readonly T[]): T {
  const found = words.find((candidate) => candidate === word);
  if (found) return found;
  throw new Refused('not-understood', `"${word}" is not a ${kind}`, `choose one of: ${words.join(', ')}`);
}
