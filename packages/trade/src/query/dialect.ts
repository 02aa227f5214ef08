import type { Answering } from './answer.ts';
import type { Holding, Question } from './question.ts';
import type { Binder, Statement } from './statement.ts';

/** What engines write differently. What is asked, of which facts, under which conditions, is the same for all. */
export interface Dialect {
  /** How a statement names the facts, or a cube of them. */
  facts(table: string): string;
  /** How it names the tree of places. */
  readonly places: string;
  /** Conditions that keep the rows `f` of a table that are current, or were after the load asked for. */
  known(question: Question, holding: Holding, bind: Binder, table: string): string[];
  /** A row for each group: its dimensions in the order asked, the value, what the measure checks, the loads as bits. */
  answer(asked: Answering): Statement;
  /** Whether the rows of an answer can collect the loads that they rest on. */
  collectsLoads(question: Question, holding: Holding, table: string): boolean;
  /** Which of some loads have rows `f` in a table that meet the conditions. */
  loads(table: string, conditions: string, among: readonly number[], bind: Binder): string;
  /** The statement with its parameters written in. */
  literal(statement: Statement): string;
}
