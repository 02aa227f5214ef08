import type { FactDimension, Shape } from '../fact.ts';
import type { Question } from '../query/question.ts';

/**
 * Sums of facts over all but a few dimensions, kept with every load, so that a question about few
 * things reads few rows. A cube has the columns of `fact` that it keeps, `load` and `until` among
 * them: what was known earlier can be asked of it too, and a statement reads either alike.
 */
export interface Cube {
  readonly table: string;
  readonly dimensions: readonly FactDimension[];
  /** Places are kept as their provinces. */
  readonly provinces?: true;
  /** Goods are kept to so many digits. */
  readonly hsDigits?: 2 | 4;
}

/** The smallest first: the first that tells apart what a question names is asked. */
export const cubes: readonly Cube[] = [
  { table: 'cube_province_mode', dimensions: ['place', 'mode'], provinces: true },
  { table: 'cube_place', dimensions: ['place'] },
  { table: 'cube_heading', dimensions: ['commodity'], hsDigits: 4 },
  { table: 'cube_partner_mode', dimensions: ['partner', 'mode'] },
  { table: 'cube_province_partner', dimensions: ['place', 'partner'], provinces: true },
  { table: 'cube_place_mode', dimensions: ['place', 'mode'] },
  { table: 'cube_chapter_partner', dimensions: ['commodity', 'partner'], hsDigits: 2 },
  {
    table: 'cube_province_chapter_mode',
    dimensions: ['place', 'commodity', 'mode'],
    provinces: true,
    hsDigits: 2,
  },
];

/** Levels of places that all lie in one province; where levels are mixed, rows may not be added up. */
const exhaustive = ({ nested, levels }: Shape): boolean => !nested && levels.length <= 1;

/** Whether the cube is kept for facts of this shape: it says less than they do, and nothing else. */
export function summarises({ dimensions, provinces, hsDigits }: Cube, shape: Shape): boolean {
  const told = dimensions.every((name) => shape.dimensions.includes(name));
  if (!told || !exhaustive(shape)) return false;
  if (hsDigits !== undefined && (shape.hsDigits ?? 0) < hsDigits) return false;
  const coarser =
    dimensions.length < shape.dimensions.length ||
    (hsDigits !== undefined && hsDigits < (shape.hsDigits ?? 0)) ||
    (provinces === true && !shape.levels.includes('province'));
  return coarser;
}

/** The smallest cube that answers a question put to facts of this shape; none where the facts must be read. */
export function cubeFor(question: Question, shape: Shape): Cube | undefined {
  const { measure, names, level, by, where } = question;
  if (measure !== 'value' && measure !== 'value-as-printed') return undefined;
  const needed: FactDimension[] = [];
  if (level !== 'country') needed.push('place');
  if (names.has('chapter') || names.has('heading') || names.has('commodity')) needed.push('commodity');
  if (names.has('partner')) needed.push('partner');
  if (names.has('mode') || names.has('processing')) needed.push('mode');
  if (names.has('supervision') || names.has('company') || names.has('unit') || by.includes('commodity'))
    return undefined;
  const digits = Math.max(
    0,
    names.has('chapter') ? 2 : 0,
    names.has('heading') ? 4 : 0,
    ...(where.commodity ?? []).map((code) => code.length),
  );
  return cubes.find(
    (cube) =>
      summarises(cube, shape) &&
      needed.every((name) => cube.dimensions.includes(name)) &&
      (cube.hsDigits === undefined || digits <= cube.hsDigits) &&
      (cube.provinces === undefined || level === 'country' || level === 'province'),
  );
}
