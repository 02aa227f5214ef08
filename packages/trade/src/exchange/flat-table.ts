import { currencyAttributes, observationAttributes, positionOf } from './dataflow.ts';
import { attributesOf } from './sdmx-ml-data.ts';
import { type DataAnswer, dimensionIds, inOrder } from './series.ts';

/** Observations as rows under the names that SDMX-CSV gives their columns. */
export function flatTable({ flow, observations }: DataAnswer) {
  const currency = positionOf(flow, 'CURRENCY');
  const attributes = [...currencyAttributes, ...observationAttributes];
  return {
    names: [...dimensionIds(flow), 'OBS_VALUE', ...attributes],
    rows: inOrder(observations).map((one): (string | number | null)[] => {
      const values = attributesOf(one, currency);
      return [...one.key, one.value, ...attributes.map((name) => values[name])];
    }),
  };
}
