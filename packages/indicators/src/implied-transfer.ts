import type { Pack } from '@tidu/reference';
import {
  impliedTransferInterval,
  kilometresBetween,
  type Matrix,
  matrix,
  matrixOf,
  shiftShareDunn,
} from '@tidu/regional';
import { changeByGoods, changeNotes, changeQuestions, goodsParameter } from './change-by-goods.ts';
import type { Indicator } from './figure.ts';
import { FigureRefused } from './figure-refused.ts';

/**
 * Who may have taken from whom between provinces: `from>to`, with `from>to.lower` and `.upper`. Implied by losses
 * and gains, never observed.
 */
export const impliedTransfer: Indicator = {
  name: 'implied-transfer',
  unit: 'CNY',
  formula: {
    text: 'min ⟨km, T⟩ + ε KL(T ‖ losses ⊗ gains / Σ), margins the competitive components of the shift-share by goods; ε in km; lower and upper: between proportional attribution and the cheapest transport',
    source: 'docs/methods/implied-transfer.md; Dunn (1960); Cuturi (2013)',
  },
  parameters: {
    ...goodsParameter,
    epsilon: { default: '150', describe: 'regularisation, km: small follows distance, large proportion' },
  },
  questions: changeQuestions,
  compute(answers, ask, pack) {
    const epsilon = Number(ask.parameters.epsilon);
    if (!(epsilon > 0)) {
      throw new FigureRefused(
        'parameter-not-understood',
        `epsilon "${ask.parameters.epsilon}" is no distance above 0`,
        'write kilometres, like 150',
      );
    }
    const change = changeByGoods(answers, ask, 'province', pack);
    const coverage = { level: 'province', goods: change.before.columns.length, missing: change.missing };
    if (!change.baseLoaded) return { values: { moved: null }, coverage, notes: changeNotes(change) };
    const { regionalShare, newIndustries } = shiftShareDunn(change.before, change.after);
    const lost = matrixOf(
      regionalShare.rows,
      regionalShare.columns,
      regionalShare.cells.map((value, k) =>
        Number.isNaN(value) ? 0 : value + (newIndustries.cells[k] ?? 0),
      ),
    );
    const { flow, lower, upper, moved } = impliedTransferInterval(lost, distances(lost.rows, pack), epsilon);
    const cells = flow.rows.flatMap((from, o) =>
      flow.columns.flatMap((to, d) => {
        if (!(upper.at(o, d) > 0)) return [];
        const key = `${from}>${to}`;
        return [
          [key, flow.at(o, d)],
          [`${key}.lower`, lower.at(o, d)],
          [`${key}.upper`, upper.at(o, d)],
        ];
      }),
    );
    return {
      values: { moved, ...Object.fromEntries(cells) },
      coverage: { ...coverage, epsilon },
      notes: [...changeNotes(change), 'implied-not-observed'],
    };
  },
};

/** Kilometres between centroids, by great circle. */
function distances(codes: readonly string[], pack: Pack): Matrix {
  const points = codes.map((code) => {
    const { longitude = Number.NaN, latitude = Number.NaN } = pack.places.find((p) => p.code === code) ?? {};
    return { longitude, latitude };
  });
  return matrix(points.map((a) => points.map((b) => kilometresBetween(a, b))));
}
