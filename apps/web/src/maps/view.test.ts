import { describe, expect, it } from 'vitest';
import { type Extent, inSight, panned, wholeOf, zoomed } from './view.ts';

const extent: Extent = [1000, 800];
const whole = wholeOf(extent);

describe('the view of the map', () => {
  it('begins with the whole sheet', () => {
    expect(inSight(whole, extent)).toEqual({ left: 0, top: 0, width: 1000, height: 800 });
  });

  it('keeps the place that was pointed at where it is on the screen', () => {
    const near = inSight(zoomed(whole, 2, [250, 600], extent), extent);
    expect((250 - near.left) / near.width).toBeCloseTo(0.25);
    expect((600 - near.top) / near.height).toBeCloseTo(0.75);
  });

  it('never shows what is beyond the edge', () => {
    const corner = panned(zoomed(whole, 4, [500, 400], extent), [-9000, 9000], extent);
    expect(inSight(corner, extent)).toEqual({ left: 0, top: 600, width: 250, height: 200 });
    expect(panned(whole, [50, 50], extent)).toEqual(whole);
  });

  it('has a nearest and a farthest, and comes back to the whole', () => {
    const nearest = zoomed(whole, 99, [0, 0], extent);
    expect(nearest.zoom).toBe(8);
    expect(zoomed(nearest, 0.001, [900, 100], extent)).toEqual(whole);
  });
});
