export { sharedParameters } from './ask.ts';
export { catalogue, indicatorNamed } from './catalogue.ts';
export { computeFigure } from './compute-figure.ts';
export * from './figure.ts';
export { type FigureRefusal, FigureRefused } from './figure-refused.ts';
export { type NoteCode, noteCodes, notes } from './note.ts';
export { readReceipt } from './read-receipt.ts';
export { type Verdict, verify } from './verify.ts';
