import { useNavigate } from '@tanstack/react-router';
import { memo, useMemo, useState } from 'react';
import type { Geometry, Position } from '../api/types.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words.ts';
import { Inset } from './inset.map.tsx';
import { pathOf, pathsOf, sheet } from './projection.ts';

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

/** North-west, south-west, south-east and north-east of the mainland, Hainan and Taiwan. */
const frame: Position[] = [
  [73.4, 39.5],
  [80, 30],
  [109.5, 18],
  [122.5, 21.5],
  [135.2, 48.4],
  [122, 53.6],
];
const page = sheet(1000, frame);
const margin = 10;
const height = page.height + 2 * margin;

export function ChinaMap({ prefectures, provinces, inset, level, label, colour, describe, marks }: Props) {
  const { t } = useWords();
  const [zoom, setZoom] = useState(1);
  const [centre, setCentre] = useState<Position>([500, height / 2]);
  const [pointed, setPointed] = useState<{ text: string; x: number; y: number }>();
  const areas = useMemo(() => pathsOf(prefectures, page), [prefectures]);
  const outlines = useMemo(() => pathsOf(provinces, page), [provinces]);
  const dashes = useMemo(
    () => inset?.features.filter((f) => f.properties.inset === false).map((f) => pathOf(f, page)) ?? [],
    [inset],
  );
  const width = 1000 / zoom;
  const tall = height / zoom;
  const left = clamp(centre[0] - width / 2, 0, 1000 - width);
  const top = clamp(centre[1] - tall / 2, 0, height - tall);
  const filled = level === 'province' ? outlines : areas;
  return (
    <div className="map">
      <svg
        viewBox={`${left} ${top - margin} ${width} ${tall}`}
        role="img"
        aria-label={label}
        onPointerMove={(event) => {
          const area = (event.target as Element).closest('[data-code]');
          const box = event.currentTarget.getBoundingClientRect();
          const code = area?.getAttribute('data-code');
          setPointed(
            code
              ? {
                  text: describe(code, area?.getAttribute('data-name') ?? ''),
                  x: event.clientX - box.left,
                  y: event.clientY - box.top,
                }
              : undefined,
          );
        }}
        onPointerLeave={() => setPointed(undefined)}
        onDoubleClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setCentre([
            left + ((event.clientX - box.left) / box.width) * width,
            top + ((event.clientY - box.top) / box.height) * tall,
          ]);
          setZoom(Math.min(zoom * 1.8, 8));
        }}
      >
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
      </svg>
      {inset ? <Inset layer={inset} provinces={provinces} colour={colour} /> : null}
      <div className="zoom">
        <button type="button" aria-label={t('map.zoomIn')} onClick={() => setZoom(Math.min(zoom * 1.6, 8))}>
          +
        </button>
        <button type="button" aria-label={t('map.zoomOut')} onClick={() => setZoom(Math.max(zoom / 1.6, 1))}>
          −
        </button>
        {zoom > 1 ? (
          <button type="button" aria-label={t('map.zoomReset')} onClick={() => setZoom(1)}>
            ⤢
          </button>
        ) : null}
      </div>
      {pointed ? (
        <div className="pointed" style={{ left: pointed.x, top: pointed.y }} aria-hidden="true">
          {pointed.text}
        </div>
      ) : null}
    </div>
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

/** Where a name would run into another or off the coast it goes to the other side of its mark. */
const side: Record<string, 'left' | 'right' | 'below'> = {
  jiyuan: 'left',
  taiyuan: 'left',
  xian: 'left',
  meishan: 'left',
  guiyang: 'left',
  nanning: 'left',
  harbin: 'left',
};

function Marks({ marks, zoom }: { marks: readonly MapMark[]; zoom: number }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const size = 1 / Math.sqrt(zoom);
  return (
    <g className="marks">
      {marks.map(({ id, name, position }) => {
        const [x, y] = page.at(position);
        const leftwards = side[id] === 'left';
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
              <text x={leftwards ? -10 : 10} y="5" textAnchor={leftwards ? 'end' : 'start'}>
                {name}
              </text>
            </g>
          </a>
        );
      })}
    </g>
  );
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
