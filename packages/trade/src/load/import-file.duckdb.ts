import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pack } from '@tidu/reference';
import { columnLetter } from '../read/cells.ts';
import { CustomsFileError } from '../read/customs-file-error.ts';
import { readTable } from '../read/file-bytes.file.ts';
import { type Format, formats } from '../read/recognise.ts';
import type { Store } from '../store.duckdb.ts';
import { inBoundedMemory } from './bounded-memory.duckdb.ts';
import { inTurn } from './in-turn.ts';
import { flowOf, type KnownFile, know, namesFlow } from './known-file.file.ts';
import { loadBefore, withdrawnSince } from './load-before.duckdb.ts';
import { quote } from './map-codes.duckdb.ts';
import { number, scopeOf, settle } from './settle.duckdb.ts';
import { stagingTables, yyyymm } from './stage.duckdb.ts';
import { stageFile } from './stage-file.duckdb.ts';
import type { ImportOptions, LoadSummary, Preview } from './summary.ts';

const withoutFacts: readonly Format[] = ['commodity-groups', 'commodity-parameters', 'published-points'];

/**
 * Takes one customs file into the store: all of it or, whatever happens, nothing.
 *
 * The file is known by its contents. Rows that cannot be understood go to quarantine and the rest
 * loads. The same file, or one with the same cells, changes nothing; a revised file supersedes
 * exactly the cells that it names with other figures, and the older figures stay for whoever asks
 * what was known before. Imports into one store wait for each other.
 *
 * @param options what the file does not say itself: period, flow, place
 * @throws CustomsFileError when the whole file is refused; its `remedy` says what to do
 */
export async function importFile(
  store: Store,
  pack: Pack,
  file: string,
  options: ImportOptions = {},
): Promise<LoadSummary> {
  return (await inTurn(store, () => take(store, pack, file, options))).summary;
}

/** What `importFile` would do, with the first facts; the store stays as it is. */
export async function previewFile(
  store: Store,
  pack: Pack,
  file: string,
  options: ImportOptions = {},
): Promise<Preview> {
  const { summary, first } = await inTurn(store, () => take(store, pack, file, { ...options, dryRun: true }));
  return { ...summary, first };
}

interface Taken {
  readonly summary: LoadSummary;
  readonly first: Preview['first'];
}

async function take(store: Store, pack: Pack, path: string, options: ImportOptions): Promise<Taken> {
  const file = await know(path);
  if (withoutFacts.includes(file.format)) return { summary: await noFacts(file), first: [] };
  const connection = await store.connect();
  const scratch = join(store.scratch, `import-${process.pid}-${Date.now()}`);
  await mkdir(scratch, { recursive: true });
  try {
    return await inBoundedMemory(store, () => inOneTransaction());
  } finally {
    connection.closeSync();
    await rm(scratch, { recursive: true, force: true });
  }

  async function inOneTransaction(): Promise<Taken> {
    await connection.run('BEGIN TRANSACTION');
    try {
      const before = await loadBefore(connection, file, {
        ...(options.period && { period: options.period }),
        ...(file.format === 'query-export' && !namesFlow(file) && { flow: flowOf(file, options) }),
      });
      const mends = before?.load !== undefined && (await withdrawnSince(connection, before.load));
      const taken =
        before === undefined || options.dryRun || mends
          ? await load(store, connection, pack, file, scratch, options, mends)
          : { summary: before, first: [] };
      await connection.run(taken.summary.status === 'loaded' ? 'COMMIT' : 'ROLLBACK');
      return taken;
    } catch (cause) {
      await connection.run('ROLLBACK').catch(() => undefined);
      throw cause;
    }
  }
}

async function noFacts({ path, name, head, format, sha256 }: KnownFile): Promise<LoadSummary> {
  const rows = (await readTable(path, name)).length;
  return {
    file: name,
    sha256,
    bytes: head.bytes,
    format,
    status: 'no-facts',
    says: `${name}: ${formats[format]}; nothing to load`,
    load: undefined,
    shapes: [],
    period: undefined,
    flows: [],
    synthetic: false,
    rows: { read: rows, loaded: 0, unchanged: 0, quarantined: 0, skipped: rows },
    skipped: { 'without-facts': rows },
    facts: { loaded: 0, unchanged: 0, superseded: 0 },
    quarantine: [],
  };
}

