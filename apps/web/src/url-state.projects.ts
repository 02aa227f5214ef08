/** What the pages of projects and plans show: which way of looking, and which projects. */
const views = ['pipeline', 'results', 'flows'] as const;
const by = ['park', 'origin', 'industry', 'year'] as const;
const sorts = ['changed', 'investment', 'name', 'due'] as const;

export interface ProjectsState {
  view?: (typeof views)[number];
  by?: (typeof by)[number];
  sort?: (typeof sorts)[number];
  park?: string;
  origin?: string;
  industry?: string;
  state?: string;
  text?: string;
  page?: number;
}

export interface PlansState {
  state?: string;
  page?: number;
}

type Search = Readonly<Record<string, unknown>>;

/** Read leniently: what is not understood is left out, so that an old link still opens. */
export function readProjects(search: Search): ProjectsState {
  return {
    ...one('view', views, search.view, 'pipeline'),
    ...one('by', by, search.by, 'park'),
    ...one('sort', sorts, search.sort, 'changed'),
    ...word('park', search.park, /^[a-z0-9-]{1,80}$/),
    ...word('origin', search.origin, /^\d{6}$/),
    ...word('industry', search.industry, /^\d{2,4}$/),
    ...word('state', search.state, /^[a-z]{1,20}$/),
    ...word('text', search.text, /^.{1,100}$/),
    ...page(search.page),
  };
}

export const readPlans = (search: Search): PlansState => ({
  ...word('state', search.state, /^[a-z-]{1,20}$/),
  ...page(search.page),
});

function one<K extends string, T extends string>(
  key: K,
  of: readonly T[],
  value: unknown,
  usual: T,
): { [k in K]?: T } {
  const found = of.find((choice) => choice === value);
  return found === undefined || found === usual ? {} : ({ [key]: found } as { [k in K]?: T });
}

/** Numbers in an address are read as numbers: codes are texts again. */
function word<K extends string>(key: K, value: unknown, allowed: RegExp): { [k in K]?: string } {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && allowed.test(text) ? ({ [key]: text } as { [k in K]?: string }) : {};
}

const page = (value: unknown): { page?: number } => {
  const number = Number(value);
  return Number.isInteger(number) && number > 1 ? { page: number } : {};
};
