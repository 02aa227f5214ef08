type Search = Readonly<Record<string, unknown>>;

const text = (value: unknown, longest: number): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && value !== ''
    ? String(value).slice(0, longest)
    : undefined;
const page = (value: unknown): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number > 1 ? number : undefined;
};

/** Which kind of work is shown, and which page of it. */
export interface WorkState {
  kind?: string;
  page?: number;
}
export function readWork(search: Search): WorkState {
  const [kind, at] = [text(search.kind, 40), page(search.page)];
  return { ...(kind && { kind }), ...(at && { page: at }) };
}

export interface SearchState {
  q?: string;
}
export function readSearch(search: Search): SearchState {
  const q = text(search.q, 100);
  return q ? { q } : {};
}

/** The last month of the matrix, and which page of parks. */
export interface ReportsState {
  until?: string;
  page?: number;
}
export function readReports(search: Search): ReportsState {
  const [until, at] = [text(search.until, 7), page(search.page)];
  return { ...(until && /^\d{4}-(0[1-9]|1[0-2])$/.test(until) && { until }), ...(at && { page: at }) };
}