async function load(
  { elsewhere }: Store,
  connection: DuckDBConnection,
  pack: Pack,
  file: KnownFile,
  scratch: string,
  options: ImportOptions,
  mends: boolean,
): Promise<Taken> {
  await connection.run(stagingTables);
  const staged = await stageFile(connection, pack, file, scratch, options);
  const skipped = Object.values(staged.skipped).reduce((sum, rows) => sum + rows, 0);
  const quarantined = await number(connection, 'SELECT count(DISTINCT line) FROM faulty');
  const quarantine = await rowsOf(
    connection,
    'SELECT line::INTEGER, "column", value, reason FROM faulty ORDER BY line LIMIT 20',
    ([line, column, value, reason]) => ({
      line: Number(line),
      column: String(column),
      value: String(value),
      reason: String(reason),
    }),
  );
  const { flows } = staged;
  if (flows.length === 0 && quarantined > 0) refuseAll(file, quarantine[0]);
  const first = options.dryRun ? await firstFacts(connection) : [];
  const id = await number(connection, 'SELECT coalesce(max(id), 0) + 1 FROM load');
  await elsewhere?.borrow(connection, await scopeOf(connection, staged), scratch);
  const settled = await settle(connection, id, staged, mends);
  const changes = settled.loaded > 0 || quarantined > 0;
  const synthetic = options.synthetic ?? file.says.synthetic;
  const rows = {
    read: staged.rows,
    loaded: staged.rows - skipped - quarantined - settled.unchangedRows,
    unchanged: settled.unchangedRows,
    quarantined,
    skipped,
  };
  const { unchangedRows: _, ...facts } = settled;
  const status = options.dryRun
    ? 'dry-run'
    : flows.length === 0
      ? 'no-facts'
      : changes
        ? 'loaded'
        : 'unchanged';
  const summary: LoadSummary = {
    file: file.name,
    sha256: file.sha256,
    bytes: file.head.bytes,
    format: file.format,
    status,
    says: sentence(file, status, facts, rows),
    load: status === 'loaded' ? id : undefined,
    shapes: staged.shapes.map((shape) => shape.id),
    period: staged.period,
    flows,
    synthetic,
    rows,
    skipped: staged.skipped,
    facts,
    quarantine,
  };
  if (status === 'loaded') {
    await elsewhere?.send(connection, id, scratch);
    await record(connection, id, file, summary, options.clock?.() ?? new Date());
  }
  return { summary, first };
}

function refuseAll({ name }: KnownFile, fault: LoadSummary['quarantine'][number] | undefined): never {
  throw new CustomsFileError(
    'nothing-understood',
    `no row of the file is understood; the first: ${fault?.reason ?? 'unknown'}`,
    {
      file: name,
      ...(fault && { row: fault.line, column: fault.column, value: fault.value }),
      remedy: 'check that it is the table you mean, undamaged',
    },
  );
}

async function record(
  connection: DuckDBConnection,
  id: number,
  { head }: KnownFile,
  { file, sha256, bytes, format, shapes, period, rows, facts, synthetic }: LoadSummary,
  at: Date,
): Promise<void> {
  const values = [
    file,
    sha256,
    bytes,
    format,
    at.toISOString().slice(0, 19).replace('T', ' '),
    shapes[0] ?? '',
    yyyymm(period?.from ?? '0'),
    yyyymm(period?.to ?? '0'),
    rows.read,
    facts.loaded,
    facts.unchanged,
    rows.quarantined,
    facts.superseded,
    synthetic,
  ];
  const places = values.map((_, i) => (i === 4 ? '$5::TIMESTAMP' : `$${i + 1}`));
  await connection.run(`INSERT INTO load VALUES (${id}, ${places.join(', ')}, NULL, NULL)`, values);
  const columns = await rowsOf(connection, 'SELECT DISTINCT "column" FROM faulty', ([name]) => String(name));
  const letters = columns.map((name) => `WHEN ${quote(name)} THEN ${quote(columnLetter(head.rows, name))}`);
  await connection.run(
    `INSERT INTO quarantine SELECT ${id}, $1, line, "column", value, reason,
       ${letters.length === 0 ? "''" : `CASE "column" ${letters.join(' ')} END`}
         || (line - (SELECT count(*) FROM joined_line j WHERE j.line < faulty.line))
     FROM faulty ORDER BY line`,
    [file],
  );
}

function sentence(
  { name, format }: KnownFile,
  status: LoadSummary['status'],
  facts: LoadSummary['facts'],
  rows: LoadSummary['rows'],
): string {
  const kind = formats[format];
  const quarantined = rows.quarantined > 0 ? `; ${rows.quarantined} rows are in quarantine` : '';
  if (status === 'no-facts') return `${name}: ${kind}, without a row`;
  if (status === 'unchanged') return `${name}: all ${facts.unchanged} figures were known, nothing changes`;
  const would = status === 'dry-run' ? 'would load' : 'loaded';
  const revised = facts.superseded > 0 ? `, ${facts.superseded} of them revised` : '';
  return `${name}: ${kind}, ${would} ${facts.loaded} figures${revised}${quarantined}`;
}

async function firstFacts(connection: DuckDBConnection): Promise<Preview['first']> {
  const reader = await connection.runAndReadAll('SELECT * FROM staged ORDER BY line LIMIT 5');
  return reader
    .getRowObjectsJson()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          value === null
            ? null
            : /^(line|value|month)/.test(name)
              ? Number(value)
              : (value as string | number),
        ]),
      ),
    );
}

async function rowsOf<T>(
  connection: DuckDBConnection,
  sql: string,
  read: (row: readonly unknown[]) => T,
): Promise<T[]> {
  return (await connection.runAndReadAll(sql)).getRows().map(read);
}
