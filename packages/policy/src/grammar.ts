import type { ASTNode } from '@marcbachmann/cel-js';
import { ExpressionFault } from './expression-fault.ts';

const comparing = new Set<string>(['==', '!=', '<', '<=', '>', '>=', 'in']);
const reckoning = new Set<string>(['+', '-', '*', '/']);
const choosing = new Set<string>(['?:', '&&', '||']);
const walks = new Set(['exists', 'all']);

/**
 * The fields that an expression names, and whether it chooses between its parts.
 * @throws ExpressionFault at what CEL has and the language of measures leaves out
 */
export function named(expression: ASTNode): { paths: string[]; branching: boolean } {
  const paths = new Set<string>();
  let branching = false;
  /** What is still to be looked at, with the name of an element where it lies inside of a walk through a list. */
  const rest: [ASTNode, string | undefined][] = [[expression, undefined]];
  for (let at = rest.pop(); at; at = rest.pop()) {
    const [node, element] = at;
    const lookAt = (parts: readonly ASTNode[], name = element) => {
      rest.push(...parts.map((part): [ASTNode, string | undefined] => [part, name]).reverse());
    };
    const refused = (message: string, remedy: string) => new ExpressionFault(message, node.start, remedy);
    if (node.op === 'value') {
      if (typeof node.args === 'object') throw refused('bytes and null mean nothing here', 'write a text');
    } else if (node.op === 'id') {
      if (node.args !== element) {
        throw refused(`${node.args} alone has no value`, `name one of its fields: ${node.args}.…`);
      }
    } else if (node.op === '.') {
      const [of, field] = node.args;
      if (of.op !== 'id') throw refused('a field has no fields', 'name one field of one variable');
      paths.add(`${of.args}.${field}`);
    } else if (node.op === 'list') {
      if (node.args.some(({ op }) => op !== 'value')) {
        throw refused('a list may hold plain values only', 'list texts or numbers');
      }
    } else if (node.op === 'call') {
      const [name, given] = node.args;
      if (name !== 'min' && name !== 'max') {
        throw refused(`there is no function ${name}`, 'min and max are there');
      }
      lookAt(given);
    } else if (node.op === 'rcall') {
      const [name, of, given] = node.args;
      if (name === 'startsWith') {
        lookAt([of, ...given]);
        continue;
      }
      if (!walks.has(name))
        throw refused(`there is no function ${name}`, 'startsWith, exists and all are there');
      if (element !== undefined) throw refused('a walk inside of a walk', 'one list at a time');
      const [one, holds] = given;
      if (one?.op !== 'id' || !holds) throw refused(`${name} wants a name and a condition`, `${name}(x, …)`);
      branching = true;
      lookAt([holds], one.args);
      lookAt([of]);
    } else if (node.op === '!_' || node.op === '-_') {
      lookAt([node.args]);
    } else if (choosing.has(node.op)) {
      branching = true;
      lookAt(node.args as readonly ASTNode[]);
    } else if (comparing.has(node.op) || reckoning.has(node.op)) {
      const sides = node.args as readonly ASTNode[];
      if (node.op === '/' && sides.every(isWhole)) {
        throw refused('a division of two ints loses its rest', 'write one of them with a point: 1.0 / 2');
      }
      lookAt(sides);
    } else {
      throw refused(`${node.op} is not part of the language`, 'see docs/use/measures.md');
    }
  }
  return { paths: [...paths], branching };
}

/** Whether a part of an expression can only be an int. */
function isWhole(node: ASTNode): boolean {
  if (node.op === 'value') return typeof node.args === 'bigint';
  if (node.op === '-_') return isWhole(node.args);
  return reckoning.has(node.op) && (node.args as readonly ASTNode[]).every(isWhole);
}
