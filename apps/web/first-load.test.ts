import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  css?: string[];
}

const dist = join(import.meta.dirname, 'dist');
const manifestFile = join(dist, '.vite/manifest.json');
const limit = 500_000;

/** What the browser must have before the overview stands, without the geometry of the map. */
function firstLoad(manifest: Record<string, Chunk>): string[] {
  const files = new Set(['index.html']);
  const add = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const needed of chunk.imports ?? []) add(needed);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) add(key);
  return [...files];
}

describe.skipIf(!existsSync(manifestFile))('the built page', () => {
  const files = () => firstLoad(JSON.parse(readFileSync(manifestFile, 'utf8')));

  it('loads first in at most 500 kB compressed', () => {
    const bytes = files().reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(limit);
  });

  it('fetches charts only when one is drawn', () => {
    expect(files().filter((file) => file.includes('chart'))).toEqual([]);
  });

  it('carries no script within its document, so that a strict policy can stand', () => {
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
  });
});
