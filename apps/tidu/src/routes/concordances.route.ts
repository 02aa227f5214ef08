import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import { z } from 'zod';
import { mustBeDesk } from '../clearance.ts';
import { Refused } from '../errors.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';

const table = z.object({
  from: z.string(),
  to: z.string(),
  links: z.int(),
  file: z.string(),
  at: z.string(),
});
const added = z.object({
  from: z.string(),
  to: z.string(),
  links: z.int(),
  /** Codes beside which another relation is printed than the links make: the file may be incomplete. */
  otherwise: z.array(z.string()),
});

/** No correlation has a tenth of it. */
const largestFile = 32 * 2 ** 20;

/** The tables between editions of the HS: which there are, and one more. */
export async function concordanceRoutes(api: Api, { concordances }: House): Promise<void> {
  await api.register(multipart, { limits: { fileSize: largestFile, files: 1 } });

  api.get(
    '/concordances',
    { schema: { response: { 200: z.object({ concordances: z.array(table) }) } } },
    async () => ({
      concordances: concordances
        .list()
        .map(({ from, to, links, file, at }) => ({ from, to, links: links.length, file, at })),
    }),
  );

  api.post('/concordances', { schema: { response: { 200: added } } }, async (request) => {
    mustBeDesk(request.clearance);
    if (!request.isMultipart()) {
      throw new Refused('not-understood', 'a file comes as a form (multipart/form-data)', 'choose a file');
    }
    const part = await request.file();
    if (part === undefined) throw new Refused('not-understood', 'there is no file', 'choose a file');
    const folder = mkdtempSync(join(tmpdir(), 'tidu-concordance-'));
    try {
      const path = join(folder, basename(part.filename.replaceAll('\\', '/')) || 'unnamed');
      await pipeline(part.file, createWriteStream(path));
      if (part.file.truncated) {
        throw new Refused('too-large', `${part.filename} is too large for a concordance`, 'check the file');
      }
      const { from, to, links, otherwise } = await concordances.add(path);
      return { from, to, links: links.length, otherwise: [...otherwise] };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
