import type { Month } from '@tidu/reference';
import type { Finding } from '@tidu/trade';
import { type Check, readsItself } from './check.ts';
import { daysBetween, publicationDay } from './publication-day.ts';
import { sourceCalendar, standing } from './source-calendar.ts';

/** How soon after publication a table's months were loaded, and which are out and not loaded. */
export const timeliness: Check = {
  name: 'timeliness',
  formula: {
    text: 'days = day of the load − day of publication, the pack’s assumption; only where the table had been loaded before, since a first load brings what lies back',
    source:
      'European Statistics Code of Practice, principle 13 (timeliness and punctuality); IMF SDDS, advance release calendars',
  },
  tolerances: {
    graceDays: { is: 0, why: 'The pack says how many days after publication a load counts as late.' },
  },
  reads: readsItself,
  look: async (ground, table) => {
    const { publication } = ground.pack;
    const calendar = sourceCalendar(ground, table);
    if (!publication || !calendar.regular) return [];
    const { shape } = table;
    const due = calendar.months.filter(({ state }) => state === 'due').map(({ month }) => month);
    const [first] = due;
    const overdue: Finding[] =
      first === undefined
        ? []
        : [
            {
              check: 'timeliness',
              reason: 'overdue',
              severity: due.length > 1 ? 'doubt' : 'note',
              about: { shape: shape.id, month: first },
              amounts: { published: publicationDay(first as Month, publication) },
              judged: {
                months: due.length,
                last: due.at(-1) ?? first,
                days: daysBetween(publicationDay(first as Month, publication), ground.today),
              },
              loads: standing(ground.loads)
                .filter((load) => load.shape === shape.id)
                .slice(-1)
                .map(({ id }) => id),
            },
          ];
    const late = calendar.months.flatMap(({ month, load, days }): Finding[] => {
      if (days === undefined || load === undefined || days <= publication.graceDays) return [];
      const at = ground.loads.find(({ id }) => id === load)?.at.slice(0, 10) ?? '';
      return [
        {
          check: 'timeliness',
          reason: 'late',
          severity: 'note',
          about: { shape: shape.id, month },
          amounts: { published: publicationDay(month as Month, publication), loaded: at },
          judged: { days },
          loads: [load],
        },
      ];
    });
    return [...overdue, ...late];
  },
};
