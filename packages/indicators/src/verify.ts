import type { Pack } from '@tidu/reference';
import type { Load, Warehouse } from '@tidu/trade';
import { canonical } from './canonical.ts';
import { computeFigure } from './compute-figure.ts';
import type { Figure, Receipt } from './figure.ts';
import { seal } from './receipt.ts';

export interface Verdict {
  readonly same: boolean;
  readonly differences: readonly string[];
}

/**
 * Walks a receipt forward again: the same request, as known when the receipt was made, against
 * this warehouse. Compares the seal, the loads (by checksum, so that another installation with
 * the same files agrees), the pack, the questions and the figure itself.
 *
 * @returns  every difference in words; a figure that can no longer be computed is a difference
 */
export async function verify(receipt: Receipt, warehouse: Warehouse, pack: Pack): Promise<Verdict> {
  const differences: string[] = [];
  const { sha256, ...unsealed } = receipt;
  if ((await seal(unsealed)) !== sha256)
    differences.push('the receipt was altered: its checksum does not match');
  if (receipt.pack.id !== pack.id || receipt.pack.edition !== pack.edition) {
    differences.push(
      `the pack is ${pack.id} ${pack.edition}, the receipt was made with ${receipt.pack.id} ${receipt.pack.edition}`,
    );
  }
  const held = await warehouse.loads();
  const lost = receipt.loads.filter((load) => !held.some((local) => local.sha256 === load.sha256));
  for (const load of lost) differences.push(`${load.file} (sha256 ${load.sha256}) is not loaded here`);
  if (lost.length > 0) return { same: false, differences };
  try {
    const again = await computeFigure(warehouse, pack, {
      ...receipt.request,
      asKnownAt: vintageHere(receipt, held),
    });
    differences.push(
      ...differencesOfLoads(receipt, again.receipt),
      ...differencesOfQuestions(receipt, again.receipt),
      ...differencesOfFigures(receipt.result, again.figure),
    );
  } catch (error) {
    differences.push(`the figure cannot be computed here: ${error instanceof Error ? error.message : error}`);
  }
  return { same: differences.length === 0, differences };
}

/** The receipt's vintage where this is the same warehouse, else the newest load with its checksums. */
function vintageHere(receipt: Receipt, held: readonly Load[]): number {
  const asked = receipt.request.asKnownAt;
  const sameHere =
    receipt.loads.every(({ id, sha256 }) =>
      held.some((local) => local.id === id && local.sha256 === sha256),
    ) && held.some(({ id }) => id === receipt.vintage);
  if (sameHere) return asked ?? receipt.vintage;
  const wanted = new Set(receipt.loads.map(({ sha256 }) => sha256));
  return Math.max(0, ...held.filter(({ sha256 }) => wanted.has(sha256)).map(({ id }) => id));
}

function differencesOfLoads(then: Receipt, now: Receipt): string[] {
  const files = (receipt: Receipt) => new Map(receipt.loads.map((load) => [load.sha256, load.file]));
  const [before, after] = [files(then), files(now)];
  return [
    ...[...before].filter(([sha256]) => !after.has(sha256)).map(([, file]) => `${file} is no longer used`),
    ...[...after].filter(([sha256]) => !before.has(sha256)).map(([, file]) => `${file} is used and was not`),
  ];
}

function differencesOfQuestions(then: Receipt, now: Receipt): string[] {
  const text = ({ query, shape }: Receipt['questions'][number]) => {
    const { asKnownAt: _, ...asked } = query;
    return canonical({ asked, shape });
  };
  const before = new Map(then.questions.map((question) => [question.name, text(question)]));
  const after = new Map(now.questions.map((question) => [question.name, text(question)]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .map(
      (name) =>
        `the question "${name}" was ${before.get(name) ?? 'not put'} and is ${after.get(name) ?? 'not put'}`,
    );
}

function differencesOfFigures(then: Figure, now: Figure): string[] {
  const names = new Set([...Object.keys(then.values), ...Object.keys(now.values)]);
  const values = [...names]
    .filter((name) => !agree(then.values[name], now.values[name]))
    .map((name) => `${name} was ${then.values[name] ?? 'unknown'} and is ${now.values[name] ?? 'unknown'}`);
  const rest = (['figure', 'period', 'flow', 'unit', 'coverage', 'notes', 'synthetic'] as const)
    .filter((field) => canonical(then[field]) !== canonical(now[field]))
    .map((field) => `${field} was ${canonical(then[field])} and is ${canonical(now[field])}`);
  return [...values, ...rest];
}

/** Sums in another order may differ in the last bits; a figure may not differ in any digit anyone reads. */
const agree = (a: number | null | undefined, b: number | null | undefined): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a))
    : (a ?? null) === (b ?? null);
