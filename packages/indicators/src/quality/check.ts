import type { Pack } from '@tidu/reference';
import type { Coverage, Finding, Load, Warehouse } from '@tidu/trade';

export const checkNames = ['balance', 'mirror', 'unit-value', 'break', 'completeness', 'timeliness'] as const;
export type CheckName = (typeof checkNames)[number];

/** What each check may say; `many-…` where it is more cells of one month than are worth a finding each. */
export const reasons = {
  balance: [
    'total',
    'total-ytd',
    'provinces',
    'provinces-ytd',
    'prefectures',
    'prefectures-ytd',
    'zone',
    'months',
    'growth',
  ],
  mirror: [
    'rate',
    'many-rate',
    'rate-jump',
    'finer-exceeds',
    'many-finer-exceeds',
    'finer-short',
    'many-finer-short',
  ],
  'unit-value': ['unlike-itself', 'many-unlike-itself', 'unlike-others', 'many-unlike-others'],
  break: ['outlier', 'many-outlier', 'shift', 'many-shift', 'stops', 'many-stops', 'starts', 'many-starts'],
  completeness: [
    'months-missing',
    'months-bridged',
    'flow-missing',
    'place-vanished',
    'many-place-vanished',
    'place-left-out',
    'many-place-left-out',
    'codes-stopped',
    'quarantine',
  ],
  timeliness: ['overdue', 'late'],
} as const satisfies Record<CheckName, readonly string[]>;

/** What checks look at. Figures are asked for through `aggregate` alone, so that every engine can be checked. */
export interface Ground {
  readonly warehouse: Pick<Warehouse, 'aggregate'>;
  readonly coverage: readonly Coverage[];
  readonly loads: readonly Load[];
  readonly pack: Pack;
  /** The day on which it is asked, `2025-07-21`. */
  readonly today: string;
}

/** Looks at one table, or at one and those that speak of the same trade, and says what is odd. */
export interface Check {
  readonly name: CheckName;
  readonly formula: { readonly text: string; readonly source: string };
  /** Beyond which a difference is a finding, and why there. docs/methods/data-quality.md has them as a table. */
  readonly tolerances: Readonly<Record<string, { readonly is: number; readonly why: string }>>;
  /** Shapes that it reads when it looks at this one, its own first. */
  reads(ground: Ground, table: Coverage): readonly string[];
  look(ground: Ground, table: Coverage): Promise<Finding[]>;
}

export const readsItself = (_: Ground, { shape }: Coverage): readonly string[] => [shape.id];
