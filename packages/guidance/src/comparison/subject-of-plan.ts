import type { Project, Subject, Yearly } from '@tidu/policy';
import type { CompanyPlan } from './company-plan.ts';
import type { ComparedPlace } from './compared-places.ts';

/** Jobs of a list, all of them told; else nothing. */
const counted = (jobs: CompanyPlan['jobs']): number | undefined =>
  jobs?.length && jobs.every(({ count }) => count !== undefined)
    ? jobs.reduce((sum, { count = 0 }) => sum + count, 0)
    : undefined;

/** Jobs at full production; nothing where one number is open. */
export const jobsOf = ({ jobs }: CompanyPlan): number | undefined => counted(jobs);

/** Everything that measures ask of the project, as far as the plan tells it. */
function projectOf(plan: CompanyPlan): Project {
  const { products, jobs, site, relocation, customs, loan } = plan;
  const hs = products?.flatMap(({ hs }) => hs ?? []);
  const all = counted(jobs);
  const buildingCny = site?.premises === 'rent' ? (site.buildingCny ?? 0) : site?.buildingCny;
  return {
    ...plan.project,
    hs: hs?.length ? hs : undefined,
    processing: customs?.processing,
    inBondedZone: customs?.inBondedZone,
    inPark: true,
    relocated: relocation && true,
    relocatedFrom: relocation?.from,
    relocationCny: relocation?.movingCny,
    premises: site?.premises,
    landM2: site?.landM2,
    factoryM2: site?.factoryM2,
    equipmentCny: plan.equipmentCny,
    investmentCny:
      plan.equipmentCny === undefined || buildingCny === undefined
        ? undefined
        : plan.equipmentCny + buildingCny,
    jobs: all,
    skilledJobs:
      all === undefined ? undefined : (counted(jobs?.filter(({ skill }) => skill !== 'worker')) ?? 0),
    loanCny: loan?.cny,
    loanRate: loan?.rate,
  };
}

/** What a model tells of a place by year; nothing where it is unknown. */
export interface YearsOfModel {
  readonly wages?: readonly number[] | undefined;
  readonly rent?: readonly number[] | undefined;
  readonly power?: readonly number[] | undefined;
  readonly freight?: readonly number[] | undefined;
  readonly duty?: readonly number[] | undefined;
  readonly taxable?: readonly number[] | undefined;
  readonly tax?: readonly number[] | undefined;
}

/**
 * The plan in one place as measures look at it.
 * @param ramp share of full production by year
 * @param today the day on which a project without a start begins
 */
export function subjectOf(
  plan: CompanyPlan,
  place: ComparedPlace,
  ramp: readonly number[],
  today: string,
): (years: YearsOfModel) => Subject {
  const project = projectOf(plan);
  const whole = quantities(plan);
  const times = (yuan: number | undefined, share: number) => (yuan === undefined ? undefined : yuan * share);
  const { cny, rate } = plan.loan ?? {};
  const interestCny = cny === undefined || rate === undefined ? undefined : cny * rate;
  return (years) => ({
    date: plan.schedule?.start ?? today,
    place: place.facts,
    company: plan.company ?? {},
    project,
    yearly: ramp.map(
      (share, y): Yearly => ({
        outputCny: times(whole.output, share),
        exportsCny: times(whole.exports, share),
        importsCny: times(whole.imports, share),
        teu: times(whole.teu, share),
        powerKwh: times(plan.powerKwh, share),
        jobs: times(project.jobs, share),
        interestCny,
        premiumCny: times(plan.premiumCny, share),
        vatCny: times(plan.vatCny, share),
        localTaxCny: times(plan.localTaxCny, share),
        wagesCny: years.wages?.[y],
        rentCny: years.rent?.[y],
        powerCny: years.power?.[y],
        freightCny: years.freight?.[y],
        dutyCny: years.duty?.[y],
        taxableCny: years.taxable?.[y],
        incomeTaxCny: years.tax?.[y],
      }),
    ),
  });
}

/** Quantities of a year at full production; nothing where a part of one is open. */
function quantities({ products, inputs }: CompanyPlan) {
  const sum = (parts: readonly (number | undefined)[] | undefined) =>
    parts?.length && parts.every((part) => part !== undefined)
      ? parts.reduce<number>((total, part) => total + (part as number), 0)
      : undefined;
  const share = (whole: number | undefined, part: number | undefined) =>
    part === 0 ? 0 : whole === undefined || part === undefined ? undefined : whole * part;
  return {
    output: sum(products?.map(({ outputCny }) => outputCny)),
    exports: sum(products?.map(({ outputCny, exportedShare }) => share(outputCny, exportedShare))),
    imports:
      inputs?.length === 0
        ? 0
        : sum(inputs?.map(({ valueCny, importedShare }) => share(valueCny, importedShare))),
    teu: sum(products?.map(({ teu, exportedShare }) => share(teu, exportedShare))),
  };
}
