import { companySchema, type Project, projectSchema } from '@tidu/policy';
import { z } from 'zod';

const gb = z.string().regex(/^\d{6}$/, 'a GB/T 2260 code of six digits');
const share = z.number().min(0).max(1);
const yuan = z.number().min(0).max(1e13);
const amount = z.number().min(0).max(1e10);

/** A figure of the company's own: one number, or ends between which it lies, with the likeliest where that can be said. */
const ownFigure = z.union([
  amount,
  z
    .strictObject({ low: amount, likely: amount.optional(), high: amount })
    .refine(({ low, likely = low, high }) => low <= likely && likely <= high, {
      error: 'low ≤ likely ≤ high',
    }),
]);
export type OwnFigure = z.infer<typeof ownFigure>;

/** Where exports go; days at sea are told by market. */
export const markets = ['EU', 'US', 'JP', 'KR', 'ASEAN', 'HK', 'other'] as const;
export type Market = (typeof markets)[number];

const hs = z.string().regex(/^\d{2}(\d{2}){0,4}$/, '2 to 10 digits of an HS code');

const product = z
  .strictObject({
    hs,
    name: z.string().max(80),
    /** Output a year at full production, yuan without VAT. */
    outputCny: yuan,
    exportedShare: share,
    /** Containers of the whole output a year at full production, TEU. */
    teu: amount,
    markets: z.array(z.strictObject({ to: z.enum(markets), share })).max(markets.length),
    /** Where what is sold at home goes. */
    home: gb,
  })
  .partial();

const input = z
  .strictObject({
    hs,
    name: z.string().max(80),
    /** Bought a year at full production, yuan without VAT and duty. */
    valueCny: yuan,
    importedShare: share,
    teu: amount,
    /** Tariff on it as ordinary trade. */
    dutyRate: z.number().min(0).max(3),
    /** Where that which is bought at home comes from. */
    from: gb,
  })
  .partial();

const skills = ['worker', 'skilled', 'engineer', 'manager'] as const;

const jobs = z
  .strictObject({
    skill: z.enum(skills),
    count: z.number().min(0).max(1e6),
    /** A year, before the employer's contributions; left open, the place's average wage holds. */
    wageCny: ownFigure,
    /** Times the place's average wage, where no wage of its own is given. */
    timesAverage: z.number().min(0.1).max(20),
  })
  .partial();

/** Figures of the company's own for one place; each takes the place of what the pack tells. */
const ownOfPlace = z
  .strictObject({
    /** A year, of one for whom no wage is given. */
    wageCny: ownFigure,
    landCnyPerM2: ownFigure,
    rentCnyPerM2Month: ownFigure,
    powerCnyPerKwh: ownFigure,
    waterCnyPerM3: ownFigure,
    /** From the works to the quay, or back. */
    freightCnyPerTeu: ownFigure,
  })
  .partial();
export type OwnOfPlace = z.infer<typeof ownOfPlace>;

/** What the plan says of a project elsewhere, from which a measure's fields are computed. */
export const computedFields = [
  'hs',
  'processing',
  'relocated',
  'relocatedFrom',
  'premises',
  'inBondedZone',
  'inPark',
  'investmentCny',
  'equipmentCny',
  'landM2',
  'factoryM2',
  'jobs',
  'skilledJobs',
  'relocationCny',
  'loanCny',
  'loanRate',
] as const satisfies readonly (keyof Project)[];

/**
 * What a company enters once to compare places. Every field may be left open: what rests on it is then unknown, and never zero.
 * Quantities are those of one year at full production; money is yuan at today's prices.
 */
export const companyPlanSchema = z
  .strictObject({
    products: z.array(product).max(20),
    inputs: z.array(input).max(40),
    jobs: z.array(jobs).max(10),
    site: z
      .strictObject({
        premises: z.enum(['land', 'rent']),
        landM2: amount,
        factoryM2: amount,
        buildingCny: yuan,
      })
      .partial(),
    powerKwh: amount,
    waterM3: amount,
    equipmentCny: yuan,
    /** Other costs a year at full production (upkeep, selling, management): the same in every place, for the profit alone. */
    otherCny: yuan,
    loan: z.strictObject({ cny: yuan, rate: share }).partial(),
    customs: z.strictObject({ processing: z.boolean(), inBondedZone: z.boolean() }).partial(),
    relocation: z
      .strictObject({
        from: gb,
        movingCny: yuan,
        /** Severance, lost output and the like. */
        otherCny: yuan,
      })
      .partial(),
    schedule: z
      .strictObject({
        start: z.iso.date(),
        /** Share of full production in the first, second … year; the last holds from then on. */
        rampUp: z.array(share).min(1).max(10),
      })
      .partial(),
    company: companySchema,
    /** What measures ask of the project beyond what the plan says elsewhere. */
    project: projectSchema.superRefine((project, context) => {
      for (const name of computedFields) {
        if (project[name] !== undefined) {
          context.addIssue({
            code: 'custom',
            path: [name],
            message: 'is computed from the rest of the plan: leave it out here',
          });
        }
      }
    }),
    /** A year at full production, as the company expects them; measures alone ask for these. */
    premiumCny: yuan,
    vatCny: yuan,
    localTaxCny: yuan,
    discountRate: share,
    /** By GB code of the place. */
    own: z.record(gb, ownOfPlace),
  })
  .partial();
export type CompanyPlan = z.infer<typeof companyPlanSchema>;
