/**
 * What an address says, read leniently: what is not understood falls back to the default, so that
 * an old link still opens; defaults are left out, so that a link says only what was chosen.
 */
export const overviewDefaults = { flow: 'total', show: 'share', level: 'prefecture', span: 'year' } as const;

const flows = ['total', 'export', 'import'] as const;
const shows = ['share', 'growth'] as const;
const levels = ['prefecture', 'province'] as const;
const spans = ['year', 'month'] as const;
type FlowChoice = (typeof flows)[number];

export interface OverviewState {
  month?: string;
  flow?: FlowChoice;
  show?: (typeof shows)[number];
  level?: (typeof levels)[number];
  span?: (typeof spans)[number];
}

type Search = Readonly<Record<string, unknown>>;

export function readOverview(search: Search): OverviewState {
  return compact({
    month: month(search.month),
    flow: other(oneOf(flows, search.flow), overviewDefaults.flow),
    show: other(oneOf(shows, search.show), overviewDefaults.show),
    level: other(oneOf(levels, search.level), overviewDefaults.level),
    span: other(oneOf(spans, search.span), overviewDefaults.span),
  });
}

const scales = ['index', 'absolute'] as const;
export interface ParkState {
  flow?: FlowChoice;
  scale?: (typeof scales)[number];
}

export const readPark = (search: Search): ParkState =>
  compact({
    flow: other(oneOf(flows, search.flow), 'total'),
    scale: other(oneOf(scales, search.scale), 'index'),
  });

const goodsKinds = ['flow', 'chapter'] as const;
const places = ['region', 'province'] as const;
export interface GradientState {
  month?: string;
  goods?: (typeof goodsKinds)[number];
  level?: (typeof places)[number];
}

export const readGradient = (search: Search): GradientState =>
  compact({
    month: month(search.month),
    goods: other(oneOf(goodsKinds, search.goods), 'flow'),
    level: other(oneOf(places, search.level), 'region'),
  });

/** What a release is shown as: its amounts, or what is derived from them. */
export const shownAs = ['value', 'share', 'growth', 'growth-on-year', 'lq'] as const;
export type ShownAs = (typeof shownAs)[number];

export const readReleases = ({ release, show }: Search): { release?: string; show?: ShownAs } =>
  compact({
    release: typeof release === 'string' && /^R\d+$/.test(release) ? release : undefined,
    show: other(oneOf(shownAs, show), 'value'),
  });

export const checks = ['balance', 'mirror', 'unit-value', 'break', 'completeness', 'timeliness'] as const;
export const severities = ['error', 'doubt', 'note'] as const;
/** `todo`: open, or opened again. */
export const findingsShown = ['todo', 'decided', 'gone', 'all'] as const;

export interface QualityState {
  check?: (typeof checks)[number];
  severity?: (typeof severities)[number];
  list?: (typeof findingsShown)[number];
  /** The shape of the table. */
  table?: string;
  page?: number;
  finding?: number;
}

export const readQuality = (search: Search): QualityState =>
  compact({
    check: oneOf(checks, search.check),
    severity: oneOf(severities, search.severity),
    list: other(oneOf(findingsShown, search.list), 'todo'),
    table: typeof search.table === 'string' ? search.table : undefined,
    page: counted(search.page),
    finding: counted(search.finding),
  });

/** What the list of findings is asked for. */
export function qualityParameters(
  { check, severity, list: listed = 'todo', table, page = 1 }: QualityState,
  length: number,
): Record<string, string | string[] | undefined> {
  const states = { todo: ['open', 'reopened'], decided: ['decided'], gone: ['gone'], all: [] } as const;
  return {
    check,
    severity,
    state: [...states[listed]],
    shape: table,
    offset: String((page - 1) * length),
    limit: String(length),
  };
}

export const measures = [
  'value',
  'value-as-printed',
  'value-ytd',
  'printed-growth',
  'quantity',
  'quantity2',
  'unit-value',
] as const;
export const breakdowns = [
  'month',
  'year',
  'region',
  'province',
  'prefecture',
  'zone',
  'chapter',
  'heading',
  'partner',
  'mode',
  'processing',
  'unit',
  'flow',
  'commodity',
  'supervision',
  'company',
] as const;
export const views = ['table', 'line', 'bar'] as const;
export const modes = ['all', 'processing', 'other'] as const;
export const currencies = ['CNY', 'USD', 'both'] as const;
const editionPattern = /^HS(1992|1996|2002|2007|2012|2017|2022)$/;

export interface ExploreState {
  measure?: (typeof measures)[number];
  by?: string;
  /** `region:west,prefecture:510100`: each place with the level it stands on. */
  places?: string;
  from?: string;
  to?: string;
  flow?: FlowChoice;
  mode?: (typeof modes)[number];
  /** HS chapters, headings or subheadings. */
  goods?: string;
  partners?: string;
  tradeModes?: string;
  currency?: (typeof currencies)[number];
  /** In the codes of which edition of the HS goods are told; as declared when absent. */
  edition?: string;
  /** In the boundaries of which month prefectures are told; as published when absent. */
  boundaries?: string;
  /** One of `by`, laid out as columns of the table. */
  across?: string;
  /** As known after which load; the latest when absent. */
  asKnownAt?: number;
  /** Which table is asked; chosen by the server when absent. */
  shape?: string;
  view?: (typeof views)[number];
}

