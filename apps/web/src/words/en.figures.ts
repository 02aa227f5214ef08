import type { Words } from './zh-CN.ts';

/** Figures: their names, formulas, notes and receipts. */
export const figuresEn: Pick<Words, 'figure' | 'formula' | 'formulaSource' | 'note' | 'receipt'> = {
  figure: {
    'shift-share': 'Shift-share',
    'implied-transfer': 'Implied transfer',
    'goods-of-places': 'Goods of cities',
    'gravity-path': 'Centre of trade',
    'location-quotients': 'Location quotients',
    'region-shares': 'Shares of the four regions',
    'region-growth': 'Growth of the four regions',
    'park-cities-share': 'Share of the park cities',
    'place-shares': 'Shares of places',
    'place-growth': 'Growth of places',
  },
  formula: {
    'location-quotients':
      'LQ[r,i] = (X[r,i] / X[r,·]) / (X[·,i] / X), X the trade of place r in HS chapter i, over the goods loaded',
    'shift-share':
      'national = Σ X g, mix = Σ X (g[i] − g), competitive = Σ X (g[r,i] − g[i]), new = what began from nothing; X a year before, i goods; they add up to change',
    'implied-transfer':
      'min ⟨km, T⟩ + ε KL(T ‖ losses ⊗ gains / Σ), margins the competitive components of the shift-share by goods; lower and upper: between proportional attribution and the cheapest transport',
    'goods-of-places': 'X[r,i], the trade of city r in HS chapter i; in all where the tables tell no goods',
    'region-shares': '100 · Σ trade of the region’s provinces / Σ trade of all provinces',
    'region-growth':
      '100 · (Σ trade of the region’s provinces / Σ their trade in the base − 1); implied base of a province: year to date / (1 + printed growth)',
    'park-cities-share':
      '100 · Σ trade of the park cities / Σ trade of the provinces of the central, western and northeastern regions',
    'place-shares': '100 · trade of the place / Σ trade of all provinces',
    'place-growth':
      '100 · (trade of the period / trade of the base − 1); printed: as the customs print the growth of the year to date',
    'contribution-to-growth':
      '100 · (trade of the place − its trade in the base) / Σ trade in the base; the contributions add up to `total`',
    concentration:
      'herfindahl = Σ s², s = trade of the place / Σ trade of the places published; equivalent-number = 1 / herfindahl',
    theil:
      'T = Σ s ln(s · n) over the n provinces, s = the province’s share of trade; equal weights, not per head; within and between the four regions',
    'location-quotient':
      'LQ = (trade of the place in the goods / its trade in all goods loaded) / (the same for all places)',
    'gravity-centre': 'c = Σ w u / |Σ w u|, u the unit vector of the place’s centroid, w its trade',
    'gravity-path':
      'c = Σ w u / |Σ w u|, u the unit vector of the place’s centroid, w its trade; km by great circle from the month before',
  },
  formulaSource: {
    'region-shares': 'Four regions of the National Bureau of Statistics',
    'region-growth': 'Customs practice: year on year, month on month, year to date',
    'park-cities-share':
      'Ministry of Commerce, explanation of the list of the first batch, 15 September 2021 (there for processing trade in 2020)',
    'place-shares': 'Arithmetic of the published table',
    'place-growth': 'Customs practice: year on year, month on month, year to date',
    'contribution-to-growth': 'Arithmetic of the published table',
    concentration: 'Hirschman (1964); Adelman (1969)',
    theil: 'Theil (1967); Shorrocks (1980)',
    'location-quotient': 'Hoover (1936); Balassa (1965)',
    'gravity-centre': 'Centre of gravity on the sphere; centroids of the pack',
    'gravity-path': 'Centre of gravity on the sphere; centroids of the pack',
  },
  note: {
    confidential: 'From declarations of companies: confidential.',
    'registration-not-production':
      'By where the consignee or consignor is registered, which is not where goods are made or used.',
    'total-trade': 'All trade, not processing trade alone.',
    'processing-trade': 'Processing trade alone (supplied and imported materials).',
    'ten-of-thirteen': 'The customs publish a figure for ten of the thirteen park cities.',
    'places-missing': 'Some places have no published figure; they are named and left out.',
    'places-unknown': 'Some trade stands under places that are not in the list of places; it is left out.',
    'ytd-differences':
      'Reckoned from differences of the year to date, which is revised while months are not.',
    'revised-below-zero': 'Where a revision exceeds the month itself, the month is left unknown.',
    'printed-growth': 'Growth of the year to date as the customs print it, not recomputed.',
    'base-revised':
      "The customs revise last year's base without printing it again, so printed growth may differ slightly.",
    'implied-base':
      "Last year's base is not loaded; it is worked back from the growth printed for each place.",
    'base-not-loaded': 'The period to compare with is not loaded, so growth cannot be told.',
    'sum-of-months': 'No year to date is printed: the months are added up.',
    'difference-of-years-to-date':
      'The difference of years to date; a negative one means that earlier months were revised downwards.',
    'months-missing': 'Some months of the period are not loaded.',
    'january-february-joint': 'January is not loaded; the customs may publish January and February jointly.',
    'equal-weights': 'Provinces count alike: this is not inequality per head.',
    'published-places-only': 'Shares are of the places published, not of the whole country.',
    'loaded-goods-only': 'The whole is the goods that are loaded.',
    'implied-not-observed': 'Implied by losses and gains, not observed: statistics do not name who moved.',
    'small-base': 'Under a thousandth of all trade a quotient is a matter of chance; such are marked.',
    'goods-not-traded': 'Nobody trades in these goods in the data loaded.',
    'sources-differ': 'Parts of the figure come from tables of different kinds.',
    synthetic: 'Made-up statistics, not real ones.',
  },
  receipt: {
    title: 'How this figure came about',
    open: 'Source and method',
    result: 'Result',
    formula: 'Formula',
    formulaSource: 'Source of the formula',
    questions: 'Questions put to the data',
    query: 'Query',
    sql: 'Statement as it was run',
    loads: 'Files it rests on',
    checksum: 'Checksum (SHA-256)',
    program: 'Program version',
    own: 'Checksum of this receipt',
    suppression: 'Disclosure control',
    'suppression-none': 'None: published data only',
    download: 'Download receipt.json',
    verify: 'Work it out again',
    same: 'Worked out again: the same.',
    different: 'Worked out again, it differs:',
    caution: 'By place of registration of consignee or consignor, which is not the place of production.',
    question: {
      current: 'This period',
      base: 'Base period',
      printed: 'Growth as printed',
      places: 'Places',
      provinces: 'Provinces',
      cities: 'Park cities',
      regions: 'Provinces of the central, western and northeastern regions',
      country: 'All provinces',
      goods: 'Goods',
    },
    values: { share: 'Share', total: 'Total' },
    unknown: 'unknown',
    missing: 'Places that are not published ({{count}})',
  },
};
