import type { Comparison } from '@tidu/guidance';
import type { OfferOf } from './offer-of.ts';
import { type Language, offerWords, regionWords } from './offer-words.ts';
import { numbered, type SourceList } from './source-list.ts';
import { printWan, wan } from './wan.ts';

/** Products that a page names; further ones are counted. */
const productsNamed = 3;

/** One line of who, what, where and when. */
export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly sources: readonly number[];
}

/** Who wants to do what, where, from when, and on which terms it is reckoned. */
export function factsOfOffer(
  { company, plan, planTitle, planVersion, comparison, places, madeOn, sample }: OfferOf,
  place: Comparison['places'][number],
  nameOf: (code: string) => string,
  sources: SourceList,
  language: Language,
): Fact[] {
  const zh = language === 'zh';
  const { start, ramp, figures, horizon } = comparison;
  const province = `${place.code.slice(0, 2)}0000`;
  const region = places.find(({ code }) => code === province)?.region;
  const where = [
    place.names[language],
    ...(place.code === province ? [] : [nameOf(province)]),
    ...(region ? [regionWords[region]?.[language] ?? region] : []),
  ];
  const rate = figures.find(({ id }) => id === comparison.rate);
  const shares = ramp.shares.map((share) => `${Math.round(share * 100)}%`);
  const settled = shares.slice(0, shares.findLastIndex((one) => one !== shares.at(-1)) + 2);
  const ramped = zh
    ? `达产比例${settled.join('、')}${settled.length < shares.length ? '，其后不变' : ''}${ramp.assumed ? '（企业未填）' : ''}`
    : `share of full production ${settled.join(', ')}${settled.length < shares.length ? ', then constant' : ''}${ramp.assumed ? ' (left open)' : ''}`;
  const own = [sources.ofPlan()];
  const said = (
    label: keyof typeof offerWords,
    text: string,
    from: readonly (number | undefined)[] = own,
  ): Fact => ({
    label: offerWords[label][language],
    text,
    sources: numbered(from),
  });
  return [
    said(
      'company',
      [
        `${company ?? offerWords.notEntered[language]}${sample ? (zh ? '（示例）' : ' (示例 sample)') : ''}`,
        ...(planTitle
          ? [zh ? `方案“${planTitle}”第${planVersion}版` : `plan “${planTitle}”, version ${planVersion}`]
          : []),
      ].join(zh ? '，' : ', '),
    ),
    said('park', where.join(' · '), []),
    peopleSaid(place, nameOf, sources, language),
    said('product', productsSaid(plan, language)),
    said('scale', scaleSaid(plan, language)),
    said(
      'start',
      `${start.date}${start.assumed ? (zh ? `（${offerWords.assumed.zh}）` : ` (${offerWords.assumed.en})`) : ''}`,
      start.assumed ? [] : own,
    ),
    said('made', madeOn, []),
    said(
      'terms',
      [
        zh ? `${horizon}年` : `${horizon} years`,
        ...(rate ? [zh ? `折现率${percent(rate.likely)}` : `discount rate ${percent(rate.likely)}`] : []),
        ramped,
      ].join(zh ? '，' : ', '),
      [rate && sources.ofFigure(rate), ...(ramp.assumed ? [] : own)],
    ),
  ];
}

/** Who lives there, and how much of them the plan would take: the place's own numbers first, unknown where there are none. */
function peopleSaid(
  { code, people }: Comparison['places'][number],
  nameOf: (code: string) => string,
  sources: SourceList,
  language: Language,
): Fact {
  const zh = language === 'zh';
  const own = people.filter(({ place }) => place === code);
  const told = own.length > 0 ? own : people;
  const parts = told.map(({ names, place, value, date, jobsShare }) =>
    [
      `${place === code ? '' : `${nameOf(place)}${zh ? '' : ', '}`}${names[language]}${zh ? `${printWan(wan(value))}万人（${date}）` : ` ${value.toLocaleString('en')} (${date})`}`,
      ...(jobsShare === undefined
        ? []
        : [zh ? `方案用工占${fine(jobsShare)}` : `jobs of the plan ${fine(jobsShare)}`]),
    ].join(zh ? '，' : ', '),
  );
  return {
    label: offerWords.people[language],
    text: parts.length > 0 ? parts.join(zh ? '；' : '; ') : offerWords.unknown[language],
    sources: numbered(told.map((one) => sources.ofRecord(one))),
  };
}

const fine = (share: number): string => `${Number((share * 100).toPrecision(2))}%`;

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

function productsSaid({ products }: OfferOf['plan'], language: Language): string {
  if (!products?.length) return offerWords.notEntered[language];
  const names = products.map(({ name, hs }) => [name, hs && `HS ${hs}`].filter((part) => part).join(' '));
  const told = names
    .slice(0, productsNamed)
    .map((name) => name || offerWords.notEntered[language])
    .join(language === 'zh' ? '、' : ', ');
  if (names.length <= productsNamed) return told;
  return language === 'zh'
    ? `${told}等${names.length}种`
    : `${told} and ${names.length - productsNamed} more`;
}

function scaleSaid(
  { products, jobs, site, powerKwh, equipmentCny }: OfferOf['plan'],
  language: Language,
): string {
  const zh = language === 'zh';
  const whole = <T>(
    some: readonly T[] | undefined,
    of: (one: T) => number | undefined,
  ): number | undefined => {
    const parts = some?.length ? some.map(of) : [undefined];
    return parts.every((part) => part !== undefined) ? parts.reduce((sum, one) => sum + one, 0) : undefined;
  };
  const output = whole(products, ({ outputCny }) => outputCny);
  const people = whole(jobs, ({ count }) => count);
  const floor = site?.premises === 'land' ? site.landM2 : site?.factoryM2;
  const count = (value: number) => Math.round(value).toLocaleString('en');
  const parts: readonly [string, string | undefined][] = [
    [zh ? '产值' : 'output', output === undefined ? undefined : money(output, language)],
    [zh ? '设备' : 'equipment', equipmentCny === undefined ? undefined : money(equipmentCny, language)],
    [zh ? '用工' : 'jobs', people === undefined ? undefined : `${count(people)}${zh ? '人' : ''}`],
    [
      site?.premises === 'rent' ? (zh ? '租厂房' : 'rented floor') : zh ? '用地' : 'land',
      site?.premises === undefined || floor === undefined
        ? undefined
        : `${count(floor)}${zh ? '平方米' : ' m²'}`,
    ],
    [
      zh ? '用电' : 'electricity',
      powerKwh === undefined
        ? undefined
        : zh
          ? `${count(powerKwh / 1e4)}万千瓦时`
          : `${count(powerKwh / 1e3)} MWh`,
    ],
  ];
  return parts
    .map(([label, value]) =>
      zh ? `${label}${value ?? '未填'}` : `${label} ${value ?? offerWords.notEntered.en}`,
    )
    .join(zh ? '，' : ', ');
}

const money = (yuan: number, language: Language): string =>
  `${printWan(wan(yuan))}${language === 'zh' ? '' : ' '}万元`;