export const exploreDefaults = {
  measure: 'value',
  by: ['month', 'region'],
  view: 'table',
  mode: 'all',
  currency: 'CNY',
} as const;

export function readExplore(search: Search): ExploreState {
  const by = list(search.by).filter((name) => (breakdowns as readonly string[]).includes(name));
  const places = list(search.places).filter((name) =>
    /^(region|province|prefecture|zone):[\w-]+$/.test(name),
  );
  return compact({
    measure: other(oneOf(measures, search.measure), exploreDefaults.measure),
    by: by.length > 0 && by.join() !== exploreDefaults.by.join() ? by.join(',') : undefined,
    places: places.length > 0 ? places.join(',') : undefined,
    from: month(search.from),
    to: month(search.to),
    flow: other(oneOf(flows, search.flow), 'total'),
    mode: other(oneOf(modes, search.mode), 'all'),
    goods: codes(search.goods, /^(\d{2}|\d{4}|\d{6,8})$/),
    partners: codes(search.partners, /^\w{2,4}$/),
    tradeModes: codes(search.tradeModes, /^\d{2}$/),
    currency: other(oneOf(currencies, search.currency), exploreDefaults.currency),
    edition:
      typeof search.edition === 'string' && editionPattern.test(search.edition) ? search.edition : undefined,
    boundaries: month(search.boundaries),
    across: oneOf(by.length > 0 ? by : exploreDefaults.by, search.across),
    asKnownAt: counted(search.asKnownAt),
    shape:
      typeof search.shape === 'string' && /^[\w,:-]{3,200}$/.test(search.shape) ? search.shape : undefined,
    view: other(oneOf(views, search.view), exploreDefaults.view),
  });
}

/** The question of the explorer, as the server takes it; months come from what is loaded. */
export function exploreParameters(
  state: ExploreState,
  loaded: { first: string; last: string },
): Record<string, string | string[]> & { period: string } {
  const where: Record<string, string[]> = {};
  for (const name of list(state.places)) {
    const [level = '', code = ''] = name.split(':');
    where[`where.${level}`] = [...(where[`where.${level}`] ?? []), code];
  }
  const chosen = { commodity: state.goods, partner: state.partners, mode: state.tradeModes };
  for (const [dimension, codes] of Object.entries(chosen)) {
    if (codes) where[`where.${dimension}`] = list(codes);
  }
  const mode = state.mode ?? 'all';
  const from = state.from ?? loaded.first;
  const to = state.to ?? loaded.last;
  return {
    measure: state.measure ?? exploreDefaults.measure,
    by: list(state.by ?? exploreDefaults.by.join()),
    flow: state.flow ?? 'total',
    period: from === to ? from : from < to ? `${from}..${to}` : `${to}..${from}`,
    ...where,
    ...(mode === 'all' ? {} : { 'where.processing': mode === 'processing' ? 'true' : 'false' }),
    ...(state.currency ? { currency: state.currency } : {}),
    ...(state.asKnownAt ? { asKnownAt: String(state.asKnownAt) } : {}),
    ...(state.shape ? { shape: state.shape } : {}),
    ...(state.across && (state.view ?? 'table') === 'table' ? { across: state.across } : {}),
    ...(state.edition && namesGoods(state) ? { edition: state.edition } : {}),
    ...(state.boundaries && namesPrefectures(state) ? { boundaries: state.boundaries } : {}),
  };
}

/** Whether the question is about goods at all: without, every edition gives the same answer. */
export const namesGoods = ({ by, goods }: ExploreState): boolean =>
  goods !== undefined || list(by).some((name) => ['chapter', 'heading', 'commodity'].includes(name));

/** Whether the question is about prefectures: only their codes and boundaries change. */
export const namesPrefectures = ({ by, places }: ExploreState): boolean =>
  list(by).includes('prefecture') || list(places).some((place) => place.startsWith('prefecture:'));

export const list = (value: unknown): string[] =>
  typeof value === 'string' ? value.split(',').filter(Boolean) : [];

/** Codes of a list that look like codes; an address bar can hold anything. */
function codes(value: unknown, pattern: RegExp): string | undefined {
  // A single code of digits alone comes out of an address as a number, without its leading zeros.
  const text = typeof value === 'number' ? String(value).padStart(2, '0') : value;
  return (
    list(text)
      .filter((code) => pattern.test(code))
      .join(',') || undefined
  );
}

const counted = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;

const month = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? value : undefined;

const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | undefined =>
  allowed.find((name) => name === value);

const other = <T extends string>(value: T | undefined, usual: T): T | undefined =>
  value === usual ? undefined : value;

const compact = <T extends object>(state: T): T =>
  Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined)) as T;
