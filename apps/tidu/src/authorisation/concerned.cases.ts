import type { Asker, Kind, ProgrammeRecord } from '@tidu/programme';
import type { Place } from '@tidu/reference';

/**
 * Who is concerned with a record, said again in the programme's own words and without the table of deeds:
 * the ministry with everything; a province with what lies in it; a park, a partner and a company with what
 * is theirs; an expert with what was given to them. Nobody else, and administrators least of all.
 */
export function isConcerned(asker: Asker, record: ProgrammeRecord, places: readonly Place[]): boolean {
  if (
    openInOffice.some(
      ({ kind, roles, states }) => kind === record.kind && roles.includes(asker.role) && states(record.state),
    )
  )
    return true;
  const only = betweenThem[record.kind];
  if (only) return only.includes(asker.role) && record.organisations.includes(asker.organisation);
  switch (asker.role) {
    case 'ministry':
      return true;
    case 'province':
      return upFrom(record.territory, places).includes(asker.territory);
    case 'park':
    case 'partner':
    case 'company':
      return record.organisations.some((organisation) => organisation === asker.organisation);
    case 'expert':
      return record.people?.some((person) => person === asker.account) ?? false;
    default:
      return false;
  }
}

/** Who plans what should go where, in office. */
const planners: readonly Asker['role'][] = ['ministry', 'province', 'park', 'partner', 'analyst'];

/** What no office above those concerned sees: a company's plans, what it tells a park, and what an office tries out. */
const betweenThem: Readonly<Record<string, readonly Asker['role'][]>> = {
  'company-plan': ['company'],
  intent: ['company', 'park'],
  scenario: planners,
};

/** What is known to offices before everybody may know it: by what they are assessed, and scenarios that are open to all. */
const openInOffice: readonly {
  readonly kind: string;
  readonly roles: readonly Asker['role'][];
  readonly states: (state: string) => boolean;
}[] = [
  {
    kind: 'assessment-round',
    roles: ['province', 'park', 'partner', 'company'],
    states: (state) => state !== 'draft',
  },
  { kind: 'scenario', roles: planners, states: (state) => state === 'open' },
];

/** A place and all above it, walked by the tree. */
function upFrom(code: string, places: readonly Place[]): string[] {
  const above: string[] = [];
  for (let at: string | undefined = code; at; at = places.find((place) => place.code === at)?.parent)
    above.push(at);
  return above;
}

/** What stays sealed even from those concerned, for a while or for good. */
const sealed: readonly {
  readonly kind: string;
  readonly texts: RegExp;
  readonly opensTo: (asker: Asker, record: ProgrammeRecord) => boolean;
}[] = [
  {
    // What an expert thinks is nobody else's before the review is closed.
    kind: 'score',
    texts: /^(marks|comment)\b/,
    opensTo: ({ account }, { people = [], state }) => people.includes(account) || state === 'counted',
  },
  {
    // What one side answers is not the other's, nor the ministry's, before the round closes.
    kind: 'assessment-answer',
    texts: /^(values|comment)\b/,
    opensTo: ({ organisation }, { organisations, state }) =>
      organisations.includes(organisation) || state === 'unsealed',
  },
  {
    // Who the company is and which plan it has is not told to the park.
    kind: 'intent',
    texts: /^(plan|company)$/,
    opensTo: ({ role }) => role === 'company',
  },
  {
    // Who reviews, and what they find, is not for those who are reviewed.
    kind: 'application',
    texts: /^course\.(assigned|review)\b/,
    opensTo: ({ role }) => role === 'ministry' || role === 'expert',
  },
];

export const isSealed = (asker: Asker, record: ProgrammeRecord, text: string): boolean =>
  sealed.some(
    ({ kind, texts, opensTo }) => kind === record.kind && texts.test(text) && !opensTo(asker, record),
  );

/** What of a record somebody may come to see at most: all, what is published of it, or nothing. */
export function mostSeen(
  asker: Asker,
  record: ProgrammeRecord,
  kind: Kind,
  places: readonly Place[],
): 'all' | { readonly published: string } | 'nothing' {
  if (isConcerned(asker, record, places)) return 'all';
  if (!record.published) return 'nothing';
  return { published: JSON.stringify([record.title, kind.publicContent?.(record.content) ?? {}]) };
}
