import { inTurn } from '../load/in-turn.ts';
import type { Store } from '../store.duckdb.ts';
import type { Load } from '../warehouse.ts';
import { CannotDecide } from './cannot-decide.ts';
import { type Decision, type FindingState, stateOf, type Verdict } from './decision.ts';
import { type Finding, keyOf } from './finding.ts';

/**
 * Findings are never deleted and decisions never changed. A finding that a run no longer has is
 * marked by that run (`gone`); whether it is open follows from its numbers and its last decision.
 */
const schema = `
CREATE TABLE IF NOT EXISTS quality_run (
  id INTEGER PRIMARY KEY, "at" VARCHAR NOT NULL, vintage INTEGER NOT NULL, seconds DOUBLE NOT NULL, complete BOOLEAN NOT NULL
);
CREATE TABLE IF NOT EXISTS finding (
  id INTEGER PRIMARY KEY, key VARCHAR NOT NULL UNIQUE, "check" VARCHAR NOT NULL, shape VARCHAR NOT NULL,
  against VARCHAR, first_run INTEGER NOT NULL, last_run INTEGER NOT NULL, gone INTEGER, finding JSON NOT NULL
);
CREATE TABLE IF NOT EXISTS decision (
  finding INTEGER NOT NULL, "at" VARCHAR NOT NULL, "by" VARCHAR NOT NULL, verdict VARCHAR NOT NULL,
  note VARCHAR NOT NULL, load INTEGER, amounts JSON NOT NULL
);
`;

export interface QualityRun {
  readonly id: number;
  readonly at: string;
  /** The newest load when it ran. */
  readonly vintage: number;
  readonly seconds: number;
  /** Looked at everything, not only at what loads since the last run had touched. */
  readonly complete: boolean;
}

export interface KeptFinding extends Finding {
  readonly id: number;
  readonly state: FindingState;
  readonly firstFound: string;
  readonly lastFound: string;
  /** Oldest first. */
  readonly decisions: readonly Decision[];
}

/** What a run looked at: the shapes in full, and some checks on every shape. */
interface Looked {
  /** All shapes when absent. */
  readonly shapes?: readonly string[];
  readonly checks: readonly string[];
  /** Checks that passed a shape over: what they had found there stands. */
  readonly passedOver?: readonly { readonly check: string; readonly shape: string }[];
  readonly vintage: number;
  readonly seconds: number;
}

export interface DecisionMade {
  readonly verdict: Verdict;
  readonly note: string;
  readonly by: string;
  readonly load?: number;
}

export interface Findings {
  /** Errors first, then the newest. */
  list(): Promise<KeptFinding[]>;
  /** @throws CannotDecide `finding-unknown` */
  get(id: number): Promise<KeptFinding>;
  lastRun(): Promise<QualityRun | undefined>;
  /** Keeps what a run found, and marks as gone what it looked for and did not find. */
  keep(found: readonly Finding[], looked: Looked): Promise<QualityRun>;
  /** @throws CannotDecide */
  decide(id: number, decision: DecisionMade): Promise<KeptFinding>;
}

