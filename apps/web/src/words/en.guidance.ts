import { guidanceNextEn } from './en.guidance.next.ts';
import { placementEn } from './en.guidance.plan.ts';
import type { guidanceZhCN } from './zh-CN.guidance.ts';

export const guidanceEn: typeof guidanceZhCN = {
  ...guidanceNextEn,
  ...placementEn,
  guidance: {
    label: 'Questions of guidance',
    pages: {
      guidance: 'Guidance',
      guidancePrediction: 'Who will rise',
      guidanceLeaving: 'Who is leaving',
      guidanceCapacity: 'Who can take it',
      guidancePlan: 'Plan',
      guidancePairing: 'Whom to pair with',
      guidanceEffect: 'Did it work?',
      guidanceParks: 'Next for each park',
      guidanceNext: 'Next for the nation',
    },
    leads: {
      guidancePrediction:
        'Which city’s share of the nation’s exports of which goods may rise, and why; and how well that would have done before.',
      guidance:
        'Which industry, from where, fits which park, on what evidence, and was it right. Every number has its receipt and can be reckoned again.',
      guidanceLeaving:
        'The pressure on each eastern city and group of goods to leave, how much may move, and to where it may have gone before.',
      guidanceCapacity:
        'How well each park could take up what leaves: indicators, weights and bounds of ranks; and for each group of goods what is there already, what is left, and what it would cost a firm.',
      guidancePlan:
        'What goes from where to which park, within the limits of land, power, labour and the rest; change a limit and see how the plan changes, and why.',
      guidancePairing:
        'Which park could take what an eastern city gives up: a stable matching by the lists of both sides. What is agreed stands; the advice fills the places that are free.',
      guidanceEffect:
        'Whether park cities differ from comparable cities since recognition, and how sure that is; whether what projects promised agrees with the statistics.',
      guidanceParks:
        'What a park should do next, the weightiest first, each with its reasons and where they come from.',
      guidanceNext:
        'Where the programme works and where not, what one more unit of each resource is worth, which pairs and which information are missing.',
    },
    method: {
      prediction:
        'a penalised logistic regression on what was known at the time, learnt from periods whose outcome is known',
      'back-test':
        'standing in each earlier period: learn from outcomes known by then, foretell, compare with what came and with four simpler guesses',
      'pairing-advice':
        'both sides make lists by goods, industry links, distance and existing ties; deferred acceptance (Gale–Shapley) matches the places that agreements in force leave free',
      effect:
        'ln of exports of park cities before and after recognition, against cities without a park: difference in differences by batch, intervals from errors by city or from placebos, synthetic control with placebos in time and place',
      promises:
        'exports promised and reported by year, beside the change of the park city’s exports of the same goods since the year before the project’s first',
      leaving:
        'pressure = mean of scores by weight: share lost (competitive component of the shift-share), how long it has been falling, wage and power gap, labour intensity, value-added rate of processing, concentration, specialisation; bounds over draws of weights, windows and what is unknown; may move = loss a year × 3 years, never more than is exported',
      flows:
        'by group, between what cities lost and gained, the transport of least distance that leans to proportion (ε = 150 km); bounds between proportion and least distance',
      capacity:
        'indicators by min–max, entropy weights, TOPSIS closeness; only indicators known for half of the parks; CRITIC and equal weights beside; ranks over draws of weights, scaling and what is unknown',
      'park-fit':
        'of the city of the park in the group: relatedness density, location quotient, gradient coefficient, gain a year; what is left, as parks state it; ways to the quay; ten years of cost and measures of a typical firm that stands for the group',
      'park-next':
        'advice of each kind from all other guidance and from what the park states; score = weight of the kind × extent × sureness; on what is unknown it only advises to state or to load it',
      'ministry-next':
        'the same for the programme as a whole; score = weight of the kind × extent × sureness',
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

export const guidanceRefusalsEn = {
  'no-statistics': 'No statistics by city are loaded for two periods that can be compared.',
  'place-unknown': 'There is no such city, or the question does not apply to it.',
  'park-unknown': 'There is no such recognised park.',
  'not-computable': 'It cannot be reckoned from what is known.',
};

export const guidanceRemediesEn = {
  'no-statistics': 'Load customs statistics by place under Data, the same months of two years at least.',
  'place-unknown': 'Choose one of the list.',
  'park-unknown': 'Choose one of the list.',
  'not-computable': 'Choose other goods or periods, or complete what is known.',
};
