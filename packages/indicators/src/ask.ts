import { flows, isFlow, parsePeriod, printPeriod } from '@tidu/reference';
import type { Ask, FigureRequest, Indicator, Parameter } from './figure.ts';
import { FigureRefused } from './figure-refused.ts';

/** What every figure takes beyond its own parameters. */
export const sharedParameters: Readonly<Record<string, Parameter>> = {
  currency: { default: 'CNY', describe: 'currency of the amounts compared', values: ['CNY', 'USD'] },
};

/**
 * A request with every parameter spelt out; an empty parameter is its default.
 * @throws FigureRefused `parameter-unknown`, `parameter-not-understood`, `flow-not-understood`;
 *         PeriodNotUnderstood
 */
export function askFor(indicator: Indicator, request: FigureRequest): Ask {
  const allowed = { ...indicator.parameters, ...sharedParameters };
  const given = Object.entries(request.parameters ?? {}).filter(([, value]) => value !== '');
  for (const [name, value] of given) {
    const parameter = allowed[name];
    if (!parameter) {
      throw new FigureRefused(
        'parameter-unknown',
        `${indicator.name} takes no parameter "${name}"`,
        `its parameters are ${Object.keys(allowed).join(', ')}`,
      );
    }
    if (parameter.values && !parameter.values.includes(value)) {
      throw new FigureRefused(
        'parameter-not-understood',
        `${name}=${value} is not understood by ${indicator.name}`,
        `use one of ${parameter.values.join(', ')}`,
      );
    }
  }
  if (!isFlow(request.flow)) {
    throw new FigureRefused(
      'flow-not-understood',
      `"${request.flow}" is not a flow`,
      `use one of ${flows.join(', ')}`,
    );
  }
  const defaults = Object.entries(allowed).map(([name, parameter]) => [name, parameter.default]);
  return {
    figure: indicator.name,
    period: parsePeriod(request.period),
    flow: request.flow,
    processing: request.processing ?? false,
    parameters: Object.fromEntries([...defaults, ...given]),
    ...(request.asKnownAt === undefined ? {} : { asKnownAt: request.asKnownAt }),
  };
}

/** The request that asks for the same again, whatever the defaults become. */
export const requestOf = ({ period, ...ask }: Ask): FigureRequest => ({
  ...ask,
  period: printPeriod(period),
});
