import type { leavingZhCN } from './zh-CN.leaving.ts';

export const leavingEn: typeof leavingZhCN = {
  leaving: {
    showAll: 'Show all {{count}} cities',
    title: 'Who is under pressure to leave: {{group}}',
    table: 'Pressure on the cities of the east',
    said: 'Of {{count}} eastern cities {{losing}} grew slower than the country. Under most pressure: {{first}}. At the pace of the past, some {{volume}} of exports a year may move within {{years}} years.',
    saidOfOne:
      'Of {{count}} eastern cities {{losing}} grew slower than the country. Under most pressure: {{first}}. One more such year may move some {{volume}} of exports a year; {{years}} such years, the upper bounds of the table.',
    nobody: 'No eastern city exports these goods in the statistics loaded.',
    oneStep:
      'One year alone can be compared: it does not show whether a fall lasts. What may move is counted for one year of it, and may be nothing.',
    partYear:
      'The statistics go to month {{months}}: exports and losses are of these months; what may move has been brought to a year.',
    allTrade:
      'The tables loaded tell no trade mode: this is all trade, not processing trade alone, and the value-added rate is unknown.',
    noGroups:
      'The tables loaded tell no goods, so no industry can be named. Load exports of the customs query site by commodity to see groups.',
    rank: 'Rank',
    city: 'City',
    group: 'Commodity group',
    pressure: 'Pressure to leave',
    rankWithin: 'Rank between',
    rankBetween: '{{from}} and {{to}}',
    rankSaid:
      'Rank {{rank}} of the eastern cities that export these goods; with other weights or another window mostly between {{from}} and {{to}}.',
    between: '{{from}} to {{to}}',
    falling: 'Share falling',
    falls: '{{count}} periods in a row',
    fallsAtLeast: '{{count}} periods or more',
    notFalling: 'not lately',
    loss: 'Lost a year',
    lossIs:
      'Exports a year below what growing like the same goods in the whole country would have given (of {{months}} months); negative: above',
    movable: 'May move (exports a year)',
    nothingMoves: 'none seen',
    exports: 'Exports now',
    known: 'Weights known',
    knownIs: 'Part of the weights that rests on data; the rest is unknown and makes the bounds wider',
    show: 'Shown as',
    shows: { table: 'Table', map: 'Map' },
    notOnMap: 'not in the east, or no data',
    madeOf: 'What the pressure is made of',
    part: 'Part',
    value: 'Value',
    score: 'Score',
    weight: 'Weight',
    none: 'Score 0 at',
    full: 'Score 1 at',
    parts: {
      'share-lost': 'Share lost',
      'trend-age': 'How long it has been falling',
      'wage-gap': 'Wage gap',
      'power-gap': 'Power price gap',
      'labour-intensity': 'Labour intensity',
      'value-added': 'Value-added rate of processing',
      concentration: 'Concentration in the country',
      specialisation: 'Specialisation',
    },
    partIs: {
      'share-lost':
        'Exports lost a year against the same goods in the country, as a share of the city’s exports of them',
      'trend-age': 'Periods in a row in which its part of the country fell (of {{months}} months)',
      'wage-gap': 'By how much its wages exceed the median of the park cities, as a share of its wages',
      'power-gap':
        'By how much its price of electricity for industry exceeds that median, as a share of its price',
      'labour-intensity': 'Pay of workers as a share of the output of such goods',
      'value-added':
        '(exports − imports) ÷ exports of the city’s processing trade, all goods; imports of one period feed exports of the next',
      concentration: 'Herfindahl index of the country’s exports of the goods over cities',
      specialisation:
        'Location quotient: how many times the country’s the share of the goods in its exports is',
    },
    ofDate: '({{date}})',
    ofProvince: '(of its province, {{date}})',
    noParkCost: 'nothing is known of the park cities',
    parkMedian: 'median of {{count}} park cities {{value}}',
    allGroups: 'All goods of the city',
    given: 'To where what it lost may have gone',
    nothingGiven: 'No loss from which to infer.',
    implied:
      'Implied by gains, losses and distance, not observed: statistics do not name who moved. The bounds are over the method alone.',
    how: 'How pressure is reckoned',
    howSaid:
      'Each part is scored in a straight line between the values of score 0 and score 1, and averaged by weight; what is unknown is left out and makes the bounds wider. Weights and scales are judgements, open to dispute. What may move = loss a year × {{years}} years, never more than is exported now.',
    drawn:
      'Bounds of pressure and rank hold nine of ten draws over weights, windows and what is unknown. The data do not rank two cities whose bounds overlap.',
    flows: 'From where to where in past years',
    since: 'Beginning',
    sincePeriod: 'since {{period}}',
    flowsSaid:
      'From {{from}} to {{to}} some {{moved}} of exports changed place, {{east}} of them from the east to the other regions.',
    otherFlows: 'Besides, {{count}} smaller flows of {{flow}} together.',
    leftOut: '{{count}} cities of which a period or the location is not known are left out.',
    noFlows: 'No flows can be inferred',
    noFlowsRemedy: 'Choose other goods, or load statistics of more years.',
  },
};
