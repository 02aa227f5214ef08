import type { Observed } from '../../packages/guidance/src/index.ts';
import type { Region } from '../../packages/reference/src/index.ts';

/** A panel that the prediction is tested on, with the heading of its tables in the docs. */
export interface TestedPanel {
  readonly id: string;
  readonly title: string;
  readonly observed: Observed;
  /** In periods of the panel. */
  readonly horizon: number;
  /** What stands for a region, where places are of another country. */
  readonly regions?: Readonly<Partial<Record<Region, string>>>;
}
