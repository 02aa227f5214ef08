import {
  herfindahl,
  locationQuotient,
  type Matrix,
  mapCells,
  matrix,
  type Panel,
  rowSums,
  scoreRobustness,
} from '@tidu/regional';
import type { Ground } from '../ground/ground.ts';
import type { Intensity } from '../ground/intensity.ts';
import type { TradePanel } from '../ground/trade-panel.ts';
import { competitiveLoss, type FallingRun, fallingRuns, windowsOf } from './competitive-loss.ts';
import type { CostGap } from './cost-gap.ts';
import type { LeavingRow } from './leaving-result.ts';
import { movableOf } from './movable.ts';
import { type PartName, partsFor, scored } from './pressure-part.ts';

/** What pressure is reckoned from, prepared once for all groups. */
export interface PressureBase {
  readonly places: Ground['places'];
  readonly exports: Panel;
  /** Losses of each window, the longest last. */
  readonly losses: readonly Matrix[];
  readonly quotients: Matrix;
  /** (exports − imports)/exports of processing trade of all goods, by row. */
  readonly valueAdded: readonly number[];
  readonly gaps: Readonly<Record<'wage' | 'power', CostGap>>;
  /** How much of a yuan of output goes to labour, by group; NaN where the pack has nothing. */
  labourIntensity(group: string): number;
  /** 12 / months of a period. */
  readonly yearly: number;
}

export function pressureBase(
  { pack }: Pick<Ground, 'pack'>,
  places: Ground['places'],
  exports: Panel,
  { imports, measured }: TradePanel,
  gaps: PressureBase['gaps'],
  yearly: number,
): PressureBase {
  const now = exports.at.at(-1) as Matrix;
  // What a place imports of a group is not what goes into its exports of the group: the rate is that of all goods.
  const bought = rowSums(imports.at.at(-1) as Matrix);
  return {
    places,
    exports,
    losses: windowsOf(exports).map((steps) => competitiveLoss(exports, steps)),
    // A place that nothing is told of trades nothing here, so that the others are set against each other alone.
    quotients: locationQuotient(mapCells(now, (value) => (Number.isNaN(value) ? 0 : value))),
    valueAdded: rowSums(now).map((sold, r) =>
      measured === 'processing' && sold > 0 ? (sold - (bought[r] as number)) / sold : Number.NaN,
    ),
    gaps,
    labourIntensity: (group) => {
      const value = payOf(pack, group)?.value ?? Number.NaN;
      return typeof value === 'number' ? value : (value.low + value.high) / 2;
    },
    yearly,
  };
}

/** What of the output of a group goes to labour, as the pack tells it. */
export const payOf = ({ intensities }: Ground['pack'], group: string): Intensity | undefined =>
  intensities.find((one) => one.group === group && one.item === 'pay');

/** One group in the nation and in each eastern place that exports it. */
export interface GroupPressure {
  readonly concentration: number;
  readonly rows: readonly LeavingRow[];
}

/**
 * The pressure on each eastern place to give up a group, 0 to 1.
 *
 *   pressure = Σ w · score / Σ w, over the parts that are known;  score = (value − none)/(full − none) within 0 to 1
 *
 * with its interval over draws of weights, of the window of 1 to 3 periods, of runs that may have begun before the first
 * period, and of what is unknown.
 * @see docs/methods/leaving.md; scoreRobustness
 */
export function pressureOf(base: PressureBase, group: string): GroupPressure {
  const { exports, losses, quotients, valueAdded, gaps, yearly } = base;
  const column = exports.columns.indexOf(group);
  const now = exports.at.at(-1) as Matrix;
  const told = now.rows.flatMap((_, r) => (Number.isNaN(now.at(r, column)) ? [] : [now.at(r, column)]));
  const nation = told.reduce((sum, value) => sum + value, 0);
  const concentration = herfindahl(told);
  const runs = fallingRuns(exports, column);

  const cells = base.places
    .flatMap((place) => {
      const r = place.region === 'east' ? exports.rows.indexOf(place.code) : -1;
      const exported = r < 0 ? 0 : now.at(r, column);
      return exported > 0 ? [{ place, r, exported }] : [];
    })
    // Draws for what is unknown go by the order of rows: it is to be the same whatever the order of the ground.
    .sort((a, b) => (a.place.code < b.place.code ? -1 : 1));
  if (cells.length === 0) return { concentration, rows: [] };

  const parts = partsFor(group);
  const values = (r: number, code: string, loss: Matrix): Record<PartName, number> => {
    const before = exports.at.at(-1 - losses.indexOf(loss) - 1) as Matrix;
    return {
      'share-lost': loss.at(r, column) / ((before.at(r, column) + now.at(r, column)) / 2),
      'trend-age': runs[r]?.periods ?? Number.NaN,
      'wage-gap': gaps.wage.of(code),
      'power-gap': gaps.power.of(code),
      'labour-intensity': base.labourIntensity(group),
      'value-added': valueAdded[r] as number,
      concentration,
      specialisation: quotients.at(r, column),
    };
  };
  const table = (loss: Matrix, longRuns: boolean) =>
    matrix(
      cells.map(({ place, r }) => {
        const own = values(r, place.code, loss);
        return parts.map((one) =>
          one.part === 'trend-age' && longRuns && mayBeLonger(runs[r]) ? 1 : scored(own[one.part], one),
        );
      }),
    );
  const last = losses.at(-1) as Matrix;
  const windows = [last, ...losses.slice(0, -1)];
  const tables = windows.flatMap((loss) => [table(loss, false), table(loss, true)]);
  const weights = parts.map(({ weight }) => weight);
  const whole = weights.reduce((a, b) => a + b, 0);
  const intervals = scoreRobustness(tables, weights);

  const rows = cells.map(({ place, r, exported }, k): LeavingRow => {
    const own = values(r, place.code, last);
    const { score, ...interval } = intervals[k] as (typeof intervals)[number];
    const told = parts.map((one) => {
      const value = own[one.part];
      return Number.isNaN(value)
        ? { part: one.part, value: null, score: null }
        : { part: one.part, value, score: scored(value, one) };
    });
    return {
      place: place.code,
      names: place.names,
      group,
      exports: exported,
      nationShare: exported / nation,
      lossPerYear: orNull(last.at(r, column)),
      pressure: orNull(score),
      ...interval,
      known: parts.reduce((sum, { weight }, j) => (told[j]?.score === null ? sum : sum + weight), 0) / whole,
      parts: told,
      falling: runs[r] ?? null,
      movable:
        movableOf(
          exported,
          losses.map((loss) => loss.at(r, column)),
          yearly,
        ) ?? null,
    };
  });
  return { concentration, rows: rows.sort((a, b) => a.rank - b.rank) };
}

const mayBeLonger = (run: FallingRun | undefined): boolean =>
  run !== undefined && run.periods > 0 && run.sinceBeginning;

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
