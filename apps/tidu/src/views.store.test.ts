import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPack } from '@tidu/reference/pack';
import { afterAll, describe, expect, it } from 'vitest';
import { packRoot } from './house.store.ts';
import { Views } from './views.store.ts';
import { readyViews } from './views.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-views-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ready = readyViews(readPack(packRoot));
const name = { zh: '各省', en: 'Provinces' };

describe('saved views', () => {
  it('are kept under an address of their own, renamed and deleted; those in the box stay', () => {
    const file = join(folder, 'views.json');
    const views = new Views(file, ready);
    const { id } = views.save({ name, state: { by: 'province' }, published: true });
    expect(id).toMatch(/^[a-z0-9]{7}$/);
    expect(new Views(file, ready).get(id)).toMatchObject({ name, state: { by: 'province' }, ready: false });
    views.rename(id, { zh: '改名', en: 'Renamed' });
    expect(new Views(file, ready).get(id).name.zh).toBe('改名');
    views.discard(id);
    expect(() => views.get(id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(() => views.discard('regions')).toThrow(expect.objectContaining({ code: 'not-allowed' }));
    expect(views.list().map((view) => view.id)).toEqual(ready.map((view) => view.id));
  });

  it('are whole whenever the program is killed', async () => {
    const file = join(folder, 'killed.json');
    const script = join(folder, 'save.mjs');
    writeFileSync(
      script,
      `import { Views } from ${JSON.stringify(join(import.meta.dirname, 'views.store.ts'))};
       const views = new Views(${JSON.stringify(file)}, []);
       for (;;) { views.save({ name: ${JSON.stringify(name)}, state: { by: 'x'.repeat(8000) }, published: true }); process.stdout.write('.'); }`,
    );
    for (let i = 0; i < 3; i++) {
      const saving = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
      let saved = 0;
      await new Promise<void>((resolve) => {
        saving.stdout.on('data', (dots: Buffer) => {
          saved += dots.length;
          if (saved > 20 + i) saving.kill('SIGKILL');
        });
        saving.once('exit', () => resolve());
      });
      expect(new Views(file, []).list().length).toBeGreaterThanOrEqual(saved);
    }
  });

  it('say what to do when their file is none', () => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, '{"views":');
    expect(() => new Views(file, []).list()).toThrow(expect.objectContaining({ code: 'views-unreadable' }));
    expect(readFileSync(file, 'utf8')).toBe('{"views":');
  });
});
