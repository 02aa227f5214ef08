import type { Names } from '@tidu/reference';
import type { z } from 'zod';
import type { Asker } from '../account/asker.ts';
import type { Workflow } from './workflow.ts';

/** What is known of a record without opening it: by this it is found, listed, and decided who may see it. */
export interface Face {
  readonly title: Names;
  /** The place it belongs to, GB/T 2260; `100000` is the whole country. */
  readonly territory: string;
  /** The organisations concerned: whose it is, and the other party. */
  readonly organisations: readonly string[];
  /** Accounts to whom it is assigned: an expert's applications. */
  readonly people?: readonly string[];
  /** The record that it belongs to: the batch of an application. */
  readonly parent?: string | undefined;
  /** Everybody may see its public content. */
  readonly published: boolean;
  /** Until when somebody has to do something, YYYY-MM-DD. */
  readonly due?: string | undefined;
  /** Further words by which it is found. */
  readonly words?: readonly string[];
}

/** Something of the programme that has a content, a state and a history: an application, a pairing, a task. */
export interface ProgrammeRecord<C = unknown, S extends string = string> extends Face {
  /** `application-17` */
  readonly id: string;
  readonly kind: string;
  readonly state: S;
  /** Goes up with every change; a change names the version that it was made on. */
  readonly version: number;
  readonly content: C;
  /** Activity of the demonstration programme: made up, and marked so wherever it is shown. */
  readonly sample: boolean;
  readonly madeAt: string;
  readonly changedAt: string;
}

/** What guards and changes look at. */
export interface Facts<C = unknown, X = unknown> {
  readonly record: ProgrammeRecord<C>;
  /** The date in the programme's country, YYYY-MM-DD. */
  readonly today: string;
  /** The same moment, ISO 8601 in UTC. */
  readonly now: string;
  readonly asker: Asker;
  /** What the person gave with the act: a reason, an answer. */
  readonly given: Readonly<Record<string, unknown>>;
  /** What lies outside of the record: its children, figures, the batch. */
  readonly extra: X;
}

/** A kind of record, as data and pure rules: the store, the routes and the docs are made from it. */
export interface Kind<C = unknown, S extends string = string, A extends string = string, X = unknown> {
  /** Singular, kebab-case: `application`. Part of ids, deeds and addresses. */
  readonly name: string;
  /** In addresses: `applications`. */
  readonly plural: string;
  readonly names: Names;
  readonly content: z.ZodType<C>;
  readonly workflow: Workflow<S, A, Facts<C, X>>;
  face(content: C, state: S): Face;
  /** What a person has to give with an act, and what the act does to the content. */
  readonly doing?: Readonly<Partial<Record<A, Doing<C, X>>>>;
  /** What an edit leaves as it was, because acts alone write it; all of an edit is taken where this is absent. */
  kept?(was: C, edited: C): C;
  /** What everybody may see of a published record; nothing where this is absent. */
  publicContent?(content: C): Partial<C>;
  /** What this asker may see of a record that they may read; all of it where this is absent. */
  shownTo?(content: C, asker: Asker, record: ProgrammeRecord<C, S>): Partial<C>;
  /**
   * One party may stay unnamed before the other: who is concerned and who acted is told of oneself alone, and nothing is said
   * about it beside.
   */
  readonly unnamed?: true;
  /** Whether this asker may have the files of a record that they may read; they may where this is absent. */
  filesShownTo?(content: C, asker: Asker, record: ProgrammeRecord<C, S>): boolean;
}

export interface Doing<C, X = unknown> {
  readonly given?: z.ZodType<Record<string, unknown>>;
  change?(content: C, facts: Facts<C, X>): C;
}
