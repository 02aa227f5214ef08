import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compressed = promisify(brotliCompress);

export interface MapLayer {
  readonly plain: Buffer;
  readonly brotli: Buffer;
  readonly etag: string;
}

/** The geometry of a pack by layer, compressed once, when first asked for. */
export function mapLayers(packRoot: string): (layer: string) => Promise<MapLayer> {
  const made = new Map<string, Promise<MapLayer>>();
  const make = async (layer: string): Promise<MapLayer> => {
    const plain = await readFile(join(packRoot, 'map', `${layer}.json`));
    const brotli = await compressed(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    return { plain, brotli, etag: `"${layer}-${plain.length}-${brotli.length}"` };
  };
  return (layer) => {
    const known = made.get(layer) ?? make(layer);
    made.set(layer, known);
    return known;
  };
}
