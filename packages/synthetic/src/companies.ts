import { industries } from './industry.ts';
import { type Draw, drawer, pick, size } from './random.ts';

/** A made-up company with its plan in a place, as rules about companies read it; money in yuan, figures of a full year. */
export interface SyntheticCompany {
  /** `合成企业 17` */
  readonly name: string;
  readonly date: string;
  readonly place: string;
  readonly company: {
    readonly foreignInvested: boolean;
    readonly highTech: boolean;
    readonly aeo: boolean;
    readonly newcomer: boolean;
    readonly registeredIn: string;
    readonly revenueCny: number;
    readonly employees: number;
  };
  readonly project: {
    readonly industry: string;
    readonly hs: readonly string[];
    readonly processing: boolean;
    readonly encouraged: boolean;
    readonly encouragedShare: number;
    readonly relocated: boolean;
    readonly relocatedFrom?: string;
    readonly wholeMove: boolean;
    readonly premises: 'land' | 'rent';
    readonly inBondedZone: boolean;
    readonly inPark: boolean;
    readonly investmentCny: number;
    readonly equipmentCny: number;
    readonly researchCny: number;
    readonly landM2: number;
    readonly factoryM2: number;
    readonly jobs: number;
    readonly skilledJobs: number;
    readonly masters: number;
    readonly doctors: number;
    readonly relocationCny: number;
    readonly loanCny: number;
    readonly loanRate: number;
    readonly registeredCapitalCny: number;
    readonly foreignCapitalUsd: number;
  };
  /** The first year is half a year of production. */
  readonly yearly: readonly Readonly<Record<string, number>>[];
}

export interface CompaniesOptions {
  readonly seed: number;
  readonly count: number;
  /** Where the companies go: six digits of GB/T 2260. */
  readonly places: readonly string[];
  /** Where those come from that move. */
  readonly origins: readonly string[];
  /** When they begin, YYYY-MM-DD. */
  readonly date: string;
}

/**
 * Companies that go to places of the interior, for trying rules out: made up from the seed, the same on every machine.
 * Sizes have a long tail; what a company needs follows from its jobs and its industry with some scatter.
 */
export function* makeCompanies({
  seed,
  count,
  places,
  origins,
  date,
}: CompaniesOptions): Generator<SyntheticCompany> {
  const lottery = industries.flatMap((one) => new Array<typeof one>(one.weights[0]).fill(one));
  for (let i = 0; i < count; i++) yield made(i, drawer(seed, 0xc0, i), lottery);

  function made(i: number, draw: Draw, from: typeof lottery): SyntheticCompany {
    const industry = pick(from, draw());
    const electronic = ['39', '35', '40'].includes(industry.code);
    const about = (value: number) => value * (0.7 + 0.6 * draw());
    const chance = (share: number) => draw() < share;
    const whole = (value: number) => Math.round(value);
    const jobs = whole(40 + 60 * size(draw()));
    const output = whole(jobs * about(electronic ? 1_100_000 : 600_000));
    const equipment = whole(jobs * about(electronic ? 220_000 : 90_000));
    const factoryM2 = whole(jobs * about(electronic ? 22 : 30));
    const relocated = chance(0.7);
    const origin = pick(origins, draw());
    const foreign = chance(0.35);
    const loan = chance(0.6) ? whole(equipment * about(0.5)) : 0;
    const rents = chance(0.65);
    const exports = whole(output * about(0.55));
    const wages = whole(jobs * about(72_000));
    const taxable = whole(output * (0.09 * draw() - 0.01));
    const power = whole(output * about(0.025));
    const highTech = chance(electronic ? 0.3 : 0.1);
    const full = {
      outputCny: output,
      exportsCny: exports,
      importsCny: whole(exports * about(0.45)),
      taxableCny: Math.max(0, taxable),
      incomeTaxCny: whole(Math.max(0, taxable) * 0.25),
      vatCny: whole((output - exports) * about(0.04)),
      localTaxCny: whole(Math.max(0, taxable) * 0.1 + (output - exports) * 0.02),
      dutyCny: whole((output - exports) * about(0.01)),
      wagesCny: wages,
      rentCny: rents ? whole(factoryM2 * about(15) * 12) : 0,
      powerKwh: power,
      powerCny: whole(power * 0.65),
      freightCny: whole(output * about(0.02)),
      teu: whole(output / about(900_000)),
      interestCny: whole(loan * 0.04),
      premiumCny: whole(exports * about(0.002)),
      jobs,
    };
    const half = Object.fromEntries(
      Object.entries(full).map(([name, value]) => [name, name === 'interestCny' ? value : whole(value / 2)]),
    );
    return {
      name: `合成企业 ${i + 1}`,
      date,
      place: pick(places, draw()),
      company: {
        foreignInvested: foreign,
        highTech,
        aeo: chance(0.15),
        newcomer: chance(0.9),
        registeredIn: origin,
        revenueCny: whole(output * about(1.5)),
        employees: whole(jobs * about(1.5)),
      },
      project: {
        industry: industry.code,
        hs: [String(industry.chapters[0]?.[0] ?? 85).padStart(2, '0')],
        processing: chance(0.6),
        encouraged: chance(0.5),
        encouragedShare: 0.5 + 0.5 * draw(),
        relocated,
        ...(relocated && { relocatedFrom: origin }),
        wholeMove: relocated && chance(0.4),
        premises: rents ? 'rent' : 'land',
        inBondedZone: chance(0.4),
        inPark: chance(0.7),
        investmentCny: whole(equipment * about(1.6)),
        equipmentCny: equipment,
        researchCny: whole(output * (highTech ? about(0.04) : about(0.008))),
        landM2: rents ? 0 : whole(factoryM2 * about(1.6)),
        factoryM2,
        jobs,
        skilledJobs: whole(jobs * about(0.2)),
        masters: whole(jobs * about(0.01)),
        doctors: whole(jobs * 0.002 * draw()),
        relocationCny: relocated ? whole(equipment * about(0.05)) : 0,
        loanCny: loan,
        loanRate: 0.04,
        registeredCapitalCny: whole(equipment * about(0.6)),
        foreignCapitalUsd: foreign ? whole(equipment * about(0.06)) : 0,
      },
      yearly: [half, full],
    };
  }
}
