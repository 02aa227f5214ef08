import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import type { Position } from '../api/types.ts';
import { type Step, stepOf, stepped } from './map-keys.ts';
import { type Extent, inSight, panned, wholeOf, zoomed } from './view.ts';

/** How far a finger trembles before it drags, in pixels. */
const tremble = 4;

/** The view of a map with all that moves it: steps by button and key, dragging, double click. */
export function useMapView(extent: Extent) {
  const [view, setView] = useState(() => wholeOf(extent));
  const from = useRef<Position>(undefined);
  const [dragging, setDragging] = useState(false);
  const near = view.zoom > 1;
  const scale = (svg: SVGSVGElement) => svg.getScreenCTM()?.a ?? 1;
  const end = () => {
    from.current = undefined;
    setDragging(false);
  };
  return {
    near,
    zoom: view.zoom,
    dragging,
    box: inSight(view, extent),
    go: (step: Step) => setView((was) => stepped(was, step, extent)),
    handlers: {
      onKeyDown(event: KeyboardEvent) {
        const step = stepOf(event);
        if (!step) return;
        event.preventDefault();
        setView(stepped(view, step, extent));
      },
      onDoubleClick(event: MouseEvent<SVGSVGElement>) {
        const svg = event.currentTarget;
        const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(
          svg.getScreenCTM()?.inverse(),
        );
        setView(zoomed(view, 1.8, [point.x, point.y], extent));
      },
      onPointerDown(event: PointerEvent<SVGSVGElement>) {
        if (near && event.isPrimary && event.button === 0) from.current = [event.clientX, event.clientY];
      },
      onPointerUp: end,
      onPointerCancel: end,
      /** @returns whether the map is being dragged, so that nothing is pointed at */
      drag(event: PointerEvent<SVGSVGElement>): boolean {
        const last = from.current;
        if (!last) return false;
        const [x, y] = [event.clientX - last[0], event.clientY - last[1]];
        if (!dragging && Math.hypot(x, y) < tremble) return false;
        const svg = event.currentTarget;
        if (!dragging) {
          svg.setPointerCapture(event.pointerId);
          setDragging(true);
        }
        from.current = [event.clientX, event.clientY];
        setView((was) => panned(was, [-x / scale(svg), -y / scale(svg)], extent));
        return true;
      },
    },
  };
}
