import { cubeTables } from './cube/keep-cubes.duckdb.ts';

/**
 * The tables of the statistics store, open to anyone's own DuckDB.
 *
 * `fact` is append-only but for `until`: the load that superseded a fact. A fact with `until IS NULL`
 * is current; one with `load <= v AND (until IS NULL OR until > v)` is what was known after load `v`.
 * A withdrawal is a load too: its facts are those that stood before the load that it `withdraws`.
 * Months are integers `yyyymm`. `place` is rewritten from the pack each time the store is opened.
 * `parcel` and `cube_…` are sums of `fact`, kept with it (cube/cubes.ts).
 * Where `elsewhere` has a row, `fact` and the cubes are empty here: they lie in that database of a cluster.
 */
export const schema = `
CREATE TABLE IF NOT EXISTS load (
  id INTEGER PRIMARY KEY, file VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, bytes BIGINT NOT NULL,
  format VARCHAR NOT NULL, "at" TIMESTAMP NOT NULL, shape VARCHAR NOT NULL,
  month_from INTEGER, month_to INTEGER,
  rows_read BIGINT NOT NULL, rows_loaded BIGINT NOT NULL, rows_unchanged BIGINT NOT NULL,
  rows_quarantined BIGINT NOT NULL, rows_superseded BIGINT NOT NULL, synthetic BOOLEAN NOT NULL,
  withdraws INTEGER, reason VARCHAR
);
ALTER TABLE load ADD COLUMN IF NOT EXISTS withdraws INTEGER;
ALTER TABLE load ADD COLUMN IF NOT EXISTS reason VARCHAR;
CREATE TABLE IF NOT EXISTS shape (id SMALLINT PRIMARY KEY, key VARCHAR NOT NULL UNIQUE, definition JSON NOT NULL);
CREATE TABLE IF NOT EXISTS fact (
  load INTEGER NOT NULL, until INTEGER, shape SMALLINT NOT NULL,
  month_from INTEGER NOT NULL, month_to INTEGER NOT NULL, flow VARCHAR NOT NULL,
  place VARCHAR, commodity VARCHAR, partner VARCHAR, mode VARCHAR,
  value BIGINT, value_ytd BIGINT, printed_growth DOUBLE,
  quantity DOUBLE, unit VARCHAR, quantity2 DOUBLE, unit2 VARCHAR,
  supervision VARCHAR, company VARCHAR
);
ALTER TABLE fact ADD COLUMN IF NOT EXISTS supervision VARCHAR;
ALTER TABLE fact ADD COLUMN IF NOT EXISTS company VARCHAR;
CREATE TABLE IF NOT EXISTS quarantine (
  load INTEGER NOT NULL, file VARCHAR NOT NULL, line BIGINT NOT NULL,
  "column" VARCHAR NOT NULL, value VARCHAR, reason VARCHAR NOT NULL, cell VARCHAR
);
ALTER TABLE quarantine ADD COLUMN IF NOT EXISTS cell VARCHAR;
CREATE TABLE IF NOT EXISTS place (
  code VARCHAR PRIMARY KEY, level VARCHAR NOT NULL, name_zh VARCHAR NOT NULL, name_en VARCHAR NOT NULL,
  region VARCHAR, province VARCHAR, prefecture VARCHAR
);
CREATE TABLE IF NOT EXISTS elsewhere (id VARCHAR NOT NULL, "database" VARCHAR NOT NULL);
${cubeTables};
`;
