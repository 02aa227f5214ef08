import type { DuckDBConnection } from '@duckdb/node-api';
import type { Flow, Month, Period } from '@tidu/reference';
import type { FileHead } from '../read/file-bytes.file.ts';
import type { Format } from '../read/recognise.ts';
import { number } from './settle.duckdb.ts';
import { yyyymm } from './stage.duckdb.ts';
import type { LoadSummary } from './summary.ts';

/**
 * The load that brought the very same file before, told the same things about it. It stays as it
 * is even where a newer edition has since revised it: taking a folder in again must not bring the
 * older figures back.
 */
export async function loadBefore(
  connection: DuckDBConnection,
  file: { readonly name: string; readonly sha256: string; readonly head: FileHead; readonly format: Format },
  told: { readonly period?: Period; readonly flow?: Flow },
): Promise<LoadSummary | undefined> {
  const reader = await connection.runAndReadAll(
    `SELECT id, shape, month_from, month_to, rows_read, rows_quarantined, synthetic,
       (SELECT list(DISTINCT flow) FROM parcel WHERE parcel.load = load.id) AS flows
     FROM load WHERE sha256 = $1 AND withdraws IS NULL
       AND id NOT IN (SELECT withdraws FROM load WHERE withdraws IS NOT NULL) ORDER BY id DESC`,
    [file.sha256],
  );
  const found = reader.getRowObjectsJson().find((row) => {
    const { period, flow } = told;
    const flows = flowsOf(row.flows);
    return (
      (period === undefined ||
        (row.month_from === yyyymm(period.from) && row.month_to === yyyymm(period.to))) &&
      (flow === undefined || flows.length === 0 || flows.includes(flow))
    );
  });
  if (found === undefined) return undefined;
  const read = Number(found.rows_read);
  const quarantined = Number(found.rows_quarantined);
  return {
    file: file.name,
    sha256: file.sha256,
    bytes: file.head.bytes,
    format: file.format,
    status: 'unchanged',
    says: `${file.name} was taken in before, as load ${found.id}: nothing changes`,
    load: Number(found.id),
    shapes: [String(found.shape)],
    period: { from: monthOf(found.month_from), to: monthOf(found.month_to) },
    flows: flowsOf(found.flows),
    synthetic: found.synthetic === true,
    rows: { read, loaded: 0, unchanged: read - quarantined, quarantined, skipped: 0 },
    skipped: {},
    facts: { loaded: 0, unchanged: 0, superseded: 0 },
    quarantine: [],
  };
}

/**
 * Whether another load has been withdrawn since: figures that both had given were kept under the
 * withdrawn one alone, and this file may give them again. It then only fills what is missing.
 */
export async function withdrawnSince(connection: DuckDBConnection, load: number): Promise<boolean> {
  return (
    (await number(connection, `SELECT count(*) FROM load WHERE id > ${load} AND withdraws IS NOT NULL`)) > 0
  );
}

const flowsOf = (list: unknown): Flow[] => (Array.isArray(list) ? list.map((flow) => flow as Flow) : []);
const monthOf = (stored: unknown): Month =>
  `${String(stored).slice(0, 4)}-${String(stored).slice(4)}` as Month;
