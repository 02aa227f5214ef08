import { randomInt } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { Refused } from './errors.ts';
import type { View } from './views.ts';

/** As many as a desk can still find its way in. */
const most = 2000;
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

const kept = z.array(
  z.object({
    id: z.string(),
    name: z.object({ zh: z.string(), en: z.string() }),
    state: z.record(z.string(), z.union([z.string(), z.number()])),
    savedAt: z.string(),
    published: z.boolean(),
  }),
);

/**
 * The views that were saved, in one file of the data folder. It is written anew beside the old one and
 * takes its place in one step, so that it is always the old or the new, whenever the program is killed.
 */
export class Views {
  readonly #file: string;
  readonly #ready: readonly View[];

  constructor(file: string, ready: readonly View[]) {
    this.#file = file;
    this.#ready = ready;
  }

  /** Those in the box first, then the newest. */
  list(): View[] {
    return [...this.#ready, ...this.#read().reverse()];
  }

  /** @throws Refused `not-found` */
  get(id: string): View {
    const found = this.list().find((view) => view.id === id);
    if (found) return found;
    throw new Refused(
      'not-found',
      `there is no view ${id}`,
      'see the list of views, or ask whoever sent the link',
    );
  }

  save(view: Pick<View, 'name' | 'state' | 'published'>): View {
    const before = this.#read();
    if (before.length >= most) {
      throw new Refused('too-many-views', `there are ${most} views`, 'delete those that nobody uses');
    }
    const taken = new Set(this.list().map(({ id }) => id));
    let id = newId();
    while (taken.has(id)) id = newId();
    const saved: View = { ...view, id, savedAt: new Date().toISOString(), ready: false };
    this.#write([...before, saved]);
    return saved;
  }

  /** @throws Refused `not-found`, or `not-allowed` for one in the box */
  rename(id: string, name: View['name']): View {
    const renamed = { ...this.#own(id), name };
    this.#write(this.#read().map((view) => (view.id === id ? renamed : view)));
    return renamed;
  }

  /** @throws Refused `not-found`, or `not-allowed` for one in the box */
  discard(id: string): void {
    this.#own(id);
    this.#write(this.#read().filter((view) => view.id !== id));
  }

  #own(id: string): View {
    const view = this.get(id);
    if (!view.ready) return view;
    throw new Refused('not-allowed', `${id} comes with the program`, 'save it under a name of your own');
  }

  #read(): View[] {
    if (!existsSync(this.#file)) return [];
    const read = kept.safeParse(parsed(readFileSync(this.#file, 'utf8')));
    if (read.success) return read.data.map((view) => ({ ...view, ready: false }));
    throw new Refused(
      'views-unreadable',
      `${this.#file} is no list of views`,
      'put the file of a backup in its place, or move it away to begin anew',
    );
  }

  #write(views: readonly View[]): void {
    const beside = `${this.#file}.new`;
    const open = openSync(beside, 'w');
    try {
      writeFileSync(
        open,
        `${JSON.stringify(
          views.map(({ ready: _, ...view }) => view),
          null,
          1,
        )}\n`,
      );
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
    renameSync(beside, this.#file);
  }
}

const newId = (): string => Array.from({ length: 7 }, () => letters[randomInt(letters.length)]).join('');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
