import { changedByTime, type Ground, type PassedOver, type RunProgress, runChecks } from '@tidu/indicators';
import type { Pack } from '@tidu/reference';
import type { Findings, KeptFinding, Load, Warehouse } from '@tidu/trade';
import { explain, Refused } from './errors.ts';
import { type FindingFilter, kept, type Quality, type RunDone, type RunState, tally } from './quality.ts';

/** Files of these kinds have facts of one shape, the load's; of others a load may touch several. */
const ofOneShape = ['query-export', 'month-table', 'tidy-place-table', 'province-table'];

export interface QualityOptions {
  readonly clock?: () => Date;
  /** How long after the last load it is looked at by itself, in milliseconds. */
  readonly calm?: number;
  /** How many facts the tables that loads touched may have, to be looked at without being asked. */
  readonly little?: number;
}

/** Runs the checks of one store, one run at a time. */
export class QualityDesk implements Quality {
  readonly #warehouse: Warehouse;
  readonly #findings: Findings;
  readonly #pack: Pack;
  readonly #clock: () => Date;
  readonly #calm: number;
  readonly #little: number;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  #running: { progress: RunProgress; done: Promise<RunDone> } | undefined;
  #failed: string | undefined;
  #passedOver: readonly PassedOver[] = [];

  constructor(
    warehouse: Warehouse,
    findings: Findings,
    pack: Pack,
    { clock = () => new Date(), calm = 3000, little = 200_000 }: QualityOptions = {},
  ) {
    this.#warehouse = warehouse;
    this.#findings = findings;
    this.#pack = pack;
    this.#clock = clock;
    this.#calm = calm;
    this.#little = little;
  }

  list = async (filter: FindingFilter = {}): Promise<readonly KeptFinding[]> =>
    kept(await this.#findings.list(), filter);
  get: Quality['get'] = (id) => this.#findings.get(id);
  decide: Quality['decide'] = (id, made) => this.#findings.decide(id, made);

  /** What the checks look at, as somebody sees the statistics. */
  async ground(seen: Warehouse = this.#warehouse): Promise<Ground> {
    return {
      warehouse: seen,
      coverage: await seen.coverage(),
      loads: await seen.loads(),
      pack: this.#pack,
      today: this.#clock().toISOString().slice(0, 10),
    };
  }

  run: Quality['run'] = async ({ all = false, at = () => {} }) => {
    if (this.#running) return this.#running.done;
    const progress = { check: '', shape: '', done: 0, of: 1 };
    const done = this.#look(all, (next) => {
      if (this.#closed)
        throw new Refused('stopped', 'the run was ended with the program', 'run the checks again');
      if (this.#running) this.#running.progress = next;
      at(next);
    });
    this.#running = { progress, done };
    this.#failed = undefined;
    try {
      return await done;
    } catch (error) {
      this.#failed = explain(error).sentence;
      throw error;
    } finally {
      this.#running = undefined;
    }
  };

  state: Quality['state'] = async (): Promise<RunState> => {
    const last = await this.#last();
    const loads = await this.#warehouse.loads();
    return {
      ...(this.#running && { running: this.#running.progress }),
      ...(this.#failed !== undefined && { failed: this.#failed }),
      ...(last && { last }),
      loadsSince: loads.filter(({ id }) => id > (last?.vintage ?? 0)).length,
    };
  };

  /**
   * A load has come or gone: what it touched is looked at when no other has followed for a while, so
   * that imports never wait; where that is much, it waits for somebody to ask.
   */
  noticeLoad(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#runIfLittle().catch(() => {
        // The state says so.
      });
    }, this.#calm);
    this.#timer.unref();
  }

  async #runIfLittle(): Promise<void> {
    const { coverage, loads } = await this.ground();
    const last = await this.#findings.lastRun();
    const shapes = last && touched(loads, last.vintage);
    const looked = coverage.filter(({ shape }) => shapes?.includes(shape.id) ?? true);
    if (looked.reduce((sum, { facts }) => sum + facts, 0) <= this.#little) await this.run({});
  }

  /** Ends a run between two tables, and begins no other. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#closed = true;
    await this.#running?.done.catch(() => undefined);
  }

  async #look(all: boolean, at: (progress: RunProgress) => void): Promise<RunDone> {
    const started = performance.now();
    const ground = await this.ground();
    const last = await this.#findings.lastRun();
    const shapes = all || !last ? undefined : touched(ground.loads, last.vintage);
    const { found, passedOver } = await runChecks(ground, { ...(shapes && { shapes }), at });
    this.#passedOver = passedOver;
    await this.#findings.keep(found, {
      ...(shapes && { shapes }),
      checks: changedByTime,
      passedOver,
      vintage: Math.max(0, ...ground.loads.map(({ id }) => id)),
      seconds: Math.round(performance.now() - started) / 1000,
    });
    return (await this.#last()) as RunDone;
  }

  async #last(): Promise<RunDone | undefined> {
    const last = await this.#findings.lastRun();
    if (!last) return undefined;
    const standing = (await this.#findings.list()).filter(({ state }) => state !== 'gone');
    return { ...last, found: tally(standing.map(({ check }) => check)), passedOver: this.#passedOver };
  }
}

/** Shapes that loads after a vintage brought or took facts of; nothing where that cannot be told. */
function touched(loads: readonly Load[], vintage: number): readonly string[] | undefined {
  const formats = new Map(loads.map(({ id, format }) => [id, format]));
  const since = loads.filter(({ id }) => id > vintage);
  const formatOf = ({ withdraws, format }: Load) =>
    withdraws === undefined ? format : (formats.get(withdraws) ?? '');
  if (since.some((load) => !ofOneShape.includes(formatOf(load)))) return undefined;
  return [...new Set(since.map(({ shape }) => shape))];
}
