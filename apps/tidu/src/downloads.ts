/** How far a file is that somebody waits for. */
export interface Underway {
  readonly rows: number;
  readonly of: number | null;
  readonly state: 'asked' | 'made' | 'done' | 'failed';
  /** Why it failed. */
  readonly problem?: { readonly code: string; readonly detail: string; readonly remedy?: string };
}

const most = 500;

/** The downloads of a server by the ticket that whoever asks makes up; the oldest are forgotten. */
export class Downloads {
  readonly #tickets = new Map<string, Underway>();

  of(ticket: string): Underway | undefined {
    return this.#tickets.get(ticket);
  }

  say(ticket: string | undefined, underway: Underway): void {
    if (ticket === undefined) return;
    this.#tickets.delete(ticket);
    this.#tickets.set(ticket, underway);
    const [oldest] = this.#tickets.keys();
    if (this.#tickets.size > most && oldest !== undefined) this.#tickets.delete(oldest);
  }
}
