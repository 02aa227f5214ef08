import { currencyAttributes, observationAttributes, positionOf } from './dataflow.ts';
import { attributesOf } from './sdmx-ml-data.ts';
import { type DataAnswer, dimensionIds, inOrder } from './series.ts';

/** Observations as rows under columns of the names that SDMX-CSV gives them; amounts are whole numbers. */
export function flatTable({ flow, observations }: DataAnswer) {
  const currency = positionOf(flow, 'CURRENCY');
  const attributes = [...currencyAttributes, ...observationAttributes];
  const text = (name: string) => ({ name, type: 'VARCHAR' as const });
  return {
    columns: [
      ...dimensionIds(flow).map(text),
      { name: 'OBS_VALUE', type: 'BIGINT' as const },
      ...attributes.map(text),
    ],
    rows: inOrder(observations).map((one) => {
      const values = attributesOf(one, currency);
      return [...one.key, one.value, ...attributes.map((name) => values[name])];
    }),
  };
}
