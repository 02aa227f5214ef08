import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { FigureWithReceipt, Verdict } from '@tidu/indicators';
import { type Pack, printPeriod } from '@tidu/reference';
import type {
  Certificate,
  KeptFinding,
  Load,
  LoadSummary,
  QuarantinedRow,
  Release,
  ReleaseSummary,
  Withdrawal,
} from '@tidu/trade';
import type { BriefAnswer, Desk } from './desk.ts';
import { Refused } from './errors.ts';
import type { Guided } from './guidance/guided.ts';
import type { BriefFinding, Quality, RunState } from './quality.ts';
import { understoodQuery, type WrittenQuery } from './query-request.ts';
import type { RunningServer } from './running-server.file.ts';

type Problem = { readonly code?: string; readonly detail?: string; readonly remedy?: string };

/** The desk of a running server; nothing when it does not answer, as after a crash whose number lives on. */
export async function askServer({ address, token }: RunningServer, pack: Pack): Promise<Desk | undefined> {
  const told = async (path: string, body?: unknown, method = 'POST'): Promise<Response> => {
    const response = await fetch(`${address}/api/${path}`, {
      ...(body === undefined ? {} : { method, body: JSON.stringify(body) }),
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
    });
    if (response.ok) return response;
    const problem = (await response.json().catch(() => ({}))) as Problem;
    throw new Refused(
      problem.code ?? 'fault',
      problem.detail ?? `the server answers ${response.status}`,
      problem.remedy ?? '',
    );
  };
  const call = async <T>(path: string, body?: unknown, method = 'POST'): Promise<T> => {
    const response = await told(path, body, method);
    return (response.status === 204 ? undefined : await response.json()) as T;
  };
  try {
    await call('status');
  } catch {
    return undefined;
  }
  return {
    pack,
    figure: ({ figure, period, flow, processing, parameters, asKnownAt }) =>
      call<FigureWithReceipt>(
        `figures/${encodeURIComponent(figure)}?${addressed({ ...parameters, period, flow, processing, asKnownAt })}`,
      ),
    answer: async (question) => {
      const answer = await call<Omit<BriefAnswer, 'query'>>(`query?${questionAddressed(question)}`);
      return { ...answer, query: understoodQuery(question) };
    },
    file: async (question, { format, language, across }) => {
      const ticket = crypto.randomUUID();
      const asked = questionAddressed(question);
      for (const [name, value] of Object.entries({ lang: language, across, ticket })) {
        if (value !== undefined) asked.set(name, value);
      }
      const { headers, body } = await told(`query.${format}?${asked}`);
      return {
        rows: Number(headers.get('x-tidu-rows')),
        bytes: Readable.fromWeb(body as WebStream),
        missingMonths: (headers.get('x-tidu-missing-months') ?? '').split(',').filter(Boolean),
        synthetic: headers.get('x-tidu-synthetic') === 'true',
        written: async () => (await call<{ rows: number }>(`downloads/${ticket}`)).rows,
      };
    },
    guidance: (name, request) => call<Guided>(`guidance/${encodeURIComponent(name)}`, request),
    verify: (receipt) => call<Verdict>('verify', receipt),
    loads: async () => (await call<{ loads: Load[] }>('loads')).loads,
    quarantine: async (load) => (await call<{ rows: QuarantinedRow[] }>(`loads/${load}/quarantine`)).rows,
    take: (path, { period, flow, currency, place, synthetic, dryRun }) =>
      call<LoadSummary>('loads', {
        path,
        flow,
        currency,
        synthetic,
        place,
        dryRun,
        ...(period && { period: printPeriod(period) }),
      }),
    withdraw: (load, reason) => call<Withdrawal>(`loads/${load}/withdrawal`, { reason }),
    releases: {
      list: async () => (await call<{ releases: ReleaseSummary[] }>('desk/releases')).releases,
      get: (id) => call<Release>(`desk/releases/${encodeURIComponent(id)}`),
      certificate: (id) => call<Certificate>(`desk/releases/${encodeURIComponent(id)}/certificate`),
      draft: (request) => call<Release>('desk/releases', request),
      publish: (id) => call<ReleaseSummary>(`desk/releases/${encodeURIComponent(id)}/publication`, {}),
      withdraw: (id, reason) =>
        call<ReleaseSummary>(`desk/releases/${encodeURIComponent(id)}/withdrawal`, { reason }),
      discard: (id) => call<void>(`desk/releases/${encodeURIComponent(id)}`, {}, 'DELETE'),
    },
    quality: qualityOf(call),
    lastMonth: async () => (await call<{ months: { last: string } | null }>('status')).months?.last,
    close: async () => {},
  };
}

type Call = <T>(path: string, body?: unknown, method?: string) => Promise<T>;

const pageOf = 500;
const pause = 300;

/** The quality board of the server; a run is begun there and followed from here. */
function qualityOf(call: Call): Quality {
  type Whole = Omit<KeptFinding, 'loads'> & { readonly loads: readonly { readonly id: number }[] };
  const finding = ({ loads, ...rest }: Whole): KeptFinding => ({ ...rest, loads: loads.map(({ id }) => id) });
  const state = () => call<RunState>('quality/run');
  return {
    list: async (filter = {}) => {
      const found: BriefFinding[] = [];
      for (;;) {
        const asked = addressed({ ...filter, offset: found.length, limit: pageOf });
        const { findings, total } = await call<{ findings: BriefFinding[]; total: number }>(
          `quality?${asked}`,
        );
        found.push(...findings);
        if (findings.length === 0 || found.length >= total) return found;
      }
    },
    get: async (id) => finding(await call<Whole>(`quality/${id}`)),
    decide: async (id, made) => finding(await call<Whole>(`quality/${id}/decision`, made)),
    state,
    run: async ({ all = false, at = () => {} }) => {
      const before = (await state()).last?.id;
      let now = await call<RunState>('quality/run', { all });
      while (now.running) {
        at(now.running);
        await new Promise((resolve) => setTimeout(resolve, pause));
        now = await state();
      }
      if (now.last && now.last.id !== before) return now.last;
      throw new Refused('fault', now.failed ?? 'the run broke off', 'run the checks again');
    },
  };
}

function questionAddressed({ where = {}, ...rest }: WrittenQuery): URLSearchParams {
  const conditions = Object.entries(where).map(([name, values]) => [`where.${name}`, values]);
  return addressed({ ...rest, ...Object.fromEntries(conditions) });
}

function addressed(parameters: Readonly<Record<string, unknown>>): URLSearchParams {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
}
