import type { Input } from './input.ts';

/** A method as it can be asked for by name, with plain JSON in and out. */
export interface Method {
  /** `location-quotient` */
  readonly name: string;
  /** What it gives, in one line. */
  readonly says: string;
  /** Each field of the input; one that begins with `?` may be left out. */
  readonly input: Readonly<Record<string, string>>;
  compute(input: Input): Readonly<Record<string, unknown>>;
}
