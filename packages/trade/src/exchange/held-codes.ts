import type { Flow, Period } from '@tidu/reference';
import { CannotAnswer } from '../query/cannot-answer.ts';
import type { Coverage, Dimension, Warehouse } from '../warehouse.ts';
import type { HeldCodes } from './code-lists.ts';

const asked = {
  PLACE: ['province', 'prefecture', 'zone'],
  COMMODITY: ['commodity'],
  PARTNER: ['partner'],
  MODE: ['mode'],
} as const satisfies Record<keyof HeldCodes, readonly Dimension[]>;

/** Codes that a shape holds facts of, dimension by dimension: what can be asked, and what a code list has to name. */
export async function heldCodes(
  warehouse: Warehouse,
  coverage: Coverage,
  country: string,
): Promise<HeldCodes> {
  const { shape } = coverage;
  const found: Partial<Record<keyof HeldCodes, readonly string[]>> = {};
  for (const [id, names] of Object.entries(asked) as [keyof HeldCodes, readonly Dimension[]][]) {
    const codes = new Set<string>();
    if (!(shape.dimensions as readonly string[]).includes(id.toLowerCase())) continue;
    if (id === 'PLACE' && shape.levels.includes('country')) codes.add(country);
    for (const name of names) {
      for (const flow of coverage.flows) {
        for (const period of stretches(coverage)) {
          for (const code of await codesOf(warehouse, coverage, name, flow, period)) codes.add(code);
        }
      }
    }
    found[id] = [...codes].sort();
  }
  return found;
}

function stretches({ shape, spans }: Coverage): Period[] {
  const all = spans.map(({ from, to }) => ({ from, to }) as Period);
  if (shape.span === 'range') return all;
  const from = all.map((span) => span.from).sort()[0];
  const to = all
    .map((span) => span.to)
    .sort()
    .at(-1);
  return from && to ? [{ from, to }] : [];
}

async function codesOf(
  warehouse: Warehouse,
  { shape }: Coverage,
  name: Dimension,
  flow: Flow,
  period: Period,
): Promise<string[]> {
  const where = shape.within ? { province: [shape.within] } : {};
  try {
    const { rows } = await warehouse.aggregate({
      measure: 'value-as-printed',
      by: [name],
      where,
      flow,
      period,
      currency: shape.currency,
      shape: shape.id,
    });
    return rows.flatMap((row) => row[name] ?? []);
  } catch (error) {
    if (error instanceof CannotAnswer) return [];
    throw error;
  }
}
