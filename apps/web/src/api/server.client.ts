import type {
  Agglomerations,
  CodeRecords,
  FigureAnswer,
  Geometry,
  Loads,
  ParkAnswer,
  Parks,
  Places,
  Quarantine,
  QueryAnswer,
  Receipt,
  Status,
  Verification,
} from './types.ts';

/** The server said no: `code` tells why, `remedy` what to do. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly remedy: string | undefined;
  constructor(status: number, code: string, detail: string, remedy?: string) {
    super(detail);
    this.status = status;
    this.code = code;
    this.remedy = remedy;
  }
}

export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Parameters as the server reads them: lists joined by commas, empty ones left out. */
function queryString(parameters: Parameters): string {
  const pairs = Object.entries(parameters).flatMap(([key, value]) => {
    const text = typeof value === 'string' ? value : (value ?? []).join(',');
    return text === '' ? [] : [[key, text] as [string, string]];
  });
  const text = new URLSearchParams(pairs).toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const problem: unknown = await response.json().catch(() => ({}));
  const field = (name: string): string | undefined => {
    const value = (problem as Record<string, unknown>)[name];
    return typeof value === 'string' ? value : undefined;
  };
  throw new Refusal(
    response.status,
    field('code') ?? `http-${response.status}`,
    field('detail') ?? field('title') ?? '',
    field('remedy'),
  );
}

async function get<T>(path: string, parameters: Parameters = {}): Promise<T> {
  return answer<T>(
    await fetch(`/api/${path}${queryString(parameters)}`, { headers: { accept: 'application/json' } }),
  );
}

export const server = {
  status: () => get<Status>('status'),
  places: () => get<Places>('places'),
  parks: () => get<Parks>('parks'),
  park: (id: string) => get<ParkAnswer>(`parks/${encodeURIComponent(id)}`),
  agglomerations: () => get<Agglomerations>('agglomerations'),
  codes: (list: string, level?: string) => get<CodeRecords>(`codes/${list}`, { level }),
  map: (layer: 'provinces' | 'prefectures' | 'inset') => get<Geometry>(`map/${layer}`),
  figure: (name: string, parameters: Parameters) => get<FigureAnswer>(`figures/${name}`, parameters),
  query: (parameters: Parameters) => get<QueryAnswer>('query', parameters),
  loads: () => get<Loads>('loads'),
  quarantine: (load: number) => get<Quarantine>(`loads/${load}/quarantine`),
  verify: async (receipt: Receipt): Promise<Verification> =>
    answer(
      await fetch('/api/verify', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(receipt),
      }),
    ),
};

export const downloadAddress = (format: 'csv' | 'xlsx', parameters: Parameters): string =>
  `/api/query.${format}${queryString(parameters)}`;
