import type { Flow, Period } from '@tidu/reference';
import type { Classifier } from '../classify/classifier.ts';
import type { ExportColumns } from '../read/export-columns.ts';

/** An export that is known by its header, and what has been told of it. */
export interface ExportSource {
  readonly path: string;
  readonly scratch: string;
  readonly encoding: 'utf-8' | 'gb18030';
  readonly headerLine: number;
  readonly columns: ExportColumns;
  readonly classifier: Classifier;
  /** Absent only where each row says it. */
  readonly flow?: Flow;
  /** What the file is about; absent only where the file has the month in each row. */
  readonly period?: Period;
  /** The country whose pack this is, by its three letters, where the file names reporters. */
  readonly reporter?: string;
  readonly progress?: (bytes: number) => void;
}
