import type { Words } from './zh-CN.ts';

export const effectEn: Pick<Words, 'effect'> = {
  effect: {
    park: 'Park',
    programme: 'All parks',
    what: { processing: 'processing exports', all: 'exports of all trade modes' },
    comparison: 'Compared with',
    comparisons: {
      nearest: 'the cities most like them before',
      all: 'all cities of the interior without a park',
    },
    sentence: {
      above:
        'Since recognition the {{what}} of {{who}} ran on average {{percent}} above the course of comparable cities ({{level}} sure: between {{low}} and {{high}}).',
      below:
        'Since recognition the {{what}} of {{who}} ran on average {{percent}} below the course of comparable cities ({{level}} sure: between {{low}} and {{high}}).',
      unsure:
        'Since recognition the {{what}} of {{who}} cannot be told from the course of comparable cities: the estimate is {{percent}}, but it is {{level}} sure only that it lies between {{low}} and {{high}}, which holds 0.',
    },
    parksTogether: '{{count}} park cities',
    before: {
      differed:
        'They differed before recognition already (were they alike, such a difference would have a chance of only {{p}}), so not all of the above is the work of the parks.',
      alike:
        'Before recognition no difference from comparable cities shows (were they alike, such a difference would have a chance of {{p}}).',
      untold: 'Too few periods before recognition, or too few parks, to test whether they ran alike before.',
    },
    synthetic: {
      sentence:
        'Against a control put together from the cities most like it, it differs by {{percent}} on average since; with every comparable city taken for a park in turn, {{p}} stand out at least as much.',
      programme:
        'Against the parks’ controls they differ by {{percent}} on average since; of {{draws}} lots of as many cities, {{p}} differ at least as much.',
      title: 'A control put together from others',
      lead: 'The control is a weighted mix of the cities without a park that ran most alike before. It misses by {{miss}} on average before, and by {{ratio}} times that after. Before recognition the two lines should lie on one another.',
      actual: 'Park city',
      control: 'Control',
      course: '{{what}} (100 is the mean before recognition)',
      donors: 'What the control is made of',
      city: 'City',
      weight: 'Weight',
      earlier:
        'As if recognised from {{from}} on: it differs by {{percent}}, and misses {{ratio}} times as much as before. Nothing had happened then, so it should be near 0.',
    },
    simple:
      'By another way (effects of city and period, errors clustered by city): {{percent}} ({{low}} to {{high}}).',
    byPeriod: 'Difference by period',
    byPeriodLead:
      'How far each period differs from comparable cities, measured from the last period before recognition; before it should be near 0.',
    relative: 'From recognition',
    ahead: '{{n}} before',
    base: '1 before (base)',
    since: 'period {{n}}',
    percent: 'Difference',
    low: 'Lowest',
    high: 'Highest',
    band: 'Interval',
    interval: '{{low}} to {{high}}',
    starts: 'from {{period}}: {{count}}',
    treatedFrom:
      'Periods that count as after recognition: {{list}}. The year of the list itself counts as before.',
    compared: 'Compared with {{count}} cities without a park',
    parks: 'Park by park',
    parksLead:
      'One park cannot be repeated: its interval comes from taking each comparable city for a park, and is wide.',
    effect: 'Against comparable cities',
    chance: 'By chance',
    control: 'Against its control',
    open: 'This park',
    cautions: 'What to mind when reading these numbers',
    caution: {
      registration: 'Customs count where a trader is registered; the goods need not be made there.',
      'all-trade': 'The tables that are loaded tell no trade mode: exports of all modes are compared.',
      chosen: 'Parks were chosen, not drawn by lot: those chosen may have grown faster anyway.',
      anticipation: 'The call came first: companies may have acted before the list was issued.',
      spillover:
        'What moves from a neighbouring city into a park counts twice, and makes the difference larger.',
      'few-treated':
        'The parks are few and of one batch: chance events of the same years cannot be told apart.',
      'few-comparable': 'There are fewer than 39 comparable cities, so the interval is less sure.',
      'differed-before': 'They ran differently from comparable cities before recognition.',
      'poor-fit': 'The control does not follow before recognition; what differs after proves little.',
      'differs-earlier':
        'Recognition that is made up earlier shows a difference too: the method is not reliable here.',
    },
    cannot: 'The statistics at hand cannot tell yet',
    short: {
      'no-statistics': 'no statistics',
      'not-recognised': 'no day of a list',
      'city-not-told': 'the city is not told of in every period',
      'too-few-before': 'too few statistics before recognition',
      'none-after': 'no statistics after recognition yet',
      'too-few-comparable': 'too few comparable cities',
    },
    why: {
      'no-statistics': 'No statistics by city are loaded for two periods that can be compared.',
      'not-recognised': 'No day of issue of a list is known, so before and after cannot be told apart.',
      'city-not-told': 'The statistics that are loaded do not tell of this city in every period.',
      'too-few-before':
        'There are statistics of only {{before}} periods before recognition; at least {{neededBefore}} are needed.',
      'none-after': 'There are no statistics of a period after recognition yet.',
      'too-few-comparable':
        'Only {{comparable}} cities without a park are told of in every period; at least {{neededComparable}} are needed.',
    },
    load: 'Load customs data by city for {{from}} to {{to}} in “Data” (better from {{betterFrom}} on, with trade modes). The official monthly tables by city begin in 2024: they alone cannot tell.',
    toData: 'Load data',
    promises: {
      title: 'Promises and statistics',
      lead: 'What each project promised and reported, beside the change of the park city’s exports of the same goods: of each project the latest year that the statistics tell of. Only projects that you may see.',
      summary:
        'In the years that the statistics tell of, {{count}} projects promised exports of {{promised}} and reported {{reported}}; {{exceeding}} of them exceed all that the city gained in such goods.',
      summaryUntold:
        '{{count}} projects. The statistics that are loaded do not reach their years, so they cannot be held against them yet.',
      project: 'Project',
      year: 'Year',
      goods: 'Goods',
      allGoods: 'All goods',
      promised: 'Promised',
      reported: 'Reported',
      city: 'The city’s exports',
      change: 'The city’s gain',
      since: 'on {{base}}',
      showAll: 'Show all {{count}} projects',
      count: 'Projects',
      together: 'Projects of one city and kind of goods together ({{count}})',
      part: 'Part of the gain',
      reading: 'Reading',
      readings: {
        'not-told': 'not in the statistics',
        'city-fell': 'the city did not grow',
        fits: 'may be part of it',
        exceeds: 'more than the city gained: check what is counted',
        'above-city': 'more than all the city exports: check what is counted',
      },
      none: 'No transfer project that you may see',
      noneRemedy:
        'Parks enter projects, and they are shown by right; sign in for a park or an office, or look under “Transfer projects”.',
    },
  },
};
