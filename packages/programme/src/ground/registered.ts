import type { Asker } from '../account/asker.ts';
import type { Facts, Kind, ProgrammeRecord } from './kind.ts';
import type { Records } from './records.store.ts';

/** What an act or a change brings about beside the record itself, in the same transaction. */
type Effect<C, X> = (records: Records, record: ProgrammeRecord<C>, facts: Facts<C, X>) => Promise<void>;

/** A kind with what it needs of the store. */
export interface Registered<C = unknown, S extends string = string, A extends string = string, X = unknown> {
  readonly kind: Kind<C, S, A, X>;
  /** What guards look at outside of the record: its children, figures. */
  extra?(records: Records, record: ProgrammeRecord<C, S>, asker: Asker): Promise<X>;
  readonly effects?: Readonly<Partial<Record<A | 'create' | 'edit', Effect<C, X>>>>;
}

/** Kinds differ in content, states and acts; the store treats them alike and their schemas keep them apart. */
// biome-ignore lint/suspicious/noExplicitAny: a registry of kinds of every content
export type AnyRegistered = Registered<any, any, any, any>;
