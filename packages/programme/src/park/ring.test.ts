import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap, selfMeeting } from './ring.ts';
import type { MultiPolygon, Position } from './zone.ts';

type P = Position;
const side = ([ax, ay]: P, [bx, by]: P, [x, y]: P) => Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
const on = (a: P, b: P, p: P) =>
  side(a, b, p) === 0 && (p[0] - a[0]) * (p[0] - b[0]) <= 0 && (p[1] - a[1]) * (p[1] - b[1]) <= 0;
const meet = (a: P, b: P, c: P, d: P) =>
  (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) ||
  on(a, b, c) ||
  on(a, b, d) ||
  on(c, d, a) ||
  on(c, d, b);
const needle = (a: P, b: P, c: P) =>
  side(a, b, c) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0;

/** Every pair of edges, in order: exact on whole numbers. */
function first(ring: readonly P[]): [number, number] | undefined {
  const count = ring.length - 1;
  const at = (i: number) => ring[i] as P;
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const found =
        j === i + 1
          ? needle(at(i), at(j), at(j + 1))
          : i === 0 && j === count - 1
            ? needle(at(j), at(0), at(1))
            : meet(at(i), at(i + 1), at(j), at(j + 1));
      if (found) return [i, j];
    }
  }
  return undefined;
}

const corner = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));

describe('a ring', () => {
  it('meets itself where going through all pairs of edges finds it', () => {
    fc.assert(
      fc.property(fc.array(corner, { minLength: 4, maxLength: 9 }), (corners) => {
        const open = corners.filter(([x, y], i) => {
          const [px, py] = corners[(i + corners.length - 1) % corners.length] as P;
          return x !== px || y !== py;
        });
        fc.pre(open.length >= 4);
        const ring = [...open, open[0] as P];
        expect(selfMeeting(ring)).toEqual(first(ring));
      }),
      { seed: 17, numRuns: 400 },
    );
  });

  it('overlaps what it shares ground with, whichever is asked of the other', () => {
    const square = (x: number, y: number, s: number): MultiPolygon => ({
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [x, y],
            [x + s, y],
            [x + s, y + s],
            [x, y + s],
            [x, y],
          ],
        ],
      ],
    });
    const whole = fc.integer({ min: 0, max: 20 });
    const side = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(whole, whole, side, whole, whole, side, (x, y, s, u, v, r) => {
        const shares = x < u + r && u < x + s && y < v + r && v < y + s;
        expect(overlap(square(x, y, s), square(u, v, r))).toBe(shares);
        expect(overlap(square(u, v, r), square(x, y, s))).toBe(shares);
      }),
      { seed: 19, numRuns: 400 },
    );
  });
});
