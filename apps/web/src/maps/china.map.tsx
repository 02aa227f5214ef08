import { useNavigate } from '@tanstack/react-router';
import { memo, type PointerEvent, useMemo, useState } from 'react';
import type { Geometry, Position } from '../api/types.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words.ts';
import { Inset } from './inset.map.tsx';
import { MapControls } from './map-controls.tsx';
import { shortcuts } from './map-keys.ts';
import { useMapView } from './map-view.ts';
import { nationalSheet as page, pathOf, pathsOf } from './projection.ts';
import type { Extent } from './view.ts';

interface MapMark {
  id: string;
  name: string;
  position: Position;
}

interface Props {
  prefectures: Geometry;
  provinces: Geometry;
  inset: Geometry | undefined;
  level: 'prefecture' | 'province';
  label: string;
  colour: (code: string) => string;
  describe: (code: string, name: string) => string;
  marks: readonly MapMark[];
}

const margin = 10;
const extent: Extent = [page.width, page.height + 2 * margin];

export function ChinaMap({ prefectures, provinces, inset, level, label, colour, describe, marks }: Props) {
  const { near, zoom, dragging, box, go, handlers } = useMapView(extent);
  const { drag, onKeyDown, ...moves } = handlers;
  const [pointed, setPointed] = useState<{ text: string; x: number; y: number }>();
  const areas = useMemo(() => pathsOf(prefectures, page), [prefectures]);
  const outlines = useMemo(() => pathsOf(provinces, page), [provinces]);
  const dashes = useMemo(
    () => inset?.features.filter((f) => f.properties.inset === false).map((f) => pathOf(f, page)) ?? [],
    [inset],
  );
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const area = (event.target as Element).closest('[data-code]');
    const code = area?.getAttribute('data-code');
    const { left, top } = event.currentTarget.getBoundingClientRect();
    setPointed(
      code
        ? {
            text: describe(code, area?.getAttribute('data-name') ?? ''),
            x: event.clientX - left,
            y: event.clientY - top,
          }
        : undefined,
    );
  };
  const filled = level === 'province' ? outlines : areas;
  return (
    <section
      className={`map${near ? ' near' : ''}${dragging ? ' dragging' : ''}`}
      aria-label={label}
      aria-keyshortcuts={shortcuts}
      onKeyDown={onKeyDown}
    >
      <svg
        viewBox={`${box.left} ${box.top} ${box.width} ${box.height}`}
        role="presentation"
        {...moves}
        onPointerMove={(event) => (drag(event) ? setPointed(undefined) : point(event))}
        onPointerLeave={() => setPointed(undefined)}
      >
        <g transform={`translate(0 ${margin})`}>
          <g className="areas">
            {filled.map(({ code, name, d }) => (
              <Area key={code} code={code} name={name} d={d} fill={colour(code)} />
            ))}
          </g>
          <g className="outlines" style={{ strokeWidth: 0.9 / Math.sqrt(zoom) }}>
            {outlines.map(({ code, d }) => (
              <path key={code} d={d} />
            ))}
          </g>
          <g className="dashes">
            {dashes.map((d) => (
              <path key={d} d={d} />
            ))}
          </g>
          <Marks marks={marks} zoom={zoom} />
        </g>
      </svg>
      {inset ? <Inset layer={inset} provinces={provinces} colour={colour} /> : null}
      <MapControls go={go} />
      {pointed ? (
        <div className="pointed" style={{ left: pointed.x, top: pointed.y }} aria-hidden="true">
          {pointed.text}
        </div>
      ) : null}
    </section>
  );
}

const Area = memo(function Area({
  code,
  name,
  d,
  fill,
}: {
  code: string;
  name: string;
  d: string;
  fill: string;
}) {
  return <path d={d} fill={fill} data-code={code} data-name={name} />;
});

/** Where a name to the right would run into another or off the coast it goes to the left of its mark. */
const leftwards = new Set(['jiyuan', 'taiyuan', 'xian', 'meishan', 'guiyang', 'nanning', 'harbin']);

function Marks({ marks, zoom }: { marks: readonly MapMark[]; zoom: number }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const size = 1 / Math.sqrt(zoom);
  return (
    <g className="marks">
      {marks.map(({ id, name, position }) => {
        const [x, y] = page.at(position);
        const left = leftwards.has(id);
        return (
          <a
            key={id}
            href={paths.park.replace('$id', id)}
            aria-label={t('map.park', { name })}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey) return;
              event.preventDefault();
              void navigate({ to: paths.park, params: { id } });
            }}
          >
            <g transform={`translate(${x} ${y}) scale(${size})`}>
              <circle className="reach" r="13" />
              <path className="pin" d="M0 -6.500L6.500 0L0 6.500L-6.500 0Z" />
              <text x={left ? -10 : 10} y="5" textAnchor={left ? 'end' : 'start'}>
                {name}
              </text>
            </g>
          </a>
        );
      })}
    </g>
  );
}
