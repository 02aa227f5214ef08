import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { asks } from '../api/asks.ts';
import type { Zone } from '../api/recognition.client.ts';
import type { Position } from '../api/types.ts';
import { Skeleton } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';
import { type LocalSheet, localSheet, pointsOf } from './local-sheet.ts';
import { MapControls } from './map-controls.tsx';
import { shortcuts } from './map-keys.ts';
import { useMapView } from './map-view.ts';
import { pathOf } from './projection.ts';

interface Props {
  place: string;
  zones: readonly Zone[];
  /** Corners of the zone that is being drawn, not yet closed. */
  draft?: readonly Position[];
  /** A corner was put down; absent where nothing is drawn. */
  onPoint?: ((position: Position) => void) | undefined;
}

const width = 640;

/** Zones over the place that they lie in; while one draws, each click puts down a corner. */
export function ZonesMap(props: Props) {
  const { t } = useWords();
  const [near, setNear] = useState(false);
  const layer = useQuery(asks.map('prefectures'));
  const { place, zones } = props;
  const outline = layer.data?.features.find(({ properties }) => properties.code === place);
  const drawn = useMemo(() => zones.flatMap(({ geometry }) => (geometry ? pointsOf(geometry) : [])), [zones]);
  const around = useMemo(() => (outline ? pointsOf(outline.geometry) : []), [outline]);
  // Corners that are being dragged about must not move the sheet under them.
  const [frame, setFrame] = useState<{ key: string; sheet: LocalSheet }>();
  const key = `${place} ${near} ${around.length > 0}`;
  if (layer.isLoading) return <Skeleton height={320} />;
  const shown = near && drawn.length > 0 ? drawn : around.length > 0 ? around : drawn;
  if (shown.length === 0) return <p className="quiet">{t('zones.noMap')}</p>;
  const sheet = frame?.key === key ? frame.sheet : localSheet(width, shown, near ? 0.6 : 0.05);
  if (frame?.key !== key) setFrame({ key, sheet });
  return (
    <figure className="zones-map">
      <Drawing key={key} {...props} sheet={sheet} outline={outline ? pathOf(outline, sheet) : ''} />
      <figcaption>
        {drawn.length > 0 ? (
          <button type="button" className="linkish" onClick={() => setNear(!near)}>
            {t(near ? 'zones.wholePlace' : 'zones.nearer')}
          </button>
        ) : null}{' '}
        <span className="quiet">{t('zones.simplified')}</span>
      </figcaption>
    </figure>
  );
}

function Drawing({
  zones,
  draft = [],
  onPoint,
  sheet,
  outline,
}: Props & { sheet: LocalSheet; outline: string }) {
  const { t, of } = useWords();
  const { zoom, box, go, handlers } = useMapView([sheet.width, sheet.height]);
  const { drag, onKeyDown, onDoubleClick, ...moves } = handlers;
  // The click that ends a drag puts nothing down.
  const dragged = useRef(false);
  const put = (event: MouseEvent<SVGSVGElement>) => {
    const matrix = event.currentTarget.getScreenCTM()?.inverse();
    if (!onPoint || !matrix || dragged.current) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    const [longitude, latitude] = sheet.from([x, y]);
    onPoint([Number(longitude.toFixed(6)), Number(latitude.toFixed(6))]);
  };
  const text = (ring: readonly Position[]) =>
    ring
      .map((point) =>
        sheet
          .at(point)
          .map((n) => n.toFixed(2))
          .join(','),
      )
      .join(' ');
  const stroke = 1.5 / zoom;
  return (
    <section
      className={onPoint ? 'map drawing' : 'map'}
      aria-label={t('zones.map')}
      aria-keyshortcuts={shortcuts}
      onKeyDown={(event: KeyboardEvent) => onKeyDown(event)}
    >
      <svg
        viewBox={`${box.left} ${box.top} ${box.width} ${box.height}`}
        role="img"
        aria-label={t('zones.count', { count: zones.length })}
        {...moves}
        onPointerDown={(event) => {
          dragged.current = false;
          moves.onPointerDown(event);
        }}
        onPointerMove={(event) => {
          if (drag(event)) dragged.current = true;
        }}
        {...(onPoint ? { onClick: put } : { onDoubleClick })}
      >
        <path className="place" d={outline} style={{ strokeWidth: stroke }} />
        {zones.map(({ name, geometry }, i) =>
          geometry?.coordinates.map((rings, j) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: zones and their parts have no other identity than their order
            <g key={`${i} ${j}`} className="zone">
              {(rings as Position[][]).map((ring) => (
                <polygon key={text(ring)} points={text(ring)} style={{ strokeWidth: stroke }} />
              ))}
              <title>{of(name)}</title>
            </g>
          )),
        )}
        {draft.length > 0 ? (
          <g className="draft">
            <polyline points={text(draft)} style={{ strokeWidth: stroke }} />
            {draft.map((point) => {
              const [x, y] = sheet.at(point);
              return <circle key={`${x} ${y}`} cx={x} cy={y} r={4 / zoom} />;
            })}
          </g>
        ) : null}
      </svg>
      <MapControls go={go} />
    </section>
  );
}
