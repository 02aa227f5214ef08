/** Questions whose answers are laid over: to another edition of the HS, to other boundaries. */
export const laidOverEn = {
  concordances: {
    title: 'Concordances',
    lead: 'The explorer can tell goods in the codes of these editions.',
    none: 'There is no table between editions of the HS yet. Add one of the UN Statistics Division (such as HS2022toHS2017ConversionAndCorrelationTables.xlsx) or of WITS.',
    links: '{{count}} links',
    add: 'Add a concordance',
    added: '{{from}} – {{to}} is added, {{count}} links.',
    otherwise:
      'Beside {{count}} codes another relation is printed than the links make ({{first}}); the table may be incomplete.',
  },
  laid: {
    edition: 'Edition of the HS',
    asDeclared: 'as declared',
    editions: {
      HS1992: 'HS 1992',
      HS1996: 'HS 1996',
      HS2002: 'HS 2002',
      HS2007: 'HS 2007',
      HS2012: 'HS 2012',
      HS2017: 'HS 2017',
      HS2022: 'HS 2022',
    },
    told: 'goods in codes of {{edition}}',
    notConcorded:
      'Not concorded to {{edition}}: {{amount}}, {{share}} of the whole (codes: {{count}}). It stands in no row below.',
    allConcorded: 'All codes are concorded to {{edition}}.',
    boundaries: 'Boundaries',
    asPublished: 'as published',
    boundariesOf: 'boundaries of {{month}}',
    unattributed:
      'Not attributable in the boundaries of {{month}}: {{amount}}, {{share}} of the whole (places: {{count}}). It stands in no row below.',
    allAttributed: 'All places are attributed in the boundaries of {{month}}.',
    place: 'Place',
    since: 'Since',
    code: 'Code',
    from: 'Edition',
    amount: 'Amount',
    candidates: 'May have become',
    unknown: 'nothing known',
    rate: 'Rate (yuan per dollar)',
    onlyOne: '{{cny}} rows in yuan alone, {{usd}} in dollars alone. Charts draw the yuan.',
    byRow: 'each its own unit',
    first: 'Largest of these',
  },
};
