/** Columns of a program: the entries of column j stand from `starts[j]` to `starts[j + 1]`. */
export interface Columns {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly coefficients: Float64Array;
  readonly value: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** maximise value · x  subject to  rowLower ≤ A x ≤ rowUpper,  lower ≤ x ≤ upper. */
export interface LinearProgram {
  readonly columns: Columns;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
}

export type Answer =
  | {
      readonly status: 'optimal';
      readonly objective: number;
      readonly primal: Float64Array;
      /** Of each row: by how much the objective grows when its active bound grows by one. */
      readonly duals: Float64Array;
      readonly reducedCosts: Float64Array;
    }
  | { readonly status: 'infeasible' };

/** Where the simplex method stands: the state of each column and of each row. */
export interface Basis {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

/** Of each row: between which bounds its dual stays what it is. */
interface Ranges {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** A linear program that is changed and solved again from where it stands. */
export interface OpenProgram {
  solve(): Answer;
  add(columns: Columns): void;
  bound(column: number, lower: number, upper: number): void;
  /** After an optimal answer. */
  ranges(): Ranges;
  /** After an optimal answer. */
  basis(): Basis;
  close(): void;
}

export type MixedAnswer =
  | {
      readonly status: 'found';
      readonly primal: Float64Array;
      readonly objective: number;
      /** No x whatever is better. */
      readonly bound: number;
      readonly nodes: number;
      /** Searched until the gap was reached, not cut off by the number of nodes. */
      readonly proven: boolean;
    }
  | { readonly status: 'infeasible' }
  | { readonly status: 'nothing-found' };

export interface Solver {
  /** @param from  an optimal basis of the same rows and columns with other values */
  open(program: LinearProgram, from?: Basis): OpenProgram;
  /** Each x is 0, or between its lower and its upper bound. */
  solveLots(program: LinearProgram, until: { readonly gap: number; readonly nodes: number }): MixedAnswer;
}
