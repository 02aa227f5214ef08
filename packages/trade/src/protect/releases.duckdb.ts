import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { parsePeriod, printPeriod } from '@tidu/reference';
import type { FactsAtHand } from '../with-facts.duckdb.ts';
import { CannotProtect } from './cannot-protect.ts';
import { type Cells, cellsOf } from './cells.ts';
import { declared, type NameOf } from './declared.duckdb.ts';
import { gridOf, isLeaf, keyOf } from './grid.ts';
import { bearingOn, codesTold, finest, periodsOf, tellingOf } from './ledger.ts';
import { followedBy } from './primary.ts';
import { type Protection, protect } from './protect.ts';
import type {
  AttackedCell,
  Certificate,
  Release,
  ReleaseDimension,
  ReleasedCell,
  RevisedCell,
} from './release.ts';
import { checkRequest, type ReleaseRequest } from './release-request.ts';
import { telltaleRevisions } from './revisions.ts';
import { standing } from './secondary.ts';

/** Whoever lists releases needs neither cells nor proof. */
export type ReleaseSummary = Omit<Release, 'cells' | 'dimensions'>;

/** Releases are documents: kept whole, next to the facts that they rest on, and never changed but in status. */
const schema = `
CREATE TABLE IF NOT EXISTS release (
  id VARCHAR PRIMARY KEY, number INTEGER NOT NULL UNIQUE, status VARCHAR NOT NULL,
  made_at VARCHAR NOT NULL, published_at VARCHAR, reason VARCHAR,
  request JSON NOT NULL, summary JSON NOT NULL, dimensions JSON NOT NULL, cells JSON NOT NULL, certificate JSON NOT NULL
)`;

interface Kept {
  readonly request: ReleaseRequest;
  readonly release: Release;
}

/** The releases of a statistics store. */
export interface Releases {
  /** Newest last. */
  list(): Promise<ReleaseSummary[]>;
  /** @throws CannotProtect `release-unknown` */
  get(id: string): Promise<Release>;
  /** @throws CannotProtect `release-unknown` */
  certificate(id: string): Promise<Certificate>;
  /** Protects a table against everything that was published before, and keeps it as a draft. */
  draft(request: ReleaseRequest): Promise<Release>;
  /** @throws CannotProtect when it is no draft, a cell is recoverable, or something that bears on it was published since */
  publish(id: string): Promise<ReleaseSummary>;
  /** Takes a published release from view. What it told counts in the ledger for ever. */
  withdraw(id: string, reason: string): Promise<ReleaseSummary>;
  /** Drafts can go without a trace. */
  discard(id: string): Promise<void>;
}

