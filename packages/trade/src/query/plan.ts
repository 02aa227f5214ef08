import { processingModes as defaultProcessingModes, type Month } from '@tidu/reference';
import type { Query } from '../warehouse.ts';
import { type Answering, duckdb } from './answer.ts';
import { CannotAnswer } from './cannot-answer.ts';
import { type Choice, choose } from './choose.ts';
import type { Dialect } from './dialect.ts';
import { type Provenance, provenance, published } from './provenance.ts';
import { type Holding, type Question, understand } from './question.ts';
import { refuseTooMany } from './size.ts';
import type { Statement } from './statement.ts';
import { missingMonths } from './year-to-date.ts';

export interface Plan extends Choice {
  readonly question: Question;
  readonly missingMonths: readonly Month[];
  /** Columns: the dimensions in the order asked, then `value`, then what the measure has to check, last the loads as bits. */
  readonly statement: Statement;
  /** From which the same answer can be written with a dimension laid out as columns. */
  readonly answering: Answering;
  readonly provenance: Provenance;
  /** Codes of places named by `where` that have a fact; absent where every place has its figure. */
  readonly published: Statement | undefined;
}

export interface PlanOptions {
  /** Rows are taken one after another and not kept: there may be any number of them. */
  readonly streamed?: boolean;
  readonly processingModes?: readonly string[];
  readonly dialect?: Dialect;
}

/**
 * From a question and what is loaded to the SQL that answers it.
 * @throws CannotAnswer with the reason, when nothing that is loaded answers it
 */
export function plan(query: Query, holdings: readonly Holding[], options: PlanOptions = {}): Plan {
  const question = understand(query);
  const choice = choose(question, holdings);
  if (question.measure === 'printed-growth') refuseSumsOfGrowth(question, choice.holding);
  if (!options.streamed) refuseTooMany(question, choice);
  const { processingModes: modes = defaultProcessingModes, dialect = duckdb } = options;
  const from = provenance(question, choice, modes, dialect);
  const answering = { question, choice, modes, base: from.base };
  return {
    ...choice,
    question,
    missingMonths: missingMonths(question, choice),
    provenance: from,
    statement: dialect.answer(answering),
    answering,
    published: published(question, choice, dialect),
  };
}

function refuseSumsOfGrowth({ by, where, level }: Question, holding: Holding): void {
  const single =
    level === 'country'
      ? holding.shape.levels.includes('country') || !holding.shape.dimensions.includes('place')
      : by.includes(level) || where[level]?.length === 1;
  const cuts = holding.shape.dimensions.filter((name) => name !== 'place' && !by.includes(name));
  if (single && cuts.length === 0) return;
  throw new CannotAnswer(
    'not-additive',
    'growth rates as printed cannot be added up or averaged over places or goods',
    'break down by province, prefecture or zone, or compute growth from the measure value',
  );
}
