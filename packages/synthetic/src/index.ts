export type { City } from './city.ts';
export { type CompaniesOptions, makeCompanies, type SyntheticCompany } from './companies.ts';
export { type ExportStyle, exportColumns } from './export-text.ts';
export type { Firm } from './firm.ts';
export type { Gradient, Move } from './gradient.ts';
export { type Industry, industries } from './industry.ts';
export {
  type ExportEncoding,
  exportName,
  type NationProgress,
  syntheticPrefix,
  type WriteExportOptions,
  type WriteNationOptions,
  type WrittenNation,
  writeExport,
  writeNation,
} from './nation.file.ts';
export { makeNation, type Nation, type NationOptions } from './nation.ts';
export { NationRefused } from './refusal.ts';
export type { CustomsRow } from './row.ts';
export type { Kind, OneWay, RegionMonth, Truth } from './truth.ts';
