import type { FigureRequest } from '@tidu/indicators';

/** A figure that guidance rests on: its request computes it again, its checksum (over its canonical JSON) tells whether it is the same. */
export interface FigureReference {
  readonly request: FigureRequest;
  readonly sha256: string;
  readonly synthetic: boolean;
}

/** How a piece of guidance came about, complete enough to be walked again. */
export interface GuidanceReceipt {
  readonly guidance: 1;
  readonly name: string;
  readonly request: unknown;
  readonly method: Method;
  readonly figures: readonly FigureReference[];
  /** Records of the programme, as they were. */
  readonly records: readonly RecordReference[];
  /** Over the canonical JSON of what the asker may see of parks, ties and projects, and of the measures in force. */
  readonly seenSha256: string;
  /** The day on which it was asked. */
  readonly day: string;
  readonly pack: { readonly id: string; readonly edition: string };
  readonly program: { readonly name: 'tidu'; readonly version: string };
  /** Over the canonical JSON of the result. */
  readonly resultSha256: string;
  /** Over the canonical JSON of all the rest. */
  readonly sha256: string;
}

export interface RecordReference {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
}

/** How a result is reckoned: in one line, and where it is told in full. */
export interface Method {
  readonly text: string;
  /** A page of docs/methods, and the literature. */
  readonly source: string;
}
