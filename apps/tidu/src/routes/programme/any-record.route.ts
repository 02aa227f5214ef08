import { kinds, type Programme } from '@tidu/programme';
import { z } from 'zod';
import { mustBeAllowed } from '../../allow.ts';
import type { Api } from '../../http.server.ts';
import { kindName } from '../../kind-names.ts';
import { words } from '../schemas.ts';

/** What kind of record an id names: for links that know nothing but the id. */
export function anyRecordRoute(api: Api, programme: () => Promise<Programme>): void {
  api.get(
    '/records/:id',
    {
      config: { open: 'who may not read the record is told that there is none' },
      schema: {
        params: z.object({ id: z.string().max(80) }),
        response: {
          200: z.object({ id: z.string(), kind: z.string(), kindName: words, plural: z.string() }),
        },
      },
    },
    async ({ params, asker }) => {
      const { records } = await programme();
      const record = await records.get(params.id);
      mustBeAllowed(asker, `${record.kind}.read`, record);
      const found = kinds.find(({ kind }) => kind.name === record.kind)?.kind;
      return {
        id: record.id,
        kind: record.kind,
        kindName: kindName(record.kind),
        plural: found?.plural ?? record.kind,
      };
    },
  );
}
