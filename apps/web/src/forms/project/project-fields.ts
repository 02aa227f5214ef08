import type { ProjectContent } from '../../api/project.client.ts';

/** A project as its form has it: amounts in units of 10 000 yuan, lists as text. */
export interface ProjectFields {
  name: string;
  company: string;
  creditCode?: string;
  origin: string;
  industry: string;
  chapters?: string[];
  partner?: string;
  companyOrganisation?: string;
  found: string;
  investment: number;
  jobs: number;
  production?: string;
  years?: { year: number; output?: number | null; exports?: number | null }[];
  amendment?: { on?: string; document?: string; reason?: string };
}

/** Desks write amounts in 万元. */
export const yuanOfUnit = 10_000;

export function toFields(content: ProjectContent): Partial<ProjectFields> {
  const {
    name,
    company,
    creditCode,
    origin,
    industry,
    chapters,
    partner,
    found,
    promised,
    companyOrganisation,
  } = content;
  return {
    name,
    company,
    creditCode,
    ...(origin && { origin }),
    ...(industry && { industry }),
    chapters,
    ...(partner && { partner }),
    ...(companyOrganisation && { companyOrganisation }),
    found,
    // A form that is new asks for both; nothing is not a promise.
    ...(promised.investment > 0 && { investment: promised.investment / yuanOfUnit }),
    ...(promised.jobs > 0 && { jobs: promised.jobs }),
    ...(promised.production && { production: promised.production }),
    years: promised.years.map(({ year, output, exports }) => ({
      year,
      output: output / yuanOfUnit,
      exports: exports / yuanOfUnit,
    })),
  };
}

/** The content with what the form says in its place; everything else stays. */
export function fromFields(content: ProjectContent, fields: ProjectFields): ProjectContent {
  const {
    chapters,
    investment,
    jobs,
    production,
    years,
    amendment,
    partner,
    companyOrganisation,
    creditCode,
    ...plain
  } = fields;
  const { partner: _, companyOrganisation: __, ...rest } = content;
  const { on, document, reason } = amendment ?? {};
  return {
    ...rest,
    ...plain,
    creditCode: creditCode ?? '',
    ...(partner && { partner }),
    ...(companyOrganisation && { companyOrganisation }),
    chapters: chapters ?? [],
    promised: {
      investment: Math.round(investment * yuanOfUnit),
      jobs,
      ...(production && { production }),
      years: (years ?? []).map(({ year, output, exports }) => ({
        year,
        output: Math.round((output ?? 0) * yuanOfUnit),
        exports: Math.round((exports ?? 0) * yuanOfUnit),
      })),
    },
    amendments:
      on && document && reason ? [...content.amendments, { on, document, reason }] : content.amendments,
  };
}
