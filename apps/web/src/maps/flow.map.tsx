import { useMemo } from 'react';
import type { Geometry, Position } from '../api/types.ts';
import { Inset } from './inset.map.tsx';
import { nationalSheet as page, pathOf, pathsOf } from './projection.ts';

export interface Flow {
  key: string;
  from: Position;
  to: Position;
  /** Part of the largest, 0 to 1. */
  size: number;
  label: string;
}

/** Arcs over the provinces; each bends to its right, so that there and back are told apart. */
export function FlowMap({
  provinces,
  inset,
  flows,
  label,
}: {
  provinces: Geometry;
  inset: Geometry;
  flows: readonly Flow[];
  label: string;
}) {
  const outlines = useMemo(() => pathsOf(provinces, page), [provinces]);
  const dashes = useMemo(
    () => inset.features.filter((f) => f.properties.inset === false).map((f) => pathOf(f, page)),
    [inset],
  );
  return (
    <div className="flow-map">
      <svg viewBox={`-10 -10 ${page.width + 20} ${page.height + 30}`} role="img" aria-label={label}>
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 10 10"
            refX="8"
            refY="5"
            markerWidth="11"
            markerHeight="11"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path className="tip" d="M0 0L10 5L0 10Z" />
          </marker>
        </defs>
        <g className="ground">
          {outlines.map(({ code, d }) => (
            <path key={code} d={d} />
          ))}
        </g>
        <g className="dashes">
          {dashes.map((d) => (
            <path key={d} d={d} />
          ))}
        </g>
        <g className="arcs">
          {flows.map(({ key, from, to, size, label }) => (
            <path
              key={key}
              d={arc(page.at(from), page.at(to))}
              strokeWidth={1 + 9 * size}
              markerEnd="url(#arrow)"
            >
              <title>{label}</title>
            </path>
          ))}
        </g>
      </svg>
      <Inset layer={inset} provinces={provinces} colour={() => 'transparent'} />
    </div>
  );
}

function arc([x1, y1]: Position, [x2, y2]: Position): string {
  const [bendX, bendY] = [(x1 + x2) / 2 - (y2 - y1) * 0.18, (y1 + y2) / 2 + (x2 - x1) * 0.18];
  return `M${x1.toFixed(1)} ${y1.toFixed(1)}Q${bendX.toFixed(1)} ${bendY.toFixed(1)} ${x2.toFixed(1)} ${y2.toFixed(1)}`;
}

/** The way of a centre over the ground about it, drawn large: it wanders by kilometres. */
export function PathMap({
  provinces,
  path,
  label,
}: {
  provinces: Geometry;
  path: readonly Position[];
  label: string;
}) {
  const outlines = useMemo(() => pathsOf(provinces, page), [provinces]);
  const points = path.map(page.at);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const middle = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2] as const;
  const side = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys), 10) * 1.6;
  const unit = side / 400;
  return (
    <svg
      className="flow-map detail"
      viewBox={`${middle[0] - side / 2} ${middle[1] - side / 2} ${side} ${side}`}
      role="img"
      aria-label={label}
    >
      <g className="ground" style={{ strokeWidth: unit }}>
        {outlines.map(({ code, d }) => (
          <path key={code} d={d} />
        ))}
      </g>
      <polyline
        className="way"
        points={points.map((p) => p.join(',')).join(' ')}
        style={{ strokeWidth: 2 * unit }}
      />
      {points.map(([x, y], i) => (
        <circle
          key={`${x},${y}`}
          className={i === points.length - 1 ? 'last' : undefined}
          cx={x}
          cy={y}
          r={(i === points.length - 1 ? 7 : 4) * unit}
        />
      ))}
    </svg>
  );
}
