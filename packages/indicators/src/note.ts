/**
 * Sentences that must stand beside a figure, by code. The words here are for whoever translates
 * them; screens and documents have their own.
 */
export const notes = {
  'registration-not-production':
    'Places are where the consignee or consignor is registered, not where goods are made or used.',
  'total-trade': 'Of all trade, not of processing trade alone.',
  'processing-trade': 'Of processing trade (supplied and imported materials) alone.',
  'ten-of-thirteen':
    'The customs publish a figure for ten of the thirteen park cities; the others are named in the coverage.',
  'places-missing': 'Some places have no published figure; they are named in the coverage and left out.',
  'places-unknown': 'Some of the trade stands under places that the pack does not know; it is left out.',
  'ytd-differences': 'Reckoned from differences of the year to date, which is revised while months are not.',
  'revised-below-zero':
    'The year to date of some places was revised down by more than the month; the month is left out as unknown.',
  'printed-growth': 'Growth of the year to date as the customs print it, not recomputed.',
  'base-revised':
    'The printed growth may differ: the customs revise the base year without printing it again.',
  'implied-base':
    'The base is not loaded but worked back from the growth printed for each place, to its rounding.',
  'base-not-loaded': 'The period to compare with is not loaded.',
  'months-missing': 'Some months of the period are not loaded; they are named in the coverage.',
  'january-february-joint':
    'January is not loaded; the customs may have published January and February jointly.',
  'equal-weights': 'Provinces count alike, whatever their population: this is not inequality per head.',
  'published-places-only': 'Shares are of the places published, not of the whole country.',
  'loaded-goods-only': 'The whole is the goods that are loaded.',
  'small-base':
    'Places with under a thousandth of all trade are named in the coverage: their quotient is a matter of chance.',
  'goods-not-traded': 'Nobody trades in these goods in the data loaded; 0/0 counts as 0.',
  'implied-not-observed': 'Implied by losses and gains, not observed: statistics do not name who moved.',
  'sources-differ': 'Parts of the figure come from tables of different shape.',
  synthetic: 'Rests on made-up statistics.',
} as const satisfies Record<string, string>;

export type NoteCode = keyof typeof notes;
export const noteCodes = Object.keys(notes) as readonly NoteCode[];
