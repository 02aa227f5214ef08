import type { Programme } from '@tidu/programme';
import { z } from 'zod';
import type { Api } from '../../http.server.ts';
import { words } from '../schemas.ts';

const code = z.object({ code: z.string(), name: words });

/** What the forms of projects and plans offer. */
export function projectChoiceRoutes(api: Api, programme: () => Promise<Programme>): void {
  api.get(
    '/project-choices',
    {
      config: { open: 'what a form offers: industries, eastern partners, and the own park' },
      schema: {
        tags: ['projects'],
        response: {
          200: z.object({
            industries: z.array(code),
            partners: z.array(code.extend({ territory: z.string() })),
            /** Companies with an account, told to parks, who name them in projects, and to the ministry, which asks them. */
            companies: z.array(code),
            /** The park of the asker's organisation; absent where it has none. */
            own: z
              .object({ id: z.string(), name: words, organisation: z.string(), territory: z.string() })
              .optional(),
          }),
        },
      },
    },
    async ({ asker }) => {
      const { records, accounts } = await programme();
      const [organisations, own] = await Promise.all([
        accounts.organisations.list(),
        asker.role === 'park'
          ? records.list({ kind: 'park', organisation: asker.organisation, limit: 1 })
          : undefined,
      ]);
      const [park] = own?.records ?? [];
      const { organisation } = asker;
      return {
        industries: records.world.rules.industries.map(({ code: of, name }) => ({
          code: of,
          name: { ...name },
        })),
        partners: organisations
          .filter(({ kind }) => kind === 'partner')
          .map(({ id, name, territory }) => ({ code: id, name: { ...name }, territory })),
        companies: organisations
          .filter(({ kind }) => kind === 'company' && (asker.role === 'park' || asker.role === 'ministry'))
          .map(({ id, name }) => ({ code: id, name: { ...name } })),
        ...(park && {
          own: { id: park.id, name: { ...park.title }, organisation, territory: park.territory },
        }),
      };
    },
  );
}
