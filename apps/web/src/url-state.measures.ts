type Search = Readonly<Record<string, unknown>>;

/** What the library of measures shows. */
export interface MeasuresState {
  q?: string;
  place?: string;
  kind?: string;
  /** A day, or `any`; today where it is left out. */
  date?: string;
}

/** Read leniently: what is not understood is left out. */
export const readMeasures = ({ q, place, kind, date }: Search): MeasuresState => ({
  ...word('q', q, /^.{1,100}$/),
  ...word('place', place, /^\d{6}$/),
  ...word('kind', kind, /^[a-z]{1,20}$/),
  ...word('date', date, /^(any|\d{4}-\d{2}-\d{2})$/),
});

/** From which measure in force a draft begins. */
export interface MeasureEditState {
  from?: string;
}
export const readMeasureEdit = ({ from }: Search): MeasureEditState =>
  word('from', from, /^[a-z0-9-]{1,80}$/);

export interface MeasureUseState {
  code?: string;
}
export const readMeasureUse = ({ code }: Search): MeasureUseState => word('code', code, /^[a-z-]{1,30}$/);

function word<K extends string>(key: K, value: unknown, allowed: RegExp): { [k in K]?: string } {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && allowed.test(text) ? ({ [key]: text } as { [k in K]?: string }) : {};
}
