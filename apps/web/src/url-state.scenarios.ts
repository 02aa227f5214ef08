/** Which two scenarios are set side by side. */
export interface ScenarioCompareState {
  a?: string;
  b?: string;
}

const scenario = /^scenario-\d{1,9}$/;

/** Read leniently: what is not understood is left out. */
export function readScenarioCompare(search: Readonly<Record<string, unknown>>): ScenarioCompareState {
  return Object.fromEntries(
    (['a', 'b'] as const).flatMap((key) => {
      const value = search[key];
      return typeof value === 'string' && scenario.test(value) ? [[key, value]] : [];
    }),
  );
}
