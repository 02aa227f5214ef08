/** What a park counts each month, in the order in which it is asked for. */
export const reportFigures = [
  { name: 'exports', unit: 'money' },
  { name: 'imports', unit: 'money' },
  { name: 'signed', unit: 'projects' },
  { name: 'producing', unit: 'projects' },
  { name: 'investment', unit: 'money' },
  { name: 'jobs', unit: 'people' },
  { name: 'firms', unit: 'firms' },
] as const;

type ReportFigure = (typeof reportFigures)[number]['name'];

/** The content of a monthly report. */
export interface Report {
  park: string;
  month: string;
  figures: Partial<Record<ReportFigure, number>>;
  problems: string;
  requests: string;
  explanation: string;
  returned?: string;
  differences: {
    figure: ReportFigure;
    reported: number;
    held: number;
    against: 'statistics' | 'month-before';
  }[];
}
