import { type GuidanceReceipt, GuidanceRefused } from '@tidu/guidance';
import { canonical, sha256, type Verdict } from '@tidu/indicators';
import type { Pack } from '@tidu/reference';
import { Refused } from '../errors.ts';
import type { GroundOfHouse } from './ground.store.ts';
import { guidanceNamed, guided } from './guided.ts';

/** Whether something that came from outside is meant as the receipt of guidance. */
export const isGuidanceReceipt = (value: unknown): value is GuidanceReceipt =>
  typeof value === 'object' && value !== null && 'guidance' in value && value.guidance === 1;

/**
 * Walks the receipt of guidance again, on the ground of today: the same request by the same method. What differs is told by
 * where it comes from: the seal, the pack, figures, records of the programme, the result.
 */
export async function verifyGuidance(
  receipt: GuidanceReceipt,
  ground: GroundOfHouse,
  pack: Pack,
): Promise<Verdict> {
  const differences: string[] = [];
  const { sha256: seal, ...unsealed } = receipt;
  if ((await sha256(canonical(unsealed))) !== seal)
    differences.push('the receipt was altered: its checksum does not match');
  if (receipt.pack?.id !== pack.id || receipt.pack.edition !== pack.edition)
    differences.push(`the pack is ${pack.id} ${pack.edition}, the receipt was made with another`);
  differences.push(...differencesOfFigures(receipt, ground), ...differencesOfRecords(receipt, ground));
  try {
    const again = await guided(
      guidanceNamed(receipt.name),
      { ...ground, day: receipt.day },
      pack,
      receipt.request,
    );
    if (again.receipt.seenSha256 !== receipt.seenSha256)
      differences.push('what may be seen of parks, ties, projects and measures is not the same');
    if (again.receipt.resultSha256 !== receipt.resultSha256)
      differences.push('the result came out differently');
  } catch (error) {
    if (!(error instanceof GuidanceRefused || error instanceof Refused)) throw error;
    differences.push(`it cannot be reckoned here: ${error.message}`);
  }
  return { same: differences.length === 0, differences };
}

function differencesOfFigures({ figures = [] }: GuidanceReceipt, { trade }: GroundOfHouse): string[] {
  const nameOf = ({ request }: GuidanceReceipt['figures'][number]) =>
    `${request.figure} ${request.period} ${request.flow}`;
  const now = new Map(trade?.figures.map((figure) => [nameOf(figure), figure.sha256]));
  return figures
    .filter((figure) => now.get(nameOf(figure)) !== figure.sha256)
    .map((figure) => `the figure ${nameOf(figure)} is another, or is not asked any more`);
}

function differencesOfRecords({ records = [] }: GuidanceReceipt, ground: GroundOfHouse): string[] {
  const now = new Map(ground.records.map(({ id, version }) => [id, version]));
  const then = new Map(records.map(({ id, version }) => [id, version]));
  return [...new Set([...then.keys(), ...now.keys()])]
    .filter((id) => then.get(id) !== now.get(id))
    .map((id) => `${id} was version ${then.get(id) ?? '–'} and is ${now.get(id) ?? '–'}`);
}
