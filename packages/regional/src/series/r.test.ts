import { describe, expect, it } from 'vitest';
import { classicalDecomposition, type StlOptions, stl } from '../index.ts';

/**
 * Airline passengers, January 1949 to January 1957 in thousands (Box & Jenkins 1976, series G), and what R 4.2.2
 * says of them: `stl(ts(AirPassengers[1:97], frequency = 12), …, s.jump = 1, t.jump = 1, l.jump = 1)`.
 * Of an odd number of values, because of an even one R's robustness weights take another value than the median.
 */
const passengers = [
  112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158,
  133, 114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218,
  230, 242, 209, 191, 172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235,
  227, 234, 264, 302, 293, 259, 229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278,
  284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306, 315,
];

type Row = readonly [t: number, trend: number, seasonal: number, remainder: number];
const cases: readonly (readonly [call: string, options: Omit<StlOptions, 'period'>, rows: readonly Row[]])[] =
  [
    [
      "s.window = 'periodic'",
      { seasonal: 'periodic' },
      [
        [0, 124.9434255236, -18.7119160496, 5.768490526],
        [40, 193.0472452062, -4.923215834, -5.1240293722],
        [96, 340.9235212664, -18.7119160496, -7.2116052167],
      ],
    ],
    [
      's.window = 7, s.degree = 1',
      { seasonal: 7 },
      [
        [0, 122.2560996058, -10.3344290447, 0.0783294389],
        [40, 193.1642070576, -1.2248959448, -8.9393111128],
        [96, 346.8707909473, -29.4409257656, -2.4298651817],
      ],
    ],
    [
      's.window = 7',
      { seasonal: 7, degree: 0 },
      [
        [0, 122.565991649, -13.7902073622, 3.2242157132],
        [40, 193.189137551, -1.2924440489, -8.8966935021],
        [96, 345.3315790826, -23.9957621276, -6.3358169549],
      ],
    ],
    [
      's.window = 7, s.degree = 1, robust = TRUE',
      { seasonal: 7, robust: true },
      [
        [0, 122.5100468728, -10.9300258, 0.4199789272],
        [40, 193.2452336361, -9.4463348889, -0.7988987472],
        [96, 348.214069624, -31.2992473065, -1.9148223175],
      ],
    ],
    [
      "s.window = 'periodic', robust = TRUE",
      { seasonal: 'periodic', robust: true },
      [
        [0, 123.1552423493, -14.8275876278, 3.6723452785],
        [40, 193.5670473328, -0.5197272867, -10.047320046],
        [96, 327.4655762104, -14.8275876278, 2.3620114174],
      ],
    ],
  ];

describe('as R has it', () => {
  it.each(cases)('stl(…, %s)', (_, options, rows) => {
    const parts = stl(passengers, { period: 12, ...options });
    for (const [t, trend, seasonal, remainder] of rows) {
      expect(parts.trend[t]).toBeCloseTo(trend, 9);
      expect(parts.seasonal[t]).toBeCloseTo(seasonal, 9);
      expect(parts.remainder[t]).toBeCloseTo(remainder, 9);
    }
  });

  it("decompose(…, 'multiplicative') and 'additive'", () => {
    const factors = classicalDecomposition(passengers, 12, 'multiplicative');
    [0.9120785775, 0.9042117925, 1.0336050867, 0.987560977, 0.9800685698, 1.100337141].forEach(
      (factor, t) => {
        expect(factors.seasonal[t]).toBeCloseTo(factor, 9);
      },
    );
    expect(factors.trend[6]).toBeCloseTo(126.7916666667, 9);
    expect(factors.remainder[40]).toBeCloseTo(0.9645542614, 9);
    const { seasonal } = classicalDecomposition(passengers);
    [-18.4734002976, -22.5805431548, 5.5861235119].forEach((month, t) => {
      expect(seasonal[t]).toBeCloseTo(month, 9);
    });
  });
});
