import type { gradientZhCN } from './zh-CN.gradient.ts';

export const gradientEn: typeof gradientZhCN = {
  gradient: {
    title: 'Gradient transfer',
    lead: '{{period}} against the same months a year before: why trade changed as it did, and what moved from where to where.',
    month: 'Up to',
    goods: 'Industries',
    goodsKinds: { flow: 'Exports and imports', chapter: 'HS chapters' },
    level: 'Level',
    levels: { region: 'Four regions', province: 'Provinces' },
    share: 'What the change is made of (shift-share)',
    shareLead:
      'National: the change at the pace of the country. Mix: for trading in quick or slow goods. Competitive: for being quicker or slower than others in the same goods.',
    parts: { national: 'National', mix: 'Mix', competitive: 'Competitive', new: 'New' },
    transfer: 'Implied transfer',
    transferLead:
      'From the competitive gains and losses of provinces, {{moved}} in all. Implied, not observed: statistics do not name who moved. Wider lines are larger amounts.',
    from: 'From',
    to: 'To',
    amount: 'Implied amount',
    interval: 'Interval',
    between: '{{lower}} to {{upper}}',
    path: 'How the centre of trade moves',
    pathLead: 'Provinces weighted by trade, {{from}} to {{to}}: the centre has moved {{km}} km.',
    longitude: 'East',
    latitude: 'North',
    km: 'Moved since the month before, km',
    heat: 'Location quotients: place × HS chapter',
    heatLead: 'Above 1 is above the country. * marks a base too small to rely on.',
    heatRemedy: 'Load an export of the customs query site by province and commodity.',
    chapter: 'Chapter',
    base: 'The same months a year before are not loaded',
    baseRemedy: 'Choose a month whose year before is loaded, or load the customs files.',
  },
};
