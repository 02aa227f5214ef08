import type { Measure } from './counted-once.ts';

/** Fen: written as numbers, read as the driver gives whole numbers of eight bytes. */
type Fen = number | string;

export interface BenefitTables {
  benefit_movement: {
    statement: string;
    year: number;
    measure: Measure;
    park: string;
    partner: string;
    given: Fen;
    to_partner: Fen;
  };
  benefit_claim: {
    statement: string;
    year: number;
    park: string;
    project: string;
    kind: string;
    period: string;
  };
}
