import type { Coverage, Finding } from '@tidu/trade';
import { levelsOf } from './asking.ts';
import { type Check, type Ground, readsItself } from './check.ts';
import { missingMonths } from './completeness/missing-months.ts';
import { stoppedCodes } from './completeness/stopped-codes.ts';
import { vanishedPlaces } from './completeness/vanished.ts';
import { sourceCalendar, standing } from './source-calendar.ts';

const tolerances = {
  quarantine: { is: 0.01, why: 'One row in a hundred is a list of codes that lags behind.' },
  muchQuarantine: { is: 0.05, why: 'One in twenty is a file that was not understood.' },
  traded: { is: 6, why: 'Half of the year before: a code that was in regular use.' },
  silent: { is: 3, why: 'Small codes pause for a month or two.' },
  amount: { is: 1_000_000, why: 'Below a million of the currency a year a code comes and goes.' },
} as const;

/** What should be loaded and is not: months, flows, places, codes, rows. */
export const completeness: Check = {
  name: 'completeness',
  formula: {
    text: 'months between the first and the last that are not loaded; places and HS codes that were printed and no longer are; rows in quarantine / rows read',
    source:
      'UN National Quality Assurance Frameworks Manual (2019), completeness; IMTS Compilers Manual (2013)',
  },
  tolerances,
  reads: readsItself,
  look: async (ground, table) => [
    ...missingMonths(table, sourceCalendar(ground, table)),
    ...(await vanishedPlaces(ground, table, levelsOf(table))),
    ...(await stoppedCodes(ground, table, {
      traded: tolerances.traded.is,
      silent: tolerances.silent.is,
      amount: tolerances.amount.is,
    })),
    ...quarantined(ground, table),
  ],
};

/** Rows of each load that were not understood. */
const quarantined = ({ loads }: Ground, { shape }: Coverage): Finding[] =>
  standing(loads)
    .filter((load) => load.shape === shape.id && load.rows.quarantined > 0)
    .map(({ id, rows, period }): Finding => {
      const share = rows.quarantined / Math.max(1, rows.read);
      return {
        check: 'completeness',
        reason: 'quarantine',
        severity:
          share > tolerances.muchQuarantine.is
            ? 'error'
            : share > tolerances.quarantine.is
              ? 'doubt'
              : 'note',
        about: {
          shape: shape.id,
          load: id,
          month: period.from,
          ...(period.to === period.from ? {} : { to: period.to }),
        },
        amounts: { quarantined: rows.quarantined, read: rows.read },
        judged: { share },
        loads: [id],
      };
    });
