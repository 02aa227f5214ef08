import { wan } from './wan.ts';

/** 万元 of the first … tenth year; what is received is negative. */
export interface Amounts {
  readonly years: readonly number[];
  readonly total: number;
  readonly npv: number;
}

export const amountsOf = (years: readonly number[], npv: number): Amounts => ({
  years: years.map(wan),
  total: wan(years.reduce((sum, one) => sum + one, 0)),
  npv: wan(npv),
});
