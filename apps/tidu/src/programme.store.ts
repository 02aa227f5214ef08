import { join } from 'node:path';
import {
  type Beginning,
  type Figures,
  openProgramme,
  type Programme,
  programmeBegun,
  readProgrammePack,
  telling,
} from '@tidu/programme';
import { deeds } from './deeds/deeds.ts';
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
  close(): Promise<void>;
};

/** The programme of a house: opened when somebody first asks for it. */
export function programmeOf(
  house: Pick<House, 'folder' | 'pack' | 'packRoot' | 'seenBy'>,
  { begin, say, today = process.env.TIDU_TODAY, now = demonstrationClock(today) }: ProgrammeSettings = {},
): OpenedOnce {
  let opened: Promise<Programme> | undefined;
  const figures: Figures = figuresOf(house);
  const start = async () => {
    const programme = await openProgramme({
      where: programmeStore(house.folder),
      files: join(house.folder, 'files'),
      world: { pack: house.pack, rules: readProgrammePack(house.packRoot), figures, now },
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
    begun: () => programmeBegun(programmeStore(house.folder)),
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
