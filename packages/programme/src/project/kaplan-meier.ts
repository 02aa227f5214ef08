/** How long one has waited, and whether what was waited for has come. */
export interface Waiting {
  readonly months: number;
  readonly come: boolean;
}

export interface Step {
  readonly months: number;
  /** Still waiting just before. */
  readonly atRisk: number;
  /** For how many it came now. */
  readonly come: number;
  /** How many left the watch now, still waiting. */
  readonly stillWaiting: number;
  /** Part of all for whom it has not come by now. */
  readonly survival: number;
  /** Greenwood's standard error of it; NaN once nobody waits. */
  readonly error: number;
}

/**
 * The part still waiting after each length of time, from those for whom it came and those who wait still.
 *
 *   S(t) = ∏ (1 − dᵢ/nᵢ),   se(t) = S(t) √ Σ dᵢ / (nᵢ (nᵢ − dᵢ)),   over times tᵢ ≤ t
 *
 * dᵢ for how many it came at tᵢ, nᵢ how many waited just before. Whom it comes to at the moment when
 * another leaves the watch came before.
 *
 * @returns  a step for each length of time that occurs, the shortest first
 * @see      Kaplan and Meier (1958); Greenwood (1926)
 * @example  kaplanMeier([{ months: 2, come: true }, { months: 3, come: false }]).map(({ survival }) => survival) // [0.5, 0.5]
 */
export function kaplanMeier(waits: readonly Waiting[]): Step[] {
  const times = [...new Set(waits.map(({ months }) => months))].sort((a, b) => a - b);
  let [atRisk, survival, variance] = [waits.length, 1, 0];
  return times.map((months) => {
    const now = waits.filter((wait) => wait.months === months);
    const come = now.filter((wait) => wait.come).length;
    survival *= 1 - come / atRisk;
    variance += come / (atRisk * (atRisk - come));
    const step = {
      months,
      atRisk,
      come,
      stillWaiting: now.length - come,
      survival,
      error: survival * Math.sqrt(variance),
    };
    atRisk -= now.length;
    return step;
  });
}

/**
 * After how long it has come for half of all; nothing while it has not.
 * @example medianWait(kaplanMeier([{ months: 2, come: true }, { months: 5, come: true }])) // 2
 */
export const medianWait = (steps: readonly Step[]): number | undefined =>
  steps.find(({ survival }) => survival <= 0.5 + 1e-9)?.months;
