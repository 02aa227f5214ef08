/** The server said no: `code` tells why, `remedy` what to do. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly remedy: string | undefined;
  /** What stands against an act of the programme. */
  readonly reasons: readonly { readonly zh: string; readonly en: string }[];
  /** Fields of a form that are not as they should be. */
  readonly fields: readonly { readonly field: string; readonly message: string }[];
  constructor(status: number, code: string, detail: string, remedy?: string, particulars: Particulars = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.remedy = remedy;
    this.reasons = particulars.reasons ?? [];
    this.fields = particulars.fields ?? [];
  }
}

type Particulars = Partial<Pick<Refusal, 'reasons' | 'fields'>>;

export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Parameters as the server reads them: lists joined by commas, empty ones left out. */
export function queryString(parameters: Parameters): string {
  const pairs = Object.entries(parameters).flatMap(([key, value]) => {
    const text = typeof value === 'string' ? value : (value ?? []).join(',');
    return text === '' ? [] : [[key, text] as [string, string]];
  });
  const text = new URLSearchParams(pairs).toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

export async function answer<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
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
    problem as Particulars,
  );
}

export async function get<T>(path: string, parameters: Parameters = {}): Promise<T> {
  return answer<T>(
    await fetch(`/api/${path}${queryString(parameters)}`, { headers: { accept: 'application/json' } }),
  );
}

export async function post<T>(path: string, body: unknown, method = 'POST'): Promise<T> {
  return answer<T>(
    await fetch(`/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

export async function remove(path: string): Promise<void> {
  const response = await fetch(`/api/${path}`, { method: 'DELETE' });
  if (!response.ok) await answer(response);
}
