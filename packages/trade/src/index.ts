export { type Cluster, clusterAt, type MemberStatus } from './cluster/cluster.clickhouse.ts';
export { ClusterFault } from './cluster/cluster-fault.ts';
export { factsIn } from './cluster/facts.clickhouse.ts';
export { rebuildCubes } from './cube/keep-cubes.duckdb.ts';
export * from './fact.ts';
export type { FactsElsewhere } from './facts-elsewhere.duckdb.ts';
export { CannotDecide } from './findings/cannot-decide.ts';
export {
  type Change,
  changes,
  type Decision,
  type FindingState,
  states,
  type Verdict,
  verdicts,
} from './findings/decision.ts';
export * from './findings/finding.ts';
export {
  type DecisionMade,
  type Findings,
  findingsIn,
  type KeptFinding,
  type QualityRun,
} from './findings/findings.duckdb.ts';
export { importFile, previewFile } from './load/import-file.duckdb.ts';
export { LoadRefused } from './load/load-refused.ts';
export { type RecognisedFile, recogniseFile } from './load/recognise-file.file.ts';
export type { ImportOptions, LoadSummary, Preview } from './load/summary.ts';
export { type Withdrawal, withdrawLoad } from './load/withdraw.duckdb.ts';
export { openWarehouse } from './open-warehouse.duckdb.ts';
export { CannotProtect } from './protect/cannot-protect.ts';
export type { NameOf } from './protect/declared.duckdb.ts';
export { derived, derivedMeasures } from './protect/derived.ts';
export type { Certificate, Release } from './protect/release.ts';
export { details, type ReleaseRequest, usualPolicy } from './protect/release-request.ts';
export { type ReleaseSummary, type Releases, releasesIn } from './protect/releases.duckdb.ts';
export { isConfidential, publishedOnly } from './published-only.ts';
export { unknownPlace } from './query/answer.ts';
export { CannotAnswer, type Refusal, refusals } from './query/cannot-answer.ts';
export { isArchive, unpackArchive } from './read/archive.file.ts';
export { readConcordance } from './read/concordance.file.ts';
export { type ConcordanceTable, concordanceIn } from './read/concordance-table.ts';
export { CustomsFileError, type FileRefusal } from './read/customs-file-error.ts';
export { type Format, formats } from './read/recognise.ts';
export { inBothCurrencies } from './recast/in-both-currencies.ts';
export { inBoundaries } from './recast/in-boundaries.ts';
export { type Editions, inEditions } from './recast/in-editions.ts';
export { withUnitValues } from './recast/with-unit-values.ts';
export { withUnits } from './recast/with-units.ts';
export { withYearsToDate } from './recast/with-years-to-date.ts';
export { openStore, type Store, StoreFault } from './store.duckdb.ts';
export { amountsOf, rowsOf, streamOf } from './stream-of.ts';
export { type WarehouseStore, warehouseOver } from './warehouse.duckdb.ts';
export * from './warehouse.ts';
