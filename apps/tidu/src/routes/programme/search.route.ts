import { kinds, type Programme, search } from '@tidu/programme';
import { z } from 'zod';
import { deeds } from '../../deeds/deeds.ts';
import type { Api } from '../../http.server.ts';
import { kindName, stateName } from '../../kind-names.ts';
import { words } from '../schemas.ts';

const spans = z.array(z.tuple([z.int(), z.int()]));
const found = z.object({
  id: z.string(),
  kind: z.string(),
  kindName: words,
  title: words,
  stateName: words,
  parent: z.string().optional(),
  due: z.string().optional(),
  sample: z.boolean(),
  /** Which characters of the titles answer, `[from, to)`. */
  marks: z.object({ zh: spans, en: spans }),
});

/** Records by their names in Chinese, pinyin and English. */
export function searchRoutes(api: Api, programme: () => Promise<Programme>): void {
  api.get(
    '/search',
    {
      config: { open: 'it finds only what the asker may read' },
      schema: {
        querystring: z.object({
          q: z.string().trim().max(100),
          kind: z.string().max(40).optional(),
          limit: z.coerce.number().int().min(1).max(50).default(20),
        }),
        response: { 200: z.object({ found: z.array(found) }) },
      },
    },
    async ({ query: { q, kind, limit }, asker }) => {
      const { records } = await programme();
      const rows = await search(records.reading, kinds, deeds, asker, { question: q, limit, kind });
      return {
        found: rows.map((row) => ({
          id: row.id,
          kind: row.kind,
          kindName: kindName(row.kind),
          title: { ...row.title },
          stateName: stateName(row.kind, row.state),
          ...(row.parent && { parent: row.parent }),
          ...(row.due && { due: row.due }),
          sample: row.sample,
          marks: { zh: spansOut(row.spans.zh), en: spansOut(row.spans.en) },
        })),
      };
    },
  );
}

const spansOut = (of: readonly (readonly [number, number])[]) =>
  of.map(([from, to]): [number, number] => [from, to]);
