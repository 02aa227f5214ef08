import type { CompanyPlan, Comparison } from '@tidu/guidance';
import type { RuleSet } from '@tidu/policy';
import type { Place, Source } from '@tidu/reference';

/** What an offer sheet is made of. */
export interface OfferOf {
  readonly comparison: Comparison;
  readonly plan: CompanyPlan;
  /** As the company is called; nothing where nobody in particular asks. */
  readonly company?: string | undefined;
  /** As the company calls its plan, and which version of it this is. */
  readonly planTitle?: string | undefined;
  readonly planVersion?: number | undefined;
  /** A company or a plan of the demonstration. */
  readonly sample: boolean;
  readonly rules: RuleSet;
  readonly sources: readonly Source[];
  readonly places: readonly Place[];
  /** The day on which it was reckoned, and as of which the rules stand. YYYY-MM-DD */
  readonly madeOn: string;
  /** Of the program. */
  readonly version: string;
  /** By which it is known whether it was reckoned from the same. */
  readonly receipt: string;
}
