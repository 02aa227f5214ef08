import { processingModes as defaultProcessingModes, type Month, regions } from '@tidu/reference';
import type { Dimension, Query } from '../warehouse.ts';
import { CannotAnswer } from './cannot-answer.ts';
import { type Choice, choose, mixesLevels } from './choose.ts';
import { current, keep, span, tableFor } from './conditions.ts';
import { type Provenance, provenance, published } from './provenance.ts';
import { type Holding, type Question, understand } from './question.ts';
import { refuseTooMany } from './size.ts';
import { type Binder, binder, oneOf, type Statement } from './statement.ts';
import {
  missingMonths,
  monthsRead,
  reckonsFromYearToDate,
  runs,
  yearToDateDifferences,
} from './year-to-date.ts';

export interface Plan extends Choice {
  readonly question: Question;
  readonly missingMonths: readonly Month[];
  /** Columns: the dimensions in the order asked, then `value`, then what the measure has to check, last the loads as bits. */
  readonly statement: Statement;
  readonly provenance: Provenance;
  /** Codes of places named by `where` that have a fact; absent where every place has its figure. */
  readonly published: Statement | undefined;
}

export interface PlanOptions {
  /** Rows are taken one after another and not kept: there may be any number of them. */
  readonly streamed?: boolean;
  readonly processingModes?: readonly string[];
}

/** Label of the places of an exhaustive table that the place tree does not know. */
export const unknownPlace = 'unknown';

/**
 * From a question and what is loaded to the SQL that answers it.
 * @throws CannotAnswer with the reason, when nothing that is loaded answers it
 */
export function plan(query: Query, holdings: readonly Holding[], options: PlanOptions = {}): Plan {
  const question = understand(query);
  const choice = choose(question, holdings);
  if (question.measure === 'printed-growth') refuseSumsOfGrowth(question, choice.holding);
  if (!options.streamed) refuseTooMany(question, choice);
  const modes = options.processingModes ?? defaultProcessingModes;
  const from = provenance(question, choice, modes);
  return {
    ...choice,
    question,
    missingMonths: missingMonths(question, choice),
    provenance: from,
    statement: answer(question, choice, modes, from),
    published: published(question, choice),
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

function answer(
  question: Question,
  choice: Choice,
  modes: readonly string[],
  { base }: Provenance,
): Statement {
  const { holding } = choice;
  const bind = binder();
  const differs = reckonsFromYearToDate(question, holding);
  const columns = question.by.map((name) => ({ name, sql: column(name, question, holding, modes, bind) }));
  const select = [...columns.map(({ name, sql }) => `${sql} AS "${name}"`), ...measureColumns(question)];
  if (base !== undefined) select.push(`bit_or(1::UBIGINT << (f.load - ${bind(base)})) AS loads`);
  const joinsPlace = columns.some(({ sql }) => sql.includes('p.'));
  const lines: string[] = [];
  const conditions = [
    ...current(question, holding, bind),
    span(holding, monthsRead(question, choice), bind),
    ...keep(question, choice, modes, bind),
  ];
  if (differs) {
    const differences = yearToDateDifferences({
      keys: holding.shape.dimensions,
      runs: runs(question, choice.covered),
      conditions,
      bind,
    });
    lines.push(differences, `SELECT ${select.join(', ')}`, 'FROM reckoned f');
  } else {
    lines.push(`SELECT ${select.join(', ')}`, `FROM ${tableFor(question, choice)} f`);
  }
  if (joinsPlace) lines.push('LEFT JOIN place p ON p.code = f.place');
  if (!differs) lines.push(`WHERE ${conditions.join('\n  AND ')}`);
  if (columns.length > 0) {
    const ordinals = columns.map((_, i) => i + 1).join(', ');
    lines.push(`GROUP BY ${ordinals}`, `ORDER BY ${columns.map(order).join(', ')}`);
  }
  return { text: lines.join('\n'), parameters: bind.parameters };
}

/** The four regions in the order in which they are always named, from the coast to the interior. */
const regionOrder = `[${regions.map((region) => `'${region}'`).join(', ')}]`;
const order = ({ name, sql }: { name: Dimension; sql: string }, i: number): string =>
  name === 'region' ? `list_position(${regionOrder}, ${sql})` : String(i + 1);

function measureColumns({ measure }: Question): string[] {
  switch (measure) {
    case 'value':
    case 'value-as-printed':
      return ['sum(f.value) AS value'];
    case 'value-ytd':
      return ['sum(f.value_ytd) AS value'];
    case 'printed-growth':
      return ['max(f.printed_growth) AS value', 'count(*) AS facts'];
    case 'quantity': {
      const counted = 'FILTER (WHERE f.quantity IS NOT NULL)';
      return [
        'sum(f.quantity) AS value',
        `min(f.unit) ${counted} AS unit_first`,
        `max(f.unit) ${counted} AS unit_last`,
      ];
    }
  }
}

function column(
  name: Dimension,
  { level }: Question,
  holding: Holding,
  modes: readonly string[],
  bind: Binder,
): string {
  const ofRow = mixesLevels(holding) ? level : holding.shape.levels[0];
  switch (name) {
    case 'month':
      return 'f.month_from';
    case 'year':
      return 'f.month_from // 100';
    case 'chapter':
      return 'left(f.commodity, 2)';
    case 'heading':
      return 'left(f.commodity, 4)';
    case 'processing':
      return oneOf('f.mode', modes, bind);
    case 'zone':
      return 'f.place';
    case 'province':
    case 'prefecture':
      return ofRow === name ? 'f.place' : `coalesce(p.${name}, '${unknownPlace}')`;
    case 'region':
      return `coalesce(p.region, '${unknownPlace}')`;
    default:
      return `f.${name}`;
  }
}
