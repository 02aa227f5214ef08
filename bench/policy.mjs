import {
  benefits,
  compiledRule,
  difference,
  measureSchema,
  ruleSet,
  use,
} from '../packages/policy/src/index.ts';
import { makeCompanies } from '../packages/synthetic/src/index.ts';
import { median, sideBySide, timed } from './clock.mjs';

const places = 200;
const measures = 2000;
const companies = 10_000;
const aims = { sheet: 300, population: 10, reform: 2 };

const both = (text) => ({ zh: text, en: text });
/** Two hundred prefectures in twenty provinces. */
const codes = Array.from(
  { length: places },
  (_, i) => `${11 + Math.floor(i / 10)}${String(1 + (i % 10)).padStart(2, '0')}00`,
);

/** Forty measures hold everywhere, three hundred in a province, the rest in a city. */
const placeOf = (i) =>
  i < 40 ? '100000' : i < 340 ? `${codes[(i * 7) % places].slice(0, 2)}0000` : codes[i % places];

/** Four kinds of measures, each as text and as a function that somebody would write by hand. */
const kinds = [
  {
    text: (i) => ({
      eligible: [`project.equipmentCny >= ${1e6 + i * 1000}`, 'project.industry in ["39", "38", "35"]'],
      gives: {
        per: 'once',
        amounts: [
          ['project.equipmentCny > 50000000.0', 'project.equipmentCny * 0.12'],
          [undefined, 'project.equipmentCny * p.rate'],
        ],
        cap: '5000000',
      },
    }),
    hand:
      (i) =>
      ({ project }) =>
        project.equipmentCny >= 1e6 + i * 1000 && ['39', '38', '35'].includes(project.industry)
          ? Math.min(5e6, project.equipmentCny * (project.equipmentCny > 5e7 ? 0.12 : 0.1))
          : 0,
  },
  {
    text: (i) => ({
      eligible: ['project.premises == "rent"', `project.jobs >= ${50 + (i % 100)}`],
      gives: {
        per: 'year',
        amounts: [[undefined, 'yearly.rentCny * 0.5']],
        years: { from: 1, to: 3 },
        inAll: '3000000',
      },
    }),
    hand:
      (i) =>
      ({ project, yearly }) =>
        project.premises === 'rent' && project.jobs >= 50 + (i % 100)
          ? Math.min(
              3e6,
              [0, 1, 2].reduce((sum, y) => sum + yearly[Math.min(y, yearly.length - 1)].rentCny * 0.5, 0),
            )
          : 0,
  },
  {
    text: () => ({
      eligible: ['project.encouraged && project.encouragedShare >= 0.6'],
      gives: { per: 'year', amounts: [[undefined, 'yearly.taxableCny * (0.25 - p.rate)']] },
    }),
    hand:
      () =>
      ({ project, yearly }) =>
        project.encouraged && project.encouragedShare >= 0.6
          ? Array.from(
              { length: 10 },
              (_, y) => yearly[Math.min(y, yearly.length - 1)].taxableCny * 0.15,
            ).reduce((a, b) => a + b)
          : 0,
  },
  {
    text: (i) => ({
      eligible: ['project.relocated', 'company.highTech || project.jobs >= 300'],
      gives: {
        per: 'once',
        amounts: [[undefined, `project.jobs * ${500 + (i % 10) * 100}`]],
        cap: '1000000',
        paid: [0.5, 0.5],
      },
    }),
    hand:
      (i) =>
      ({ project, company }) =>
        project.relocated && (company.highTech || project.jobs >= 300)
          ? Math.min(1e6, project.jobs * (500 + (i % 10) * 100))
          : 0,
  },
];

function ruleOf(i, reformed) {
  const { eligible, gives } = kinds[i % kinds.length].text(i);
  return compiledRule({
    id: `m-${i}`,
    ...measureSchema.parse({
      title: both(`m-${i}`),
      issuer: both('合成'),
      source: 'synthetic',
      wording: 'paraphrase',
      holds: { in: [placeOf(i)], from: '2020-01-01' },
      kind: 'other',
      about: both('合成'),
      parameters: { rate: [{ from: '2020-01-01', value: reformed ? 0.08 : 0.1 }] },
      eligible: eligible.map((when) => ({ when, says: both(when) })),
      gives: {
        ...gives,
        amounts: gives.amounts.map(([when, amount]) => ({
          ...(when && { when }),
          amount,
          says: both(amount),
        })),
      },
    }),
  });
}

export async function benchPolicy() {
  const rules = Array.from({ length: measures }, (_, i) => ruleOf(i, false));
  const set = ruleSet(rules);
  const population = [
    ...makeCompanies({ seed: 1, count: companies, places: codes, origins: ['440300'], date: '2024-06-30' }),
  ].map(({ place, ...company }) => ({ ...company, place: { code: place, region: 'west' } }));
  const one = population.find(
    ({ project }) => project.relocated && project.encouraged && project.premises === 'rent',
  );

  const byHand = rules.map((_, i) => ({ place: placeOf(i), gives: kinds[i % kinds.length].hand(i) }));
  const handIn = (code, subject) => {
    let total = 0;
    for (const { place, gives } of byHand) {
      if (
        place === code ||
        place === '100000' ||
        (place.endsWith('0000') && place.slice(0, 2) === code.slice(0, 2))
      )
        total += gives(subject);
    }
    return total;
  };
  const ours = () => codes.map((code) => benefits(set, { ...one, place: { code, region: 'west' } }));
  const hand = () => codes.map((code) => handIn(code, one));
  const outcomes = ours();
  const differs = hand().findIndex((total, i) => Math.abs(total - outcomes[i].total) > 1);
  if (differs >= 0) throw new Error(`the rules written by hand give something else in ${codes[differs]}`);
  const sheet = await sideBySide(ours, hand, { least: 7, most: 30, seconds: 8 });

  const reform = ruleSet(rules.map((rule, i) => (i === 0 || i % 97 === 4 ? ruleOf(i, true) : rule)));
  const runs = { use: [], reform: [] };
  for (let i = 0; i < 3; i++) {
    runs.use.push((await timed(() => use(set, population))).ms / 1000);
    runs.reform.push((await timed(() => difference(set, reform, population))).ms / 1000);
  }
  return {
    places,
    measures,
    outcomes: outcomes.reduce((sum, { outcomes: all }) => sum + all.length, 0),
    ms: median(sheet.ours),
    handMs: median(sheet.raw),
    companies,
    populationSeconds: median(runs.use),
    reformRatio: median(runs.reform) / median(runs.use),
  };
}

export function printPolicy({ outcomes, ms, handMs, populationSeconds, reformRatio }, say) {
  const missed = (value, aim) => (value > aim ? '  missed' : '');
  say(
    `\npolicy: one company × ${places} places × ${measures} measures, ${outcomes} outcomes with their steps`,
  );
  say(
    `  ${ms.toFixed(0)} ms (aim ${aims.sheet})${missed(ms, aims.sheet)}; the same rules written by hand, without steps: ${handMs.toFixed(1)} ms`,
  );
  say(
    `  ${companies} companies in their places: ${populationSeconds.toFixed(1)} s (aim ${aims.population})${missed(populationSeconds, aims.population)}`,
  );
  say(
    `  a reform that changes a measure everywhere: ${reformRatio.toFixed(2)} times the baseline (aim ${aims.reform})${missed(reformRatio, aims.reform)}`,
  );
}
