import type { guidanceZhCN } from './zh-CN.guidance.ts';

export const guidanceEn: typeof guidanceZhCN = {
  guidance: {
    label: 'Questions of guidance',
    pages: { guidance: 'Guidance', guidancePairing: 'Whom to pair with', guidanceEffect: 'Did it work?' },
    leads: {
      guidance:
        'Which industry, from where, fits which park, on what evidence, and was it right. Every number has its receipt and can be reckoned again.',
      guidancePairing:
        'Which park could take what an eastern city gives up: a stable matching by the lists of both sides. What is agreed stands; the advice fills the places that are free.',
      guidanceEffect:
        'Whether park cities differ from comparable cities since recognition, and how sure that is; whether what projects promised agrees with the statistics.',
    },
    method: {
      'pairing-advice':
        'both sides make lists by goods, industry links, distance and existing ties; deferred acceptance (Gale–Shapley) matches the places that agreements in force leave free',
      effect:
        'ln of exports of park cities before and after recognition, against cities without a park: difference in differences by batch, intervals from errors by city or from placebos, synthetic control with placebos in time and place',
      promises:
        'exports promised and reported by year, beside the change of the park city’s exports of the same goods since the year before the project’s first',
      known:
        'the most telling tables by city that are loaded for two periods of one length; what parks state of themselves',
    },
    known: 'What guidance rests on',
    ties: '{{pairings}} pairings; agreements in force that you may see: {{agreements}}, transfer projects: {{projects}}.',
    stated: 'As parks have stated it, as far as you may see; the rest is unknown, and never estimated.',
    resources: {
      'land-left': 'Land left',
      'factories-left': 'Factories left',
      power: 'Power',
      water: 'Water',
      labour: 'Labour',
      dormitories: 'Dormitories',
    },
    synthetic: 'synthetic',
    allGoods: 'all goods (the tables loaded tell no goods)',
    byGroups: '{{count}} commodity groups',
    restsOn: {
      processing:
        'Rests on processing trade, {{goods}}, {{first}} to {{last}}, {{count}} periods, {{told}} of {{of}} cities.',
      all: 'Rests on all trade (the tables loaded tell no trade mode), {{goods}}, {{first}} to {{last}}, {{count}} periods, {{told}} of {{of}} cities.',
    },
    noStatistics:
      'No statistics by city are loaded for two periods that can be compared: load customs files under Data, then come back.',
    receipt: {
      asked: 'Asked',
      pack: 'Pack',
      figures: 'Figures of the statistics ({{count}})',
      records: 'Records of the programme ({{count}})',
      record: '{{id}} (version {{version}})',
    },
  },
};
