import { paths } from './paths.ts';

/** The navigation: the statistics, and the programme that acts on them. */
export const rooms = {
  statistics: ['overview', 'gradient', 'explore', 'releases', 'data', 'quality'],
  programme: [
    // First what waits for the reader, then the parts in the order in which a park meets them.
    'work',
    'recognition',
    'myReview',
    'notices',
    'parks',
    'projects',
    'plans',
    'pairings',
    'assessment',
    'reports',
  ],
} as const satisfies Record<string, readonly (keyof typeof paths)[]>;

/** Rooms of the three administrators, each of whom has one. */
export const administratorsRooms = {
  'system-admin': 'organisations',
  'security-admin': 'accounts',
  'audit-admin': 'audit',
} as const;

export type Group = keyof typeof rooms;

/** Addresses of the programme besides its rooms. */
const alsoProgramme: string[] = [
  paths.signIn,
  '/tasks',
  '/claims',
  paths.invitation,
  paths.account,
  '/admin',
  '/applications',
  '/objections',
  '/lists',
  paths.parkCases,
  '/re-assessments',
  '/park-exits',
  '/agreements',
  '/benefit-statements',
  '/obligations',
  '/pairing-events',
  paths.calculator,
  paths.countedOnce,
  paths.search,
  '/records',
];

export function groupOf(path: string): Group {
  const under = (start: string) => path === start || path.startsWith(`${start}/`);
  const inProgramme = [...rooms.programme.map((room) => paths[room]), ...alsoProgramme];
  return inProgramme.some(under) ? 'programme' : 'statistics';
}
