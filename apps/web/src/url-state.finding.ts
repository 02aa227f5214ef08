import type { FindingBrief } from './api/types.ts';
import type { ExploreState } from './url-state.ts';

/** The explorer's question about a finding: its months and those of the year before, of the same place and goods. */
export function exploreFinding({
  about: { shape, month, flow, place, commodity, partner, mode },
  reason,
}: Pick<FindingBrief, 'about' | 'reason'>): ExploreState | undefined {
  if (month === undefined || shape.includes('company') || !shape.startsWith('month')) return undefined;
  const year = Number(month.slice(0, 4));
  const level = place === undefined ? undefined : levelOf(place);
  const ytd = reason.endsWith('-ytd') || reason === 'growth' || reason === 'zone';
  return {
    measure: ytd ? 'value-ytd' : 'value-as-printed',
    by: level ? `month,${level}` : 'month',
    from: `${year - 1}-01`,
    to: month,
    view: 'line',
    ...(level && { places: `${level}:${place}` }),
    ...(flow === 'export' || flow === 'import' ? { flow } : {}),
    ...(commodity && { goods: commodity }),
    ...(partner && { partners: partner }),
    ...(mode && { tradeModes: mode }),
    ...(shape.endsWith('USD') ? { currency: 'USD' as const } : {}),
  };
}

/** By its code: a zone is named, a province ends in zeros. */
function levelOf(place: string): 'zone' | 'province' | 'prefecture' {
  if (place.startsWith('zone-')) return 'zone';
  return place.endsWith('0000') ? 'province' : 'prefecture';
}
