import type { FigureRequest, FigureWithReceipt, Verdict } from '@tidu/indicators';
import type { Pack } from '@tidu/reference';
import type {
  Answer,
  ImportOptions,
  Load,
  LoadSummary,
  QuarantinedRow,
  Releases,
  Withdrawal,
} from '@tidu/trade';
import type { Guided } from './guidance/guided.ts';
import type { Language } from './names.ts';
import type { Quality } from './quality.ts';
import type { WrittenQuery } from './query-request.ts';
import type { FileFormat } from './table-file.file.ts';

/**
 * What the commands ask for. The statistics have one process at a time, so there are two desks:
 * one that opens them, and one that asks the server which has them open.
 */
export interface Desk {
  readonly pack: Pack;
  figure(request: FigureRequest): Promise<FigureWithReceipt>;
  answer(question: WrittenQuery): Promise<BriefAnswer>;
  /** The answer as the bytes of a file, of any length. */
  file(question: WrittenQuery, wanted: WantedFile): Promise<FileToCome>;
  /** What Tidu advises, by its name in the catalogue. */
  guidance(name: string, request: unknown): Promise<Guided>;
  /** Of a figure, or of guidance. */
  verify(receipt: unknown): Promise<Verdict>;
  loads(): Promise<readonly Load[]>;
  /** The cells of a load that were not understood. */
  quarantine(load: number): Promise<readonly QuarantinedRow[]>;
  take(path: string, options: ImportOptions): Promise<LoadSummary>;
  withdraw(load: number, reason: string): Promise<Withdrawal>;
  readonly releases: Releases;
  readonly quality: Quality;
  /** The last month loaded, e.g. `2024-12`. */
  lastMonth(): Promise<string | undefined>;
  close(): Promise<void>;
}

interface WantedFile {
  readonly format: FileFormat;
  readonly language: Language;
  /** One of `by`, laid out as columns. */
  readonly across?: string | undefined;
}

interface FileToCome {
  readonly rows: number;
  readonly bytes: AsyncIterable<Uint8Array | string>;
  readonly missingMonths: readonly string[];
  /** Made-up statistics are among what it rests on. */
  readonly synthetic: boolean;
  /** How many rows have been written so far. */
  written(): Promise<number>;
}

/** The part of an answer that can travel. */
export interface BriefAnswer
  extends Pick<
    Answer,
    'query' | 'unit' | 'rows' | 'missingMonths' | 'notConcorded' | 'unattributed' | 'currencies' | 'reckoned'
  > {
  readonly loads: readonly Pick<Load, 'id' | 'file' | 'at' | 'synthetic'>[];
}

/**
 * The period of a question that names none: the year to date at the last month loaded.
 * @example yearToDateAt('2024-07') // '2024-01..2024-07'
 */
export const yearToDateAt = (month: string): string => {
  const year = month.slice(0, 4);
  return month.endsWith('-12') ? year : `${year}-01..${month}`;
};
