import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Boundaries, MultiPolygon } from '@tidu/programme';

interface Layer {
  readonly features: readonly {
    readonly properties: { readonly code?: string };
    readonly geometry: { readonly type: string; readonly coordinates: unknown };
  }[];
}

/** The shapes of prefectures on the pack's map, read when first asked for. */
export function boundariesIn(packRoot: string): Boundaries {
  let read: Promise<ReadonlyMap<string, MultiPolygon>> | undefined;
  return async (code) => {
    read ??= readLayer(join(packRoot, 'map/prefectures.json'));
    return (await read).get(code);
  };
}

async function readLayer(file: string): Promise<ReadonlyMap<string, MultiPolygon>> {
  const { features } = JSON.parse(await readFile(file, 'utf8')) as Layer;
  return new Map(
    features.flatMap(({ properties, geometry: { type, coordinates } }) =>
      properties.code === undefined
        ? []
        : [
            [
              properties.code,
              {
                type: 'MultiPolygon',
                coordinates: (type === 'Polygon'
                  ? [coordinates]
                  : coordinates) as MultiPolygon['coordinates'],
              } satisfies MultiPolygon,
            ] as const,
          ],
    ),
  );
}
