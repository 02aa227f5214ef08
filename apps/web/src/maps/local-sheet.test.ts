import { describe, expect, it } from 'vitest';
import { localSheet, pointsOf } from './local-sheet.ts';

describe('the sheet of a city', () => {
  const corners: [number, number][] = [
    [112, 37],
    [113, 38],
  ];
  const sheet = localSheet(800, corners);

  it('tells a point back as it was', () => {
    const [longitude, latitude] = sheet.from(sheet.at([112.3456, 37.6543]));
    expect(longitude).toBeCloseTo(112.3456, 9);
    expect(latitude).toBeCloseTo(37.6543, 9);
  });

  it('has every corner on it', () => {
    for (const [x, y] of corners.map(sheet.at)) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(sheet.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(sheet.height);
    }
  });

  it('draws as many kilometres to the east as to the north', () => {
    const [x0, y0] = sheet.at([112.5, 37.5]);
    const [x1] = sheet.at([112.5 + 0.01 / Math.cos((37.5 * Math.PI) / 180), 37.5]);
    const [, y1] = sheet.at([112.5, 37.51]);
    expect((x1 - x0) / (y0 - y1)).toBeCloseTo(1, 6);
  });

  it('finds the points of polygons at any depth', () => {
    expect(
      pointsOf({
        coordinates: [
          [
            [
              [1, 2],
              [3, 4],
            ],
          ],
          [[[5, 6]]],
        ],
      }),
    ).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
  });
});
