import type { ASTNode } from '@marcbachmann/cel-js';
import type { Expression } from './expression.ts';

/** What a condition asks of one field, as far as it can be told without a subject. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
  /** The limit itself is left out. */
  readonly above: boolean;
  readonly below: boolean;
  /** One of these values, where it is a text, a truth or a list of values. */
  readonly values?: ReadonlySet<unknown>;
}

const anything: Bounds = { low: -Infinity, high: Infinity, above: false, below: false };

/**
 * What the conditions ask together of each field: all that can be told of comparisons with plain values that are joined by `&&`;
 * other parts are passed over, so what is found is certain and not all there is.
 */
export function boundsOf(conditions: readonly Expression[]): Map<string, Bounds> {
  const found = new Map<string, Bounds>();
  const add = (path: string, bounds: Partial<Bounds>) => {
    found.set(path, both(found.get(path) ?? anything, { ...anything, ...bounds }));
  };
  const rest = conditions.map(({ ast }) => ast);
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (node.op === '&&') rest.push(...node.args);
    else if (node.op === '.') add(pathOf(node) as string, { values: new Set([true]) });
    else if (node.op === '!_' && pathOf(node.args))
      add(pathOf(node.args) as string, { values: new Set([false]) });
    else compare(node, add);
  }
  return found;
}

/** Whether everything that lies within `inner` lies within `outer`. */
export function lieWithin(inner: ReadonlyMap<string, Bounds>, outer: ReadonlyMap<string, Bounds>): boolean {
  return [...outer].every(([path, out]) => {
    const within = inner.get(path) ?? anything;
    if (out.values)
      return within.values !== undefined && [...within.values].every((one) => out.values?.has(one));
    return (
      (within.low > out.low || (within.low === out.low && (within.above || !out.above))) &&
      (within.high < out.high || (within.high === out.high && (within.below || !out.below)))
    );
  });
}

/** Nothing can lie within. */
export const areEmpty = ({ low, high, above, below, values }: Bounds): boolean =>
  values?.size === 0 || low > high || (low === high && (above || below));

/** Whether a condition is made of nothing but comparisons that `boundsOf` tells: then what it tells is all there is. */
export function toldWhole(condition: Expression): boolean {
  const tells = (node: ASTNode): boolean =>
    node.op === '&&'
      ? node.args.every(tells)
      : node.op === '.' || (node.op === '!_' && pathOf(node.args) !== undefined) || compare(node, () => {});
  return tells(condition.ast);
}

function both(a: Bounds, b: Bounds): Bounds {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  const values =
    a.values && b.values
      ? new Set([...a.values].filter((one) => b.values?.has(one)))
      : (a.values ?? b.values);
  return {
    low,
    high,
    above: (a.low === low && a.above) || (b.low === low && b.above),
    below: (a.high === high && a.below) || (b.high === high && b.below),
    ...(values && { values }),
  };
}

const pathOf = (node: ASTNode): string | undefined =>
  node.op === '.' && node.args[0].op === 'id' ? `${node.args[0].args}.${node.args[1]}` : undefined;

const mirrored: Record<string, string> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** Adds what one comparison of a field with a plain value tells; says whether it told anything. */
function compare(node: ASTNode, add: (path: string, bounds: Partial<Bounds>) => void): boolean {
  if (!Array.isArray(node.args) || node.args.length !== 2) return false;
  const [left, right] = node.args as [ASTNode, ASTNode];
  if (typeof left !== 'object' || typeof right !== 'object') return false;
  const turned = pathOf(left) === undefined;
  const path = turned ? pathOf(right) : pathOf(left);
  const other = turned ? left : right;
  if (path === undefined) return false;
  const sign = turned ? (mirrored[node.op] ?? node.op) : node.op;
  if (sign === 'in' && !turned && other.op === 'list') {
    add(path, { values: new Set(other.args.map((one) => plain(one))) });
    return true;
  }
  if (other.op !== 'value') return false;
  const value = plain(other);
  if (typeof value !== 'number') {
    if (sign !== '==') return false;
    add(path, { values: new Set([value]) });
    return true;
  }
  if (sign === '>=') add(path, { low: value });
  else if (sign === '>') add(path, { low: value, above: true });
  else if (sign === '<=') add(path, { high: value });
  else if (sign === '<') add(path, { high: value, below: true });
  else if (sign === '==') add(path, { low: value, high: value });
  else return false;
  return true;
}

const plain = (node: ASTNode): unknown => (typeof node.args === 'bigint' ? Number(node.args) : node.args);
