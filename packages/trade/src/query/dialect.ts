import type { Answering } from './answer.ts';
import type { Holding, Question } from './question.ts';
import type { Binder, Statement } from './statement.ts';

/** What engines write differently. What is asked, of which facts, under which conditions, is the same for all. */
export interface Dialect {
  /** How a statement names the facts, or a cube of them. */
  facts(table: string): string;
  /** How it names the tree of places. */
  readonly places: string;
  /** Conditions that keep the facts `f` that are current, or were after the load asked for. */
  known(question: Question, holding: Holding, bind: Binder): string[];
  /** A row for each group: its dimensions in the order asked, the value, what the measure checks, the loads as bits. */
  answer(asked: Answering): Statement;
  /** A row of each of a few loads is found sooner than all loads are told apart. */
  readonly seeksLoads: boolean;
  /** The statement with its parameters written in. */
  literal(statement: Statement): string;
}
