import type { Session } from './api/programme.client.ts';
import { paths } from './paths.ts';

type Role = NonNullable<Session['asker']>['role'];

/** The navigation: the statistics, and the programme that acts on them. */
const rooms = {
  statistics: ['overview', 'gradient', 'guidance', 'explore', 'releases', 'data', 'quality'],
  programme: [
    // First what waits for the reader, then the parts in the order in which a park meets them.
    'work',
    'recognition',
    'myReview',
    'notices',
    'parks',
    'projects',
    'plans',
    'measures',
    'move',
    'intents',
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

type Room = (typeof rooms)[Group][number] | (typeof administratorsRooms)[keyof typeof administratorsRooms];

/** Who has something to do in a room that is not for everybody. */
const onlyFor: Partial<Record<Room, readonly (Role | 'visitor')[]>> = {
  myReview: ['expert'],
  reports: ['ministry', 'province', 'park'],
  move: ['company', 'visitor'],
  intents: ['company', 'park'],
};

/** The rooms that somebody finds something in; who may see what in them, the server decides. */
export function roomsFor(group: Group, role: Role | undefined): readonly Room[] {
  if (group === 'statistics') return rooms.statistics;
  if (role !== undefined && role in administratorsRooms) {
    return [administratorsRooms[role as keyof typeof administratorsRooms], 'work', 'notices', 'parks'];
  }
  return rooms.programme.filter((room) => {
    if (room === 'work') return role !== undefined;
    const only = onlyFor[room];
    return only === undefined || only.includes(role ?? 'visitor');
  });
}

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