/** @param loads  those that there are, wherever the facts live: a decision may name one */
export async function findingsIn(
  { connection, connect }: Pick<Store, 'connection' | 'connect'>,
  loads: () => Promise<readonly Pick<Load, 'id'>[]>,
  clock: () => Date = () => new Date(),
): Promise<Findings> {
  await connection.run(schema);
  const rows = async (sql: string, parameters: (number | string)[] = []) =>
    (await connection.runAndReadAll(sql, parameters)).getRowObjectsJson();

  const kept = async (where = '', parameters: number[] = []): Promise<KeptFinding[]> => {
    const decided = new Map<number, Decision[]>();
    for (const row of await rows('SELECT * FROM decision ORDER BY "at"')) {
      const id = Number(row.finding);
      decided.set(id, [...(decided.get(id) ?? []), decisionOf(row)]);
    }
    const found = await rows(
      `SELECT f.*, a."at" AS first_at, b."at" AS last_at FROM finding f
       JOIN quality_run a ON a.id = f.first_run JOIN quality_run b ON b.id = f.last_run ${where} ORDER BY f.id`,
      parameters,
    );
    return found.map((row) => keptOf(row, decided.get(Number(row.id)) ?? [])).sort(bySeverity);
  };
  const get = async (id: number): Promise<KeptFinding> => {
    const [found] = await kept('WHERE f.id = $1', [id]);
    if (found) return found;
    throw new CannotDecide('finding-unknown', `there is no finding ${id}`, 'tidu quality list shows them');
  };
  const lastRun = async (): Promise<QualityRun | undefined> => {
    const [row] = await rows('SELECT * FROM quality_run ORDER BY id DESC LIMIT 1');
    return row && runOf(row);
  };

  return {
    list: () => kept(),
    get,
    lastRun,

    keep: (found, looked) =>
      inTurn(rows, async () => {
        // A connection of its own: whatever else is asked meanwhile is not part of the transaction.
        const own = await connect();
        try {
          await own.run('BEGIN TRANSACTION');
          const run = ((await lastRun())?.id ?? 0) + 1;
          await own.run('INSERT INTO quality_run VALUES ($1, $2, $3, $4, $5)', [
            run,
            clock().toISOString(),
            looked.vintage,
            looked.seconds,
            looked.shapes === undefined,
          ]);
          await own.run(
            'CREATE OR REPLACE TEMP TABLE found (number INTEGER, key VARCHAR, "check" VARCHAR, shape VARCHAR, against VARCHAR, finding VARCHAR)',
          );
          const appender = await own.createAppender('found', undefined, 'temp');
          for (const [number, finding] of found.entries()) {
            appender.appendInteger(number);
            for (const text of [keyOf(finding), finding.check, finding.about.shape])
              appender.appendVarchar(text);
            if (finding.about.against === undefined) appender.appendNull();
            else appender.appendVarchar(finding.about.against);
            appender.appendVarchar(JSON.stringify(finding));
            appender.endRow();
          }
          appender.closeSync();
          await own.run(`UPDATE finding SET last_run = ${run}, gone = NULL, finding = n.finding
            FROM found n WHERE n.key = finding.key`);
          await own.run(`INSERT INTO finding
            SELECT (SELECT coalesce(max(id), 0) FROM finding) + row_number() OVER (ORDER BY number),
              key, "check", shape, against, ${run}, ${run}, NULL, finding
            FROM found n WHERE key NOT IN (SELECT key FROM finding)`);
          const shapes = JSON.stringify(looked.shapes ?? null);
          await own.run(
            `UPDATE finding SET gone = ${run} WHERE gone IS NULL AND last_run < ${run}
             AND "check" || ' ' || shape NOT IN (SELECT unnest(from_json($3::JSON, '["VARCHAR"]'))) AND ($1 = 'null'
               OR "check" IN (SELECT unnest(from_json($2::JSON, '["VARCHAR"]')))
               OR shape IN (SELECT unnest(from_json($1::JSON, '["VARCHAR"]')))
               OR against IN (SELECT unnest(from_json($1::JSON, '["VARCHAR"]'))))`,
            [
              shapes,
              JSON.stringify(looked.checks),
              JSON.stringify((looked.passedOver ?? []).map(({ check, shape }) => `${check} ${shape}`)),
            ],
          );
          await own.run('DROP TABLE found');
          await own.run('COMMIT');
        } catch (cause) {
          await own.run('ROLLBACK').catch(() => undefined);
          throw cause;
        } finally {
          own.closeSync();
        }
        return (await lastRun()) as QualityRun;
      }),

    decide: (id, { verdict, note, by, load }) =>
      inTurn(rows, async () => {
        const { state, amounts } = await get(id);
        if (note.trim() === '') {
          throw new CannotDecide('no-note', 'a decision needs a note', 'say why it is decided so');
        }
        if (by.trim() === '') {
          throw new CannotDecide('no-name', 'a decision needs a name', 'say who decides');
        }
        if (state === 'gone') {
          throw new CannotDecide(
            'finding-gone',
            `finding ${id} is no longer found`,
            'nothing is left to decide; it comes back as it was if it is found again',
          );
        }
        if (verdict === 'corrected' && load === undefined) {
          throw new CannotDecide('no-such-load', 'the load that corrected it is missing', 'name its number');
        }
        if (load !== undefined && !(await loads()).some((known) => known.id === load)) {
          throw new CannotDecide('no-such-load', `there is no load ${load}`, 'tidu loads lists them');
        }
        await connection.run('INSERT INTO decision VALUES ($1, $2, $3, $4, $5, $6, $7)', [
          id,
          clock().toISOString(),
          by.trim(),
          verdict,
          note.trim(),
          load ?? null,
          JSON.stringify(amounts),
        ]);
        return get(id);
      }),
  };
}

const order = { error: 0, doubt: 1, note: 2 } as const;
const bySeverity = (a: KeptFinding, b: KeptFinding): number =>
  order[a.severity] - order[b.severity] ||
  (b.about.month ?? '').localeCompare(a.about.month ?? '') ||
  a.id - b.id;

type Row = Record<string, unknown>;

const decisionOf = (row: Row): Decision => ({
  at: String(row.at),
  by: String(row.by),
  verdict: String(row.verdict) as Verdict,
  note: String(row.note),
  ...(row.load !== null && { load: Number(row.load) }),
  amounts: JSON.parse(String(row.amounts)),
});

const keptOf = (row: Row, decisions: readonly Decision[]): KeptFinding => {
  const finding = JSON.parse(String(row.finding)) as Finding;
  return {
    ...finding,
    id: Number(row.id),
    state: stateOf(finding, decisions.at(-1), row.gone === null),
    firstFound: String(row.first_at),
    lastFound: String(row.last_at),
    decisions,
  };
};

const runOf = (row: Row): QualityRun => ({
  id: Number(row.id),
  at: String(row.at),
  vintage: Number(row.vintage),
  seconds: Number(row.seconds),
  complete: row.complete === true,
});
