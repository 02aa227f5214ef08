import { catalogue, computeFigure, type FigureRequest, readReceipt, verify } from '@tidu/indicators';
import { z } from 'zod';
import { groundFor } from '../guidance/ground.store.ts';
import { isGuidanceReceipt, verifyGuidance } from '../guidance/verify-guidance.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';
import { flow } from './schemas.ts';

const figure = z.object({
  figure: z.string(),
  period: z.string(),
  flow: z.enum(['export', 'import', 'total']),
  unit: z.string(),
  values: z.record(z.string(), z.number().nullable()),
  coverage: z.record(z.string(), z.unknown()),
  notes: z.array(z.string()),
  synthetic: z.boolean(),
});
const receipt = z.looseObject({
  receipt: z.literal(1),
  request: z.unknown(),
  formula: z.object({ text: z.string(), source: z.string() }),
  questions: z.array(z.looseObject({ name: z.string(), query: z.unknown(), sql: z.string() })),
  loads: z.array(
    z.object({ id: z.int(), file: z.string(), sha256: z.string(), at: z.string(), synthetic: z.boolean() }),
  ),
  suppression: z.string(),
  program: z.object({ name: z.string(), version: z.string() }),
  result: figure,
  sha256: z.string(),
});
const parameter = z.object({
  default: z.string(),
  describe: z.string(),
  values: z.array(z.string()).optional(),
});

export function figureRoutes(api: Api, house: House): void {
  const { pack, seenBy } = house;
  api.get(
    '/figures',
    {
      schema: {
        response: {
          200: z.object({
            figures: z.array(
              z.object({
                name: z.string(),
                unit: z.string(),
                formula: z.object({ text: z.string(), source: z.string() }),
                parameters: z.record(z.string(), parameter),
              }),
            ),
          }),
        },
      },
    },
    async () => ({
      figures: Object.values(catalogue).map(({ name, unit, formula, parameters }) => ({
        name,
        unit,
        formula,
        parameters: structuredClone(parameters) as Record<string, z.infer<typeof parameter>>,
      })),
    }),
  );

  api.get(
    '/figures/:name',
    {
      schema: {
        params: z.object({ name: z.string() }),
        querystring: z
          .object({
            period: z.string(),
            flow,
            processing: z.stringbool().optional(),
            asKnownAt: z.coerce.number().int().positive().optional(),
          })
          .catchall(z.string()),
        response: { 200: z.object({ figure, receipt }) },
      },
    },
    async ({ params, query, clearance }) => {
      const { period, flow, processing, asKnownAt, ...parameters } = query;
      const request: FigureRequest = {
        figure: params.name,
        period,
        flow,
        ...(processing === undefined ? {} : { processing }),
        ...(asKnownAt === undefined ? {} : { asKnownAt }),
        parameters: parameters as Record<string, string>,
      };
      const made = await computeFigure(seenBy(clearance), pack, request);
      return JSON.parse(JSON.stringify(made)) as {
        figure: z.infer<typeof figure>;
        receipt: z.infer<typeof receipt>;
      };
    },
  );

  api.post(
    '/verify',
    {
      schema: {
        body: z.unknown(),
        response: { 200: z.object({ same: z.boolean(), differences: z.array(z.string()) }) },
      },
    },
    async ({ body, clearance, asker }) => {
      const { same, differences } = isGuidanceReceipt(body)
        ? await verifyGuidance(body, await groundFor(house, clearance, asker), pack)
        : await verify(readReceipt(body), seenBy(clearance), pack);
      return { same, differences: [...differences] };
    },
  );
}