export async function releasesIn(
  store: FactsAtHand,
  nameOf: NameOf,
  clock: () => Date = () => new Date(),
): Promise<Releases> {
  const { connection } = store;
  await connection.run(schema);

  const kept = async (where = '', parameters: (string | number)[] = []): Promise<Kept[]> =>
    (
      await connection.runAndReadAll(
        `SELECT id, status, made_at, published_at, request, summary, dimensions, cells FROM release ${where} ORDER BY number`,
        parameters,
      )
    )
      .getRowObjectsJson()
      .map(keptOf);
  const one = async (id: string): Promise<Kept> => {
    const [found] = await kept('WHERE id = $1', [id]);
    if (found) return found;
    throw new CannotProtect('release-unknown', `there is no release ${id}`, 'see the list of releases');
  };
  const certificate = async (id: string): Promise<Certificate> => {
    await one(id);
    const rows = await connection.runAndReadAll('SELECT certificate FROM release WHERE id = $1', [id]);
    return JSON.parse(String(rows.getRows()[0]?.[0])) as Certificate;
  };
  /** Of one flow and currency, published once: what it told cannot be taken back. */
  const toldBefore = async ({ flow, currency }: ReleaseRequest, period = '') =>
    bearingOn(
      parsePeriod(period),
      (await kept("WHERE status <> 'draft'"))
        .filter(({ request }) => request.flow === flow && request.currency === currency)
        .map(({ request, release }) => ({
          id: release.id,
          detail: request,
          period: release.period,
          cells: release.cells,
          asKnownAt: release.asKnownAt ?? Math.max(0, ...release.loads),
          publishedAt: release.publishedAt ?? '',
        })),
    );
  const inStatus = async (id: string, status: Release['status'], act: string): Promise<Kept> => {
    const found = await one(id);
    if (found.release.status === status) return found;
    throw new CannotProtect(
      'release-state',
      `release ${id} is ${found.release.status} and cannot be ${act}`,
      status === 'draft' ? 'make a new draft of the table' : 'publish it first',
    );
  };

  return {
    list: async () => {
      // Without the cells: whoever lists releases does so often, and they are most of a release.
      const rows = await connection.runAndReadAll(
        'SELECT status, published_at, summary FROM release ORDER BY number',
      );
      return rows.getRowObjectsJson().map(summaryOf);
    },
    get: async (id) => (await one(id)).release,
    certificate,

    draft: async (asked) => {
      const started = performance.now();
      const request = checkRequest(asked);
      const period = parsePeriod(request.period);
      const earlier = await toldBefore(request, request.period);
      const tables = [
        { ...detailOf(request), period },
        ...earlier.map((told) => ({ ...told.detail, period: told.period })),
      ];
      const asKnownAt = request.asKnownAt ?? (await latestLoad(connection));
      const declaredAt = (load: number) =>
        declared(
          store,
          { ...request, ...finest(tables), periods: tables.flatMap(periodsOf), asKnownAt: load },
          nameOf,
        );
      const joint = await declaredAt(asKnownAt);
      const own = codesTold(
        joint.dimensions,
        request,
        new Set(periodsOf({ ...request, period }).map(printPeriod)),
      );
      const cells = cellsOf(joint.dimensions, joint.contributions, followedBy(request.policy));
      const protection = await protect(cells, request.policy, tellingOf(cells, own, earlier));
      const published = ownCells(cells, own, protection);
      const number = await nextNumber(connection);
      const madeAt = clock().toISOString();
      const release: Release = {
        id: `R${number}`,
        title: request.title,
        status: 'draft',
        madeAt,
        flow: request.flow,
        unit: request.currency,
        period,
        dimensions: own,
        cells: published,
        policy: request.policy,
        loads: joint.loads,
        asKnownAt,
        synthetic: joint.synthetic,
      };
      const revised: RevisedCell[] = [];
      for (const toldAt of new Set(earlier.map((told) => told.asKnownAt))) {
        if (toldAt === asKnownAt) continue;
        const told = earlier.filter((one) => one.asKnownAt === toldAt).flatMap((one) => one.cells);
        const before = { ...(await declaredAt(toldAt)), told };
        const keys = telltaleRevisions(before, { ...joint, told: published }, request.policy);
        revised.push(...keys.map((key) => ({ key, toldAt })));
      }
      const proof: Certificate = {
        ...proofOf(cells, release, protection),
        revised,
        against: earlier.map(({ id }) => id),
        seconds: Math.round(performance.now() - started) / 1000,
      };
      const { cells: _, dimensions: __, ...summary } = release;
      await connection.run(
        `INSERT INTO release VALUES ($1, $2, 'draft', $3, NULL, NULL, $4, $5, $6, $7, $8)`,
        [
          release.id,
          number,
          madeAt,
          ...[request, summary, own, published, proof].map((document) => JSON.stringify(document)),
        ],
      );
      return release;
    },

    publish: async (id) => {
      const { request, release } = await inStatus(id, 'draft', 'published');
      const { recoverable, revised = [] } = await certificate(id);
      if (recoverable.length > 0) {
        throw new CannotProtect(
          'release-state',
          `${recoverable.length} sensitive cells of release ${id} could be computed from what is published already`,
          'ask for coarser codes, or leave out what they are computed from',
        );
      }
      if (revised.length > 0) {
        throw new CannotProtect(
          'release-state',
          `${revised.length} cells of release ${id} were told otherwise before, and the difference tells of too few firms`,
          `draft it as known after load ${revised[0]?.toldAt}, or wait until more firms are revised together`,
        );
      }
      const since = (await toldBefore(request, request.period)).find(
        ({ publishedAt }) => publishedAt > release.madeAt,
      );
      if (since) {
        throw new CannotProtect(
          'release-state',
          `release ${since.id} was published after ${id} was drafted, and speaks of the same trade`,
          'draft the table again, so that the two are tested together',
        );
      }
      await connection.run("UPDATE release SET status = 'published', published_at = $2 WHERE id = $1", [
        id,
        clock().toISOString(),
      ]);
      return (await one(id)).release;
    },

    withdraw: async (id, reason) => {
      await inStatus(id, 'published', 'withdrawn');
      if (!reason.trim()) {
        throw new CannotProtect(
          'not-understood',
          'the reason is missing',
          'say why the release is taken from view',
        );
      }
      await connection.run("UPDATE release SET status = 'withdrawn', reason = $2 WHERE id = $1", [
        id,
        reason.trim(),
      ]);
      return (await one(id)).release;
    },

    discard: async (id) => {
      await inStatus(id, 'draft', 'discarded');
      await connection.run('DELETE FROM release WHERE id = $1', [id]);
    },
  };
}

