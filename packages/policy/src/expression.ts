import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { ExpressionFault } from './expression-fault.ts';
import { named } from './grammar.ts';
import { type Field, fields } from './subject.ts';

/**
 * The language of conditions and amounts: CEL, cut down to what a rule of law needs. It is total: no recursion, no regular
 * expressions, no texts or lists that grow, and at most one walk through a list that the subject brings.
 *
 * @see https://github.com/google/cel-spec
 */
const bounds = {
  maxAstNodes: 400,
  maxDepth: 24,
  maxListElements: 400,
  maxMapEntries: 0,
  maxCallArguments: 3,
} as const;

/** Values of the variables, one object of its own class each. */
export type Bindings = Readonly<Record<string, object>>;

export interface Expression {
  readonly text: string;
  readonly ast: ASTNode;
  /** Fields that it names: `project.jobs`. */
  readonly paths: readonly string[];
  /** Its value, or nothing where it rests on a field that is open. */
  value(bindings: Bindings): boolean | number | undefined;
  /** Fields that it names and that are open. */
  open(bindings: Bindings): string[];
}

export type Variable = keyof typeof fields;
const classes = {
  company: class Company {},
  project: class Project {},
  yearly: class Yearly {},
  place: class Place {},
} as const satisfies Record<Variable, new () => object>;
class Parameters {}

/** The values of one variable, as expressions read them: what is open is left out. */
export function bound(variable: Variable | 'p', values: Readonly<Record<string, unknown>>): object {
  const object: Record<string, unknown> = new (variable === 'p' ? Parameters : classes[variable])() as never;
  for (const [name, value] of Object.entries(values)) if (value !== undefined) object[name] = value;
  return object;
}

const types = (variable: Readonly<Record<string, Field>>) =>
  Object.fromEntries(Object.entries(variable).map(([name, { type }]) => [name, type]));

function language(): Environment {
  const environment = new Environment({ limits: bounds });
  for (const variable of Object.keys(fields) as Variable[]) {
    const ctor = classes[variable];
    environment.registerType(ctor.name, { ctor, fields: types(fields[variable]) });
    environment.registerVariable(variable, ctor.name);
  }
  // An author writes 5000 and means a number: ints and doubles are one.
  const arithmetic = {
    '+': (a: number, b: number) => a + b,
    '-': (a: number, b: number) => a - b,
    '*': (a: number, b: number) => a * b,
    '/': (a: number, b: number) => a / b,
  };
  for (const [sign, calculate] of Object.entries(arithmetic)) {
    for (const pair of [`double ${sign} int`, `int ${sign} double`]) {
      environment.registerOperator(pair, (a: unknown, b: unknown) => calculate(Number(a), Number(b)));
    }
  }
  for (const [name, choose] of [
    ['min', Math.min],
    ['max', Math.max],
  ] as const) {
    for (const pair of ['double, double', 'double, int', 'int, double', 'int, int']) {
      environment.registerFunction(`${name}(${pair}): double`, (a: unknown, b: unknown) =>
        choose(Number(a), Number(b)),
      );
    }
  }
  return environment;
}
const common = language();

/** Compiles expressions of one measure, whose parameters they may name as `p.rate`. */
export function compiler(parameters: readonly string[]) {
  const environment = common.clone();
  if (parameters.length > 0) {
    environment.registerType('Parameters', {
      ctor: Parameters,
      fields: Object.fromEntries(parameters.map((name) => [name, 'double'])),
    });
    environment.registerVariable('p', 'Parameters');
  }

  /** @throws ExpressionFault where the text is not an expression, names what there is not, or gives something else */
  return function compiled(text: string, gives: 'bool' | 'number'): Expression {
    const program = parsed(environment, text);
    const { paths, branching } = named(program.ast);
    const check = program.check();
    if (!check.valid) throw faultOf(check.error, text, parameters);
    const type = check.type === 'int' ? 'double' : check.type;
    if (type !== (gives === 'bool' ? 'bool' : 'double')) {
      throw new ExpressionFault(
        `gives ${type}, and ${gives === 'bool' ? 'yes or no' : 'a number'} is asked for`,
        0,
        gives === 'bool' ? 'write a comparison' : 'write an amount in yuan',
      );
    }
    const places = paths.map((path) => path.split('.') as [string, string]);
    const open = (bindings: Bindings) =>
      paths.filter((_, i) => {
        const [variable, field] = places[i] as [string, string];
        return !(field in (bindings[variable] ?? {}));
      });
    const anyOpen = (bindings: Bindings) =>
      places.some(([variable, field]) => !(field in (bindings[variable] ?? {})));
    return {
      text,
      ast: program.ast,
      paths,
      open,
      value(bindings) {
        const incomplete = anyOpen(bindings);
        // Without a choice in it, an open field leaves the whole open: no need to let the evaluation fail.
        if (incomplete && !branching) return undefined;
        if (!incomplete) return plain(program(bindings));
        try {
          return plain(program(bindings));
        } catch {
          return undefined;
        }
      },
    };
  };
}

/** No number is better than an endless one: what is divided by nothing is not known. */
function plain(value: unknown): boolean | number | undefined {
  if (typeof value === 'boolean') return value;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function parsed(environment: Environment, text: string) {
  try {
    return environment.parse(text);
  } catch (error) {
    throw faultOf(error, text, []);
  }
}

function faultOf(error: unknown, text: string, parameters: readonly string[]): ExpressionFault {
  const { summary, range, code, message } = error as {
    summary?: string;
    range?: { start: number };
    code?: string;
    message: string;
  };
  const unknown = /No such key: (\w+)/.exec(summary ?? message)?.[1];
  const said = unknown ? `there is no field ${unknown}` : (summary ?? message);
  const remedy =
    code === 'limit_exceeded'
      ? 'make it smaller: cut it into several conditions or branches'
      : unknown
        ? nearest(unknown, parameters)
        : 'see docs/use/measures.md for the language';
  return new ExpressionFault(said, Math.min(range?.start ?? 0, text.length), remedy);
}

function nearest(name: string, parameters: readonly string[]): string {
  const all = [
    ...Object.entries(fields).flatMap(([variable, one]) =>
      Object.keys(one).map((field) => `${variable}.${field}`),
    ),
    ...parameters.map((one) => `p.${one}`),
  ];
  const alike = all.filter((path) => path.toLowerCase().includes(name.toLowerCase().slice(0, 4)));
  return alike.length > 0 ? `is ${alike.slice(0, 4).join(', ')} meant?` : 'name a field of the subject';
}
