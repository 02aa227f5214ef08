import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Beginning, Figures, Programme } from '@tidu/programme';
import { demonstrationClock, mustBeDemonstration, type Now } from './demonstration-clock.ts';
import type { House } from './house.store.ts';
import { figuresOf } from './programme-figures.ts';

/** Where the programme of a data folder lies: PostgreSQL where `DATABASE_URL` names one, else a folder of its own. */
const programmeStore = (folder: string): { url: string } | { folder: string } => {
  const url = process.env.DATABASE_URL;
  return url ? { url } : { folder: join(folder, 'programme') };
};

/** Opens the programme at the first call, and closes what was opened. */
export type OpenedOnce = (() => Promise<Programme>) & {
  /** How it began, before it is opened. */
  begun(): Promise<Beginning | undefined>;
  /** Nobody has asked for it yet, and there is none: its first start can wait. */
  awaited(): boolean;
  close(): Promise<void>;
};

/** The programme of a house: opened when somebody first asks for it. */
export function programmeOf(
  house: Pick<House, 'folder' | 'pack' | 'packRoot' | 'seenBy'>,
  { begin, say, today = process.env.TIDU_TODAY, now = demonstrationClock(today) }: ProgrammeSettings = {},
): OpenedOnce {
  let opened: Promise<Programme> | undefined;
  const figures: Figures = figuresOf(house);
  // The statistics are asked by short commands, which have no use for all that the programme brings along.
  const rooms = async () => ({
    ...(await import('@tidu/programme')),
    ...(await import('./deeds/deeds.ts')),
    ...(await import('./programme-measures.ts')),
    ...(await import('./comparing.store.ts')),
    ...(await import('./guidance/placements.ts')),
  });
  const start = async () => {
    const {
      openProgramme,
      readProgrammePack,
      telling,
      deeds,
      programmeMeasures,
      programmePlans,
      programmePlacements,
    } = await rooms();
    const { pack, packRoot } = house;
    const programme = await openProgramme({
      where: programmeStore(house.folder),
      files: join(house.folder, 'files'),
      key: join(house.folder, 'second-factor.key'),
      world: {
        pack,
        rules: readProgrammePack(packRoot),
        figures,
        measures: programmeMeasures(pack, packRoot, now),
        plans: programmePlans,
        placements: programmePlacements,
        now,
      },
      ...(begin && { begin }),
      ...(say && { say }),
    });
    try {
      mustBeDemonstration(today, programme.beginning);
    } catch (error) {
      await programme.close();
      throw error;
    }
    programme.records.onChange(telling(programme.kinds, deeds));
    return programme;
  };
  const open = () => {
    opened ??= start().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return Object.assign(open, {
    begun: async () => (await rooms()).programmeBegun(programmeStore(house.folder)),
    awaited: () => {
      const where = programmeStore(house.folder);
      return opened === undefined && 'folder' in where && !existsSync(where.folder);
    },
    close: async () => (await opened)?.close(),
  });
}

export interface ProgrammeSettings {
  readonly begin?: Beginning;
  readonly say?: (line: string) => void;
  /** The date on which a demonstration plays (TIDU_TODAY). */
  readonly today?: string | undefined;
  readonly now?: Now;
}