const detailOf = ({ place, commodity, mode, month }: ReleaseRequest) => ({ place, commodity, mode, month });

async function latestLoad(connection: DuckDBConnection): Promise<number> {
  const rows = await connection.runAndReadAll('SELECT coalesce(max(id), 0) FROM load');
  return Number(rows.getRows()[0]?.[0]);
}

async function nextNumber(connection: DuckDBConnection): Promise<number> {
  const rows = await connection.runAndReadAll('SELECT coalesce(max(number), 0) + 1 FROM release');
  return Number(rows.getRows()[0]?.[0]);
}

/** The new table's part of the joint one, in the order of its own codes. */
function ownCells(
  { grid, values }: Cells,
  own: readonly ReleaseDimension[],
  { state }: Protection,
): ReleasedCell[] {
  const table = gridOf(own);
  return Array.from({ length: table.size }, (_, number) => {
    const key = keyOf(table, number);
    const cell = jointCell(grid, key);
    const value = values[cell] as number;
    if (state[cell] === standing.primary) return { key, value: null, suppressed: 'primary' };
    if (state[cell] === standing.secondary) return { key, value: null, suppressed: 'secondary' };
    return { key, value };
  });
}

const jointCell = ({ axes, strides }: Cells['grid'], key: readonly string[]): number =>
  key.reduce((sum, code, d) => sum + (axes[d]?.at.get(code) ?? 0) * (strides[d] ?? 0), 0);

function proofOf(joint: Cells, release: Release, { rules, intervals, recoverable }: Protection) {
  const table = gridOf(release.dimensions);
  const counted: Record<string, number> = {};
  const attacked: AttackedCell[] = [];
  const tally = { published: 0, primary: 0, secondary: 0 };
  let amount = 0;
  let kept = 0;
  for (const [number, { key, value, suppressed }] of release.cells.entries()) {
    const cell = jointCell(joint.grid, key);
    const truth = joint.values[cell] as number;
    tally[suppressed ?? 'published']++;
    if (isLeaf(table, number)) {
      amount += truth;
      kept += value ?? 0;
    }
    const rule = rules.get(cell);
    if (rule) counted[rule] = (counted[rule] ?? 0) + 1;
    const interval = intervals.get(cell);
    if (suppressed && interval) {
      const upper = Number.isFinite(interval.upper) ? interval.upper : null;
      attacked.push({ key, value: truth, lower: interval.lower, upper, suppressed });
    }
  }
  const { dimensions, cells } = release;
  return {
    sha256: createHash('sha256').update(JSON.stringify({ dimensions, cells })).digest('hex'),
    cells: cells.length,
    ...tally,
    rules: counted,
    kept: amount === 0 ? 1 : kept / amount,
    recoverable: recoverable.map((cell) => keyOf(joint.grid, cell)),
    attacked,
  };
}

const summaryOf = (row: Record<string, unknown>): ReleaseSummary => ({
  ...(JSON.parse(String(row.summary)) as ReleaseSummary),
  status: row.status as Release['status'],
  ...(row.published_at !== null && { publishedAt: String(row.published_at) }),
});

function keptOf(row: Record<string, unknown>): Kept {
  return {
    request: JSON.parse(String(row.request)) as ReleaseRequest,
    release: {
      ...summaryOf(row),
      dimensions: JSON.parse(String(row.dimensions)) as ReleaseDimension[],
      cells: JSON.parse(String(row.cells)) as ReleasedCell[],
    },
  };
}
