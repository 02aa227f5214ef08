import type { ColumnType, Generated } from 'kysely';

type Moment = ColumnType<Date, Date | string, Date | string>;
type MaybeMoment = ColumnType<Date | null, Date | string | null, Date | string | null>;
type Json = ColumnType<unknown, string, string>;

export interface WorkTables {
  message: {
    id: Generated<number>;
    account: string;
    record: string;
    /** `act`, `reminder`, `comment`. */
    about: string;
    title: Json;
    words: Json;
    at: Moment;
    read_at: MaybeMoment;
    key: string;
  };
  outbox: {
    id: Generated<number>;
    key: string;
    channel: 'mail' | 'webhook';
    /** An address, or the id of a webhook. */
    target: string;
    body: Json;
    made_at: Moment;
    tries: Generated<number>;
    next_at: MaybeMoment;
    sent_at: MaybeMoment;
    fault: string | null;
  };
  mail_wish: { account: string; address: string; mail: string; digested_at: Moment };
  webhook: { id: string; organisation: string; url: string; secret: string; made_at: Moment };
  comment: {
    id: Generated<number>;
    record: string;
    account: string;
    organisation: string;
    /** `organisation`: only one's own; `concerned`: all who may read the record by their office. */
    audience: string;
    text: string;
    mentions: string[];
    made_at: Moment;
    edited_at: MaybeMoment;
    deleted_at: MaybeMoment;
    /** What it said before, with the time of each change. */
    earlier: Json;
  };
  search_entry: {
    entry: string;
    said: string[];
    search_words: ColumnType<unknown, unknown, unknown>;
  };
}
